import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A dated set of units; `whole` is the one that covers the installation. */
@Entity('area')
export class AreaEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('boolean') whole!: boolean;
}

@Entity('area_unit')
export class AreaUnitEntity {
  @PrimaryColumn('uuid') areaId!: string;
  @PrimaryColumn('uuid') unitId!: string;
  @PrimaryColumn('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
}

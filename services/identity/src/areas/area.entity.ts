import type { AreaPartDecision } from '@antt/contracts';
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

/** A unit that an act made partly of the area; `decision` is null while somebody has to decide. */
@Entity('area_part')
export class AreaPartEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') reorganisationId!: string;
  @Column('uuid') areaId!: string;
  @Column('uuid') unitId!: string;
  @Column('date') validFrom!: string;
  @Column('text', { nullable: true }) decision!: AreaPartDecision | null;
}

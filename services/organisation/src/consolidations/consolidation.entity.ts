import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last day on which teams of a unit may share a village, dated. */
@Entity('consolidation_term')
export class ConsolidationTermEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') unitId!: string;
  @Column('date') endsOn!: string;
  @Column('uuid', { nullable: true }) instrumentId!: string | null;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
}

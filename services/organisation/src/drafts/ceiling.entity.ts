import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The most that a resolution lets a unit have, for the days it holds. */
@Entity('quota_ceiling')
export class QuotaCeilingEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') unitId!: string;
  @Column('uuid') instrumentId!: string;
  @Column('int', { nullable: true }) teams!: number | null;
  @Column('int', { nullable: true }) members!: number | null;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
}

import type { SourceCertainty, Indicator, Target } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is measured and wanted, for days, as shipped or as a province laid it down. */
@Entity('indicator')
export class IndicatorEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('uuid', { nullable: true }) unitId!: string | null;
  @Column('text') name!: string;
  @Column('text') nameEn!: string;
  @Column('text') measure!: string;
  @Column('text') shape!: Indicator['shape'];
  @Column('text') numerator!: string;
  @Column('text', { nullable: true }) denominator!: string | null;
  @Column('text') aggregation!: Indicator['aggregation'];
  @Column('text', { array: true }) cycles!: Indicator['cycles'];
  @Column('text', { array: true }) levels!: Indicator['levels'];
  @Column('jsonb', { nullable: true }) target!: Target | null;
  @Column('text') direction!: Indicator['direction'];
  @Column('boolean') zeroTolerance!: boolean;
  @Column('text') source!: Indicator['source'];
  @Column('text', { nullable: true }) certainty!: SourceCertainty | null;
  @Column('text') citation!: string;
  @Column('boolean') inUse!: boolean;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
}

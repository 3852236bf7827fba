import type { Comparison } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody found out about two records; what a merger moved, to be moved back. */
@Entity('comparison')
export class ComparisonEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') firstId!: string;
  @Column('uuid') secondId!: string;
  @Column('text') judgement!: Comparison['judgement'];
  @Column('uuid', { nullable: true }) keptId!: string | null;
  @Column('text') reason!: string;
  /** Ids by table. */
  @Column('jsonb') moved!: Record<string, string[]>;
  /** Of the kept record just after the merger (`stateOf`). */
  @Column('text', { nullable: true }) state?: string | null;
  @Column('text') judgedBy!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) judgedAt?: Date;
  @Column('timestamptz', { nullable: true }) undoneAt?: Date | null;
}

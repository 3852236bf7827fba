import type { decideConsolidation } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was sent, without how it was sent. */
export type ConsolidationCommand = Omit<
  Input<typeof decideConsolidation>,
  'dryRun' | 'accept' | 'reason'
>;

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

/** One decision of a commune's chair about teams that shared villages, with the way back. */
@Entity('consolidation')
export class ConsolidationEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') communeId!: string;
  @Column('date') validFrom!: string;
  @Column('uuid') instrumentId!: string;
  @Column('uuid') basedOnId!: string;
  @Column('text', { default: 'applied' }) status!: 'applied' | 'undone';
  @Column('jsonb') command!: ConsolidationCommand;
  @Column('uuid', { array: true }) actIds!: string[];
  @Column('jsonb', { select: false }) was!: object;
  @Column('jsonb', { select: false }) became!: object;
}

/** How the members of an old team chose. */
@Entity('consolidation_choice')
export class ConsolidationChoiceEntity {
  @PrimaryColumn('uuid') consolidationId!: string;
  @PrimaryColumn('uuid') teamId!: string;
  @Column('uuid') intoId!: string;
  @Column('int') continuing!: number;
  @Column('int') leaving!: number;
  @Column('text') note!: string;
}

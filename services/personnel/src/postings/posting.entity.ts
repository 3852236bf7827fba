import type { Position } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person in a team, with a position, for days. */
@Entity('posting')
export class PostingEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') teamId!: string;
  @Column('text') position!: Position;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
  @Column('uuid', { nullable: true }) decisionId!: string | null;
  @Column('uuid', { nullable: true }) endDecisionId?: string | null;
  /** The move of a whole team that it came of. */
  @Column('uuid', { nullable: true }) teamMoveId?: string | null;
  @Column('text', { array: true }) accepted?: string[];
  @Column('text', { default: '' }) reason?: string;
  @Column('bigint', { default: () => `nextval('posting_version')` }) version?: number;
}

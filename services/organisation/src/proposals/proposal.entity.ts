import type { Proposal } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a commune asks for, and what the province made of it. */
@Entity('proposal')
export class ProposalEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') unitId!: string;
  @Column('date') effectiveFrom!: string;
  @Column('int', { nullable: true }) villages!: number | null;
  @Column('int', { nullable: true }) teams!: number;
  @Column('int', { nullable: true }) members!: number;
  @Column('int', { nullable: true }) leaders!: number | null;
  @Column('int', { nullable: true }) deputies!: number | null;
  @Column('int', { nullable: true }) ordinary!: number | null;
  @Column('text') reason!: string;
  @Column('text') paperNumber!: string;
  @Column('text') status!: Proposal['status'];
  @Column('jsonb', { nullable: true }) accepted!: Proposal['accepted'];
  @Column('uuid', { nullable: true }) draftId!: string | null;
  @Column('timestamptz') sentAt!: Date;
  @Column('text') sentBy!: string;
}

/** Who did what with a proposal, and why. */
@Entity('proposal_step')
export class ProposalStepEntity {
  @PrimaryColumn('uuid') proposalId!: string;
  @PrimaryColumn('int', { generated: 'identity' } as never) n!: number;
  @Column('text') step!: 'sent' | 'accepted' | 'changed' | 'returned' | 'taken';
  @Column('text') by!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') reason!: string;
  @Column('jsonb', { nullable: true }) figures!: Proposal['accepted'];
}

import type { Policy, PolicyDocument, PolicyInstrument } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a province pays by; adopted, it stays as it was adopted. */
@Entity('policy')
export class PolicyEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { nullable: true }) instrumentId!: string | null;
  @Column('jsonb', { nullable: true }) instrument!: PolicyInstrument | null;
  @Column('uuid', { array: true, default: {} }) units!: string[];
  @Column('text', { default: 'draft' }) status!: Policy['status'];
  @Column('date', { nullable: true }) validFrom!: string | null;
  @Column('date', { nullable: true }) validTo!: string | null;
  @Column('jsonb') document!: PolicyDocument;
  /** Which account wrote each value as it stands, by path. */
  @Column('jsonb', { default: {}, select: false }) written?: Record<string, string>;
  @Column('text', { nullable: true }) adoptedBy!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) recordedAt?: Date;
}

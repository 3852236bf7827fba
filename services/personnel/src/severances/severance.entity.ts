import type { FormerForce, SeveranceGround } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who left a former force asks for severance. */
@Entity('severance')
export class SeveranceEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') communeId!: string;
  @Column('text', { array: true }) forces!: FormerForce[];
  @Column('date') leftOn!: string;
  @Column('text') ground!: SeveranceGround;
  @Column('date') receivedOn!: string;
  @Column('text', { nullable: true }) outcome?: 'granted' | 'refused' | null;
  @Column('date', { nullable: true }) decidedOn?: string | null;
  @Column('uuid', { nullable: true }) decisionId?: string | null;
  /** In đồng. */
  @Column('bigint', { nullable: true }) amount?: number | null;
  @Column('text', { default: '' }) reasons?: string;
}

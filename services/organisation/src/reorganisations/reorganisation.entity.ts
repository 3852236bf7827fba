import type { ReorganisationEffects, ReorganisationPlan } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An act on the tree of units: what was wanted and what it moved. */
@Entity('reorganisation')
export class ReorganisationEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('date') validFrom!: string;
  @Column('uuid') instrumentId!: string;
  @Column('text') title!: string;
  @Column('text', { default: 'applied' }) status!: 'applied' | 'undone';
  @Column('jsonb') plan!: ReorganisationPlan;
  @Column('jsonb', { nullable: true }) effects!: ReorganisationEffects | null;
}

/** So much of a unit became part of another on a day. */
@Entity('unit_lineage')
export class UnitLineageEntity {
  @PrimaryColumn('uuid') reorganisationId!: string;
  @PrimaryColumn('uuid') predecessorId!: string;
  @PrimaryColumn('uuid') successorId!: string;
  @Column('numeric') share!: string;
  @Column('date') validFrom!: string;
}

import type { AbsenceKind } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A member does not serve for days, and still belongs to the team. */
@Entity('absence')
export class AbsenceEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('text') kind!: AbsenceKind;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
  @Column('uuid', { nullable: true }) decisionId!: string | null;
  @Column('text', { default: '' }) reason!: string;
}

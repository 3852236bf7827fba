import type { Gap, Role } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which level and role answers for gaps of a kind, for dates. */
@Entity('gap_owner')
export class GapOwnerEntity {
  @PrimaryColumn('text') kind!: Gap;
  @PrimaryColumn('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
  @Column('text') level!: 'province' | 'commune';
  @Column('text') role!: Role;
  @Column('text', { default: '' }) source!: string;
}

/** Who has taken a gap in hand, for dates. */
@Entity('gap_assignment')
export class GapAssignmentEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') unitId!: string;
  @Column('text') kind!: Gap;
  @Column('text') assignee!: string;
  @Column('date', { nullable: true }) dueOn!: string | null;
  @Column('text', { default: '' }) note!: string;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
}

import type { IssueReturnKind } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Things of one kind that a member got on one day. */
@Entity('issue')
export class IssueEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('text') item!: string;
  @Column('int') quantity!: number;
  @Column('text', { nullable: true }) number!: string | null;
  @Column('date') issuedOn!: string;
  @Column('date', { nullable: true }) servesUntil!: string | null;
  @Column('text', { default: '' }) note!: string;
  @Column('text', { array: true }) accepted?: string[];
  @Column('text', { default: '' }) reason?: string;
}

@Entity('issue_return')
export class IssueReturnEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') issueId!: string;
  @Column('text') kind!: IssueReturnKind;
  @Column('int') quantity!: number;
  @Column('date') returnedOn!: string;
  @Column('text', { default: '' }) reason!: string;
}

/** What a member, or a team by its strength, is due of an item. */
@Entity('issue_norm')
export class IssueNormEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') item!: string;
  @Column('text') phase!: 'first' | 'following';
  @Column('int', { nullable: true }) quantity!: number | null;
  @Column('int', { nullable: true }) percent!: number | null;
  @Column('int', { nullable: true }) serviceMonths!: number | null;
  @Column('uuid', { nullable: true }) unitId!: string | null;
  @Column('text') source!: string;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
}

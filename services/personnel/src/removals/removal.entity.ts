import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A request to remove a record; when it is approved, all that stays of it. */
@Entity('removal')
export class RemovalEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') communeId!: string;
  @Column('text') reason!: string;
  @Column('text') evidence!: string;
  @Column('text') requestedBy!: string;
  @Column('uuid') requesterId!: string;
  @Column('timestamptz', { default: () => 'now()' }) requestedAt?: Date;
  @Column('text', { nullable: true }) outcome?: 'approved' | 'refused' | null;
  @Column('text', { nullable: true }) decidedBy?: string | null;
  @Column('uuid', { nullable: true }) deciderId?: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt?: Date | null;
  @Column('text', { default: '' }) note?: string;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A member refused assigned or mobilised duty. */
@Entity('refusal')
export class RefusalEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('date') refusedOn!: string;
  @Column('text') duty!: string;
  @Column('text', { default: '' }) reasonGiven!: string;
  @Column('boolean') goodReason!: boolean;
  @Column('text', { nullable: true }) withdrawnReason!: string | null;
}

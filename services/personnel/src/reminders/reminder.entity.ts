import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A written reminder of a member by the commune police. */
@Entity('reminder')
export class ReminderEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('text') number!: string;
  @Column('date') signedOn!: string;
  @Column('text') text!: string;
  @Column('text', { nullable: true }) withdrawnReason!: string | null;
}

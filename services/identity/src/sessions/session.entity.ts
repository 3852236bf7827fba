import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A device signed in. `address` is whence it was opened. */
@Entity('session')
export class SessionEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') accountId!: string;
  @Column('timestamptz') openedAt!: Date;
  @Column('timestamptz') refreshExpiresAt!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('text') address!: string;
}

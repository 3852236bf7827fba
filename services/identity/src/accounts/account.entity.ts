import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who signs in. `passwordExpiresAt` is set for a one-time password only. */
@Entity('account')
export class AccountEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') username!: string;
  @Column('text') fullName!: string;
  @Column('text') searchKey!: string;
  @Column('text') phone!: string;
  @Column('text') passwordHash!: string;
  @Column('timestamptz', { nullable: true }) passwordExpiresAt!: Date | null;
  @Column('boolean') mustChangePassword!: boolean;
  @Column('boolean') invented!: boolean;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) lastSignInAt!: Date | null;
}

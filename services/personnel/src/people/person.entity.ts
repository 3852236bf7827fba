import type { Education, Sex } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('person')
export class PersonEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') searchKey!: string;
  @Column({ type: 'text', collation: 'vi-x-icu' }) sortName!: string;
  @Column('text') sex!: Sex;
  @Column('date') birthDate!: string;
  @Column('text') phone!: string;
  @Column('text') ethnicity!: string;
  @Column('text') religion!: string;
  @Column('text', { nullable: true }) education!: Education | null;
  @Column('date', { nullable: true }) partyJoinedOn!: string | null;
  @Column('text') address!: string;
  @Column('text') note!: string;
  /** The commune that keeps the record of who has no team. */
  @Column('uuid') communeId!: string;
  // Sealed (`Sealer`); none of them is ever selected by accident.
  @Column('bytea', { nullable: true, select: false }) citizenId?: Buffer | null;
  @Column('bytea', { nullable: true, select: false }) citizenIdIndex?: Buffer | null;
  @Column('bytea', { nullable: true, select: false }) health?: Buffer | null;
  @Column('bytea', { nullable: true, select: false }) criminalRecord?: Buffer | null;
  /** The record that stands for this one since the two were found to be of one person. */
  @Column('uuid', { nullable: true }) mergedInto?: string | null;
  @Column('int') version!: number;
  @Column('timestamptz', { default: () => 'now()' }) recordedAt?: Date;
}

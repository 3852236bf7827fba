import type { DetailKind } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something recorded of a person for days; a number with it lies sealed. */
@Entity('person_detail')
export class DetailEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('text') kind!: DetailKind;
  @Column('text', { nullable: true }) slot!: string | null;
  @Column('jsonb') content!: object;
  @Column('bytea', { nullable: true }) sealed!: Buffer | null;
  /** Of a bank account: equal for equal numbers. */
  @Column('bytea', { nullable: true }) numberIndex?: Buffer | null;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) recordedAt?: Date;
  @Column('timestamptz', { nullable: true }) withdrawnAt?: Date | null;
}

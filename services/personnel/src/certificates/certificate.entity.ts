import type { CertificateState } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A training certificate; its number is its own (law BR-76). */
@Entity('certificate')
export class CertificateEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') courseId!: string;
  @Column('uuid') personId!: string;
  @Column('text') number!: string;
  @Column('date') issuedOn!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
  @Column('text', { default: 'in-use' }) state!: CertificateState;
  @Column('date', { nullable: true }) stateOn!: string | null;
  @Column('text', { default: '' }) stateReason!: string;
}

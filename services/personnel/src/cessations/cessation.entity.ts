import type { CessationConduct, CessationGround, CessationState } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a member ceases to take part: from the proposal to the decision that ends the posting. */
@Entity('cessation')
export class CessationEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') postingId!: string;
  @Column('uuid') personId!: string;
  @Column('text', { default: 'proposed' }) state!: CessationState;
  @Column('text') ground!: CessationGround;
  @Column('text', { nullable: true }) conduct!: CessationConduct | null;
  @Column('date', { nullable: true }) letterOn!: string | null;
  @Column('date') proposedOn!: string;
  @Column('date', { nullable: true }) proposalDueOn!: string | null;
  @Column('date', { nullable: true }) decisionDueOn!: string | null;
  @Column('text', { default: '' }) villageHead!: string;
  @Column('text', { default: '' }) frontHead!: string;
  // The paper and the note on it, sealed (`Sealer`).
  @Column('bytea') sealedBasis!: Buffer;
  @Column('boolean') hasBasis!: boolean;
  @Column('uuid', { nullable: true }) decisionId!: string | null;
  @Column('date', { nullable: true }) validFrom!: string | null;
  /** When the posting was to end before; restored when the cessation is taken back. */
  @Column('date', { nullable: true }) formerValidTo!: string | null;
  @Column('text', { array: true }) accepted!: string[];
  @Column('text', { default: '' }) reason!: string;
  @Column('text', { default: '' }) undoneReason!: string;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A member helps to supervise somebody; rows of one case follow each other. */
@Entity('supervision')
export class SupervisionEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') communeId!: string;
  /** Sealed (`Sealer`), bound to the case. */
  @Column('bytea') supervisedName!: Buffer;
  /** The first supervision of the same somebody. */
  @Column('uuid') caseId!: string;
  @Column('uuid', { nullable: true }) followsId!: string | null;
  @Column('date') receivedOn!: string;
  @Column('date') proposedOn!: string;
  @Column('uuid') decisionId!: string;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
}

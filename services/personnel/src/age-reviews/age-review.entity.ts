import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That somebody looked into whether a member of about 70 goes on. */
@Entity('age_review')
export class AgeReviewEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('date') reviewedOn!: string;
  @Column('text') outcome!: 'continues' | 'to-cease';
  @Column('bytea') basis!: Buffer;
}

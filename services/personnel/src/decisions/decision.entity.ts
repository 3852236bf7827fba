import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A decision about people; its number is unique for its issuer and day (law BR-101). */
@Entity('decision')
export class DecisionEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') issuer!: string;
  @Column('text') number!: string;
  @Column('date') signedOn!: string;
  @Column('uuid') communeId!: string;
}

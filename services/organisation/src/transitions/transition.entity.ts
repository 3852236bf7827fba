import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a commune or team may lawfully have above its quota, until a day. */
@Entity('transition')
export class TransitionEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') unitId!: string;
  @Column('uuid', { nullable: true }) teamId!: string | null;
  @Column('uuid') instrumentId!: string;
  @Column('text') reason!: string;
  @Column('int') teams!: number;
  @Column('int') members!: number;
  @Column('date') validFrom!: string;
  @Column('date') validTo!: string;
}

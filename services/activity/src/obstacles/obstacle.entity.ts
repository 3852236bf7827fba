import type { SenderKind } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What keeps a sender from its work, as it was raised with a report. */
@Entity('obstacle')
export class ObstacleEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') periodId!: string;
  @Column('text') sender!: SenderKind;
  @Column('uuid') senderId!: string;
  @Column('uuid') unitId!: string;
  @Column('text') text!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) raisedAt!: Date;
  @Column('text') raisedByName!: string;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('timestamptz', { nullable: true }) solvedAt!: Date | null;
  @Column('text', { nullable: true }) solvedByName!: string | null;
}

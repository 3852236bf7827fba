import type { DutyKind } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An approved shift as personnel told of it last; one that is gone was replaced. */
@Entity('duty')
export class DutyEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') teamId!: string;
  @Column('text') kind!: DutyKind;
  @Column('boolean') withPolice!: boolean;
  @Column('timestamptz') startsAt!: Date;
  @Column('timestamptz') endsAt!: Date;
  @Column('bigint') version!: number;
  @Column('boolean') gone!: boolean;
}

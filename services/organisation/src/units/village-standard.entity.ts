import type { UnitKind } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many households a village of a kind should have, for the days it holds. */
@Entity('village_standard')
export class VillageStandardEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: UnitKind;
  @Column('uuid', { nullable: true }) unitId!: string | null;
  @Column('int') households!: number;
  @Column('text') source!: string;
  @Column('uuid', { nullable: true }) instrumentId!: string | null;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
}

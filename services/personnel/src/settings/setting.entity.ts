import type { ParameterCode } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a province set for a unit and all below it, for days. */
@Entity('setting')
export class SettingEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: ParameterCode;
  @Column('uuid') unitId!: string;
  @Column('jsonb') value!: unknown;
  @Column('text') source!: string;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
}

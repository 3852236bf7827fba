import type { RateTableName } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A value from outside that policies refer to, for days. */
@Entity('rate_value')
export class RateValueEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'table' }) table!: RateTableName;
  @Column('text', { default: '' }) key!: string;
  @Column('uuid', { nullable: true }) unitId!: string | null;
  @Column('numeric', { precision: 16, scale: 4 }) value!: string;
  @Column('text') source!: string;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
}

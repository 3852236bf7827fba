import type { Criteria, CriteriaDocument } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Criteria of a People's Council; only adopted ones give the norm. */
@Entity('criteria')
export class CriteriaEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { nullable: true }) instrumentId!: string | null;
  @Column('jsonb') document!: CriteriaDocument;
  @Column('text', { default: 'draft' }) status!: Criteria['status'];
  @Column('date', { nullable: true }) validFrom!: string | null;
  @Column('date', { nullable: true }) validTo!: string | null;
}

/** Where criteria hold, if not in their instrument's territory. */
@Entity('criteria_unit')
export class CriteriaUnitEntity {
  @PrimaryColumn('uuid') criteriaId!: string;
  @PrimaryColumn('uuid') unitId!: string;
}

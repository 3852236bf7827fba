import type { AwardForm, AwardRule, SourceCertainty } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A form or a title of awards for days, as shipped or as a province laid it down. */
@Entity('award_form')
export class AwardFormEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('uuid', { nullable: true }) unitId!: string | null;
  @Column('text') kind!: AwardForm['kind'];
  @Column('text') name!: string;
  @Column('text') nameEn!: string;
  @Column('text', { array: true }) subjects!: AwardForm['subjects'];
  @Column('jsonb') deciders!: AwardForm['deciders'];
  @Column('boolean') inUse!: boolean;
  @Column('text', { nullable: true }) certainty!: SourceCertainty | null;
  @Column('text') citation!: string;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
}

/** When results of units bar awards, for days. */
@Entity('award_rule')
export class AwardRuleEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { nullable: true }) unitId!: string | null;
  @Column('text') mode!: AwardRule['mode'];
  @Column('text') missing!: AwardRule['missing'];
  @Column('text') individuals!: AwardRule['individuals'];
  @Column('text', { nullable: true }) certainty!: SourceCertainty | null;
  @Column('text') citation!: string;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
}

import type { Instrument } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('instrument')
export class InstrumentEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: Instrument['kind'];
  @Column('text') number!: string;
  @Column('text') issuer!: string;
  @Column('text') title!: string;
  /** Number and title, as one types them. */
  @Column('text', { select: false }) searchKey!: string;
  @Column('text', { default: 'final' }) status!: Instrument['status'];
  @Column('date') signedOn!: string;
  @Column('date') effectiveFrom!: string;
  @Column('date', { nullable: true }) effectiveTo!: string | null;
  @Column('text', { array: true, default: () => `'{}'` }) subjects!: string[];
  @Column('date', { nullable: true }) territoryOn!: string | null;
}

/** What a document says of another one. */
@Entity('instrument_relation')
export class InstrumentRelationEntity {
  @PrimaryColumn('uuid') instrumentId!: string;
  @PrimaryColumn('text') kind!: 'amends' | 'replaces' | 'based-on';
  @PrimaryColumn('uuid') otherId!: string;
}

@Entity('instrument_territory')
export class InstrumentTerritoryEntity {
  @PrimaryColumn('uuid') instrumentId!: string;
  @PrimaryColumn('uuid') unitId!: string;
}

@Entity('instrument_repeal')
export class InstrumentRepealEntity {
  @PrimaryColumn('uuid') instrumentId!: string;
  @Column('date') repealedOn!: string;
  @Column('uuid', { nullable: true }) byId!: string | null;
  @Column('text') reason!: string;
}

/** What was recorded wrongly, and what was written instead. */
@Entity('instrument_correction')
export class InstrumentCorrectionEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') instrumentId!: string;
  @Column('text') reason!: string;
  @Column('jsonb') was!: Partial<Instrument>;
  @Column('jsonb') became!: Partial<Instrument>;
  @Column('text') username!: string;
  @Column('timestamptz', { default: () => 'now()' }) correctedAt!: Date;
}

@Entity('instrument_subject')
export class InstrumentSubjectEntity {
  @PrimaryColumn('text') code!: string;
  @Column('text') name!: string;
  @Column('text') nameEn!: string;
  @Column('boolean') exclusive!: boolean;
}

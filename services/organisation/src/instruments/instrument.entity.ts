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
  @Column('date') signedOn!: string;
  @Column('date') effectiveFrom!: string;
  @Column('date', { nullable: true }) effectiveTo!: string | null;
}

@Entity('instrument_replacement')
export class InstrumentReplacementEntity {
  @PrimaryColumn('uuid') instrumentId!: string;
  @PrimaryColumn('uuid') replacedId!: string;
}

@Entity('instrument_territory')
export class InstrumentTerritoryEntity {
  @PrimaryColumn('uuid') instrumentId!: string;
  @PrimaryColumn('uuid') unitId!: string;
}

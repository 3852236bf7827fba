import { type ChairDecision, instrumentRecorded, problem } from '@antt/contracts';
import { type PlainDate, searchKey } from '@antt/kernel';
import { publish, uuidv7 } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { InstrumentEntity } from '../instruments/instrument.entity.ts';
import { writeTies } from '../instruments/instrument-writing.ts';
import { plainInstrument } from '../instruments/standing-instrument.ts';
import { standingUnit } from '../units/standing-unit.ts';
import { assertProvincialDecision } from './provincial-decision.ts';

type Purpose = {
  communeId: string;
  on: PlainDate;
  /** The day on which the commune is looked at; an end may fall on the day that the commune ends too. */
  seatOn?: PlainDate;
  title: string;
};

type Decision = Omit<ChairDecision, 'basedOn'> & { basedOn: string | null };

/**
 * The commune chair's decision as an instrument (Law 30/2023/QH15 Art. 14.5): the one of that number and day if an
 * act before named it already, else a new one. What it cites must hold on the day of the act.
 */
export async function chairDecision(
  tx: EntityManager,
  { number, signedOn, basedOn }: Decision,
  { communeId, on, seatOn = on, title }: Purpose,
): Promise<string> {
  if (basedOn) await assertProvincialDecision(tx, basedOn, { communeId, on: seatOn });
  const issuer = await chairOf(tx, communeId, seatOn);
  const known = await tx.findOneBy(InstrumentEntity, { issuer, number, signedOn });
  if (known) return known.id;
  const instrument = {
    id: uuidv7(),
    kind: 'decision' as const,
    number,
    issuer,
    title,
    signedOn,
    effectiveFrom: signedOn,
    effectiveTo: null,
  };
  await tx.insert(InstrumentEntity, {
    ...instrument,
    searchKey: searchKey(`${number} ${title}`),
  });
  const bases = basedOn ? [basedOn] : [];
  const recorded = { ...plainInstrument, ...instrument, bases, territory: [communeId] };
  await writeTies(tx, recorded);
  await publish(tx, instrumentRecorded, recorded);
  return instrument.id;
}

/** How papers name who signs; with what lies over the commune, since names of communes repeat. */
async function chairOf(tx: EntityManager, communeId: string, on: PlainDate): Promise<string> {
  const { kind, name } = await standingUnit(tx, communeId, on);
  const [over] = await tx.query(
    `select v.kind, v.name from unit_parent p
       join unit_version v on v.unit_id = p.parent_id
        and v.valid_from <= $2 and (v.valid_to is null or $2 < v.valid_to)
      where p.unit_id = $1 and p.valid_from <= $2 and (p.valid_to is null or $2 < p.valid_to)`,
    [communeId, on],
  );
  const chair = `Chủ tịch UBND ${kind} ${name}`;
  return over ? `${chair}, ${over.kind} ${over.name}` : chair;
}

/** An act that is repeated must name the same decision. */
export async function sameDecision(
  tx: EntityManager,
  act: { instrumentId: string; basedOnId: string | null },
  { number, signedOn, basedOn }: Decision,
): Promise<void> {
  const known = await tx.findOneByOrFail(InstrumentEntity, { id: act.instrumentId });
  if (known.number === number && known.signedOn === signedOn && act.basedOnId === basedOn) return;
  throw problem('team-decision-signed-otherwise', { number: known.number, on: known.signedOn });
}

import { type Instrument, problem } from '@antt/contracts';
import { type PlainDate, searchKey } from '@antt/kernel';
import { assertInside, currentScope, reachEver } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import {
  InstrumentEntity,
  InstrumentRelationEntity,
  InstrumentTerritoryEntity,
} from './instrument.entity.ts';

/** What a document says that is tied to nothing else. */
export const plainInstrument: Pick<
  Instrument,
  'status' | 'subjects' | 'amends' | 'replaces' | 'bases' | 'territoryOn'
> = { status: 'final', subjects: [], amends: [], replaces: [], bases: [], territoryOn: null };

/** What a document is found by: its number and its title. */
export function instrumentKey({ number, title }: { number: string; title: string }): string {
  return searchKey(`${number} ${title}`);
}

/** What is written of a document apart from its own row. */
export const relationKinds = { amends: 'amends', replaces: 'replaces', bases: 'based-on' } as const;

export async function findInstrument(db: EntityManager, id: string): Promise<Instrument | null> {
  const document = await db.findOneBy(InstrumentEntity, { id });
  if (!document) return null;
  const relations = await db.findBy(InstrumentRelationEntity, { instrumentId: id });
  const territory = await db.findBy(InstrumentTerritoryEntity, { instrumentId: id });
  const others = (kind: InstrumentRelationEntity['kind']) =>
    relations.flatMap((row) => (row.kind === kind ? [row.otherId] : [])).sort();
  return {
    ...document,
    amends: others('amends'),
    replaces: others('replaces'),
    bases: others('based-on'),
    territory: territory.map((row) => row.unitId).sort(),
  };
}

/** The document as it stands, which nobody else changes meanwhile. */
export async function lockedInstrument(tx: EntityManager, id: string): Promise<Instrument> {
  await tx.query('select 1 from instrument where id = $1 for no key update', [id]);
  const found = await findInstrument(tx, id);
  if (!found) throw problem('instrument-not-found', { id });
  return found;
}

/** Whether two documents clash shows only where they are recorded one after the other. */
export async function oneInstrumentAtATime(tx: EntityManager): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('instrument', 0))`);
}

/** The document, which must hold on that day (law BR-01: no quota without a legal basis). */
export async function instrumentInForce(
  tx: EntityManager,
  id: string,
  on: string,
): Promise<InstrumentEntity> {
  const document = await tx.findOneBy(InstrumentEntity, { id });
  if (!document) throw problem('instrument-not-found', { id });
  const { effectiveFrom, effectiveTo, number, status } = document;
  if (status === 'draft') throw problem('instrument-is-draft', { id, number });
  if (on < effectiveFrom || (effectiveTo !== null && on >= effectiveTo)) {
    throw problem('instrument-not-in-force', { number, on, effectiveFrom, effectiveTo });
  }
  return document;
}

type Territory = Pick<Instrument, 'number' | 'territory' | 'effectiveFrom'>;

/** What is there already and may not be read is answered as if it were not there, whoever wants to change it. */
export async function assertMayChange(tx: EntityManager, instrument: Instrument): Promise<void> {
  await assertReadable(tx, instrument.id);
  await assertMayGovern(tx, instrument);
}

/** What leaves every other document as it is needs less: nothing ends, is amended, or waits to be issued by it. */
export function neededToRecord({
  status,
  amends,
  replaces,
}: Pick<Instrument, 'status' | 'amends' | 'replaces'>): 'instrument.record' | 'instrument.write' {
  const isAlone = status === 'final' && amends.length + replaces.length === 0;
  return isAlone ? 'instrument.record' : 'instrument.write';
}

/**
 * Only who may govern all of a document's territory may write it: each unit is looked at on the day it takes
 * effect, one that had ended by then on its last day.
 */
export async function assertMayGovern(
  tx: EntityManager,
  { number, territory, effectiveFrom }: Territory,
  permission: 'instrument.record' | 'instrument.write' = 'instrument.write',
): Promise<void> {
  if (territory.length === 0) {
    if (currentScope(permission, effectiveFrom) === 'all') return;
    throw problem('outside-area', { number });
  }
  const rows: { day: PlainDate; units: string[] }[] = await tx.query(
    `select least($2::date, v.last_day) as day, array_agg(t) as units
       from unnest($1::uuid[]) t
       left join lateral (
         select max(coalesce(valid_to - 1, $2::date)) as last_day
           from unit_version where unit_id = t) v on true
      group by 1`,
    [territory, effectiveFrom],
  );
  for (const { day, units } of rows) await assertInside(tx, permission, units, day);
}

/** Units between which a document must touch something to be read; null is everywhere. */
export function readingRoots(): string[] | null {
  return reachEver('instrument.read', {}).scope;
}

/** Refuses a document that governs nothing of the asker's area, on whatever day. */
export async function assertReadable(db: EntityManager, id: string): Promise<void> {
  const roots = readingRoots();
  if (roots === null) return;
  const [row] = await db.query(
    `select 1 from instruments_touching($1) where instrument_id = $2 limit 1`,
    [roots, id],
  );
  if (!row) throw problem('instrument-not-found', { id });
}

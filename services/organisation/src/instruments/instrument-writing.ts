import { type Instrument, problem } from '@antt/contracts';
import { type EntityManager, In } from 'typeorm';
import { sql } from '@antt/service-kit';
import {
  InstrumentEntity,
  InstrumentRelationEntity,
  InstrumentSubjectEntity,
  InstrumentTerritoryEntity,
} from './instrument.entity.ts';
import { assertMayGovern, findInstrument, relationKinds } from './standing-instrument.ts';

const circleSql = sql(import.meta.url, './instrument-circle.sql');
const overlapSql = sql(import.meta.url, './instrument-overlap.sql');

/** Each id once, in order: what a list says does not hang on how it was typed. */
export function once(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort();
}

/** The document's ties to others, and its territory, as they are to stand. */
export async function writeTies(tx: EntityManager, instrument: Instrument): Promise<void> {
  const { id: instrumentId, territory } = instrument;
  await tx.delete(InstrumentRelationEntity, { instrumentId });
  await tx.delete(InstrumentTerritoryEntity, { instrumentId });
  const relations = Object.entries(relationKinds).flatMap(([field, kind]) =>
    instrument[field as keyof typeof relationKinds].map((otherId) => ({
      instrumentId,
      kind,
      otherId,
    })),
  );
  if (relations.length > 0) await tx.insert(InstrumentRelationEntity, relations);
  const units = territory.map((unitId) => ({ instrumentId, unitId }));
  if (units.length > 0) await tx.insert(InstrumentTerritoryEntity, units);
  await assertNoCircle(tx, instrument);
}

/** A document cannot change what changes it, directly or through others; one is written at a time. */
async function assertNoCircle(
  tx: EntityManager,
  { id, number, amends, replaces }: Instrument,
): Promise<void> {
  const [circle] = await tx.query(circleSql, [id, [...amends, ...replaces]]);
  if (circle) throw problem('instruments-form-a-circle', { id, number, ...circle });
}

export async function assertSubjectsKnown(tx: EntityManager, subjects: string[]): Promise<void> {
  const known = await tx.findBy(InstrumentSubjectEntity, { code: In(subjects) });
  const unknown = subjects.find((code) => !known.some((subject) => subject.code === code));
  if (unknown) throw problem('instrument-subject-not-found', { code: unknown });
}

/** Law BR-03: what a final document replaces ends on the day before it takes effect. */
export async function endReplaced(
  tx: EntityManager,
  { status, replaces, effectiveFrom, number }: Instrument,
): Promise<void> {
  if (status === 'draft') return;
  for (const id of replaces) {
    const old = (await findInstrument(tx, id))!;
    // Only who may govern what the old document governs may end it.
    await assertMayGovern(tx, old);
    if (old.effectiveFrom >= effectiveFrom) {
      const members = { number, replaced: old.number, on: old.effectiveFrom };
      throw problem('instrument-replaces-later', members);
    }
    if (old.effectiveTo === null || old.effectiveTo > effectiveFrom) {
      await tx.update(InstrumentEntity, { id }, { effectiveTo: effectiveFrom });
    }
  }
}

/** What a document had ended by replacing it holds again: the document is corrected or was wrong to. */
export async function reopenReplaced(
  tx: EntityManager,
  { status, replaces, effectiveFrom }: Instrument,
): Promise<void> {
  if (status === 'draft' || replaces.length === 0) return;
  const ended = { id: In(replaces), effectiveTo: effectiveFrom };
  await tx.update(InstrumentEntity, ended, { effectiveTo: null });
}

/**
 * Law BR-02: of one subject a place has one document a day. What amends a document, directly or through others,
 * stands beside it.
 */
export async function assertAloneInForce(
  tx: EntityManager,
  { id, number, status, subjects }: Instrument,
): Promise<void> {
  if (status === 'draft' || subjects.length === 0) return;
  const [clash] = await tx.query(overlapSql, [id]);
  if (clash) throw problem('instrument-subject-overlaps', { id, number, ...clash });
}

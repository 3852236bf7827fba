import {
  type attachInstrumentFiles,
  type correctInstrument,
  type detachInstrumentFile,
  type Instrument,
  instrumentCorrected,
  instrumentRepealed,
  problem,
  type repealInstrument,
} from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { currentPrincipal, publish, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { attachFiles, detachFiles, filesOf } from '../files/attached-files.ts';
import { correctionOf } from './correction.rules.ts';
import { governedBy } from './instrument-reach.service.ts';
import {
  assertAloneInForce,
  assertSubjectsKnown,
  endReplaced,
  reopenReplaced,
  writeTies,
} from './instrument-writing.ts';
import {
  InstrumentCorrectionEntity,
  InstrumentEntity,
  InstrumentRepealEntity,
} from './instrument.entity.ts';
import {
  assertMayChange,
  assertMayGovern,
  instrumentKey,
  lockedInstrument,
  oneInstrumentAtATime,
} from './standing-instrument.ts';

/** So many of what a repeal concerns are named; all are counted. */
const named = 200;

/** What becomes of documents after they were recorded. */
@Injectable()
export class InstrumentChangeService {
  constructor(private readonly db: EntityManager) {}

  /** Ends a document before its time. What rested on it stays recorded; the answer names it. */
  repeal(command: Input<typeof repealInstrument>): Promise<Output<typeof repealInstrument>> {
    const { id, on, byId, reason, dryRun } = command;
    return this.db.transaction(async (tx) => {
      await oneInstrumentAtATime(tx);
      const instrument = await lockedInstrument(tx, id);
      await assertMayChange(tx, instrument);
      const found = await governedBy(tx, id, { roots: null, limit: named, after: on });
      const items = found.items.map(({ sortKey: _, ...item }) => item);
      const effects = { counts: found.counts, items };
      const known = await tx.findOneBy(InstrumentRepealEntity, { instrumentId: id });
      if (known) {
        const isSame = known.repealedOn === on && known.byId === byId && known.reason === reason;
        if (isSame) return { instrument, effects };
        throw problem('instrument-is-repealed', {
          number: instrument.number,
          on: known.repealedOn,
        });
      }
      await assertRepealable(tx, instrument, command);
      if (dryRun) return { instrument: { ...instrument, effectiveTo: on }, effects };
      await tx.update(InstrumentEntity, { id }, { effectiveTo: on });
      await tx.insert(InstrumentRepealEntity, { instrumentId: id, repealedOn: on, byId, reason });
      const { counts } = effects;
      const { number } = instrument;
      await publish(tx, instrumentRepealed, { id, number, on, byId, reason, counts });
      return { instrument: { ...instrument, effectiveTo: on }, effects };
    });
  }

  /** Writes what was meant over what was recorded, and keeps both with the reason. */
  correct(command: Input<typeof correctInstrument>): Promise<Instrument> {
    const { id, correctionId, reason } = command;
    return this.db.transaction(async (tx) => {
      await oneInstrumentAtATime(tx);
      const old = await lockedInstrument(tx, id);
      const { was, became } = correctionOf(old, command);
      const known = await tx.findOneBy(InstrumentCorrectionEntity, { id: correctionId });
      if (known) {
        sameAgain(known, { instrumentId: id, reason });
        return old;
      }
      await assertMayChange(tx, old);
      if (Object.keys(became).length === 0) return old;
      const instrument = { ...old, ...became };
      await assertMayGovern(tx, instrument);
      await assertSubjectsKnown(tx, instrument.subjects);
      await reopenReplaced(tx, old);
      const { amends: _, replaces: __, bases: ___, territory: ____, ...document } = instrument;
      const row = { ...document, searchKey: instrumentKey(document) };
      await tx.update(InstrumentEntity, { id }, row);
      await writeTies(tx, instrument);
      await assertCoversQuotas(tx, instrument);
      await endReplaced(tx, instrument);
      await assertAloneInForce(tx, instrument);
      // What a repeal ended holds again where the day of the end is taken away.
      if ('effectiveTo' in became) await tx.delete(InstrumentRepealEntity, { instrumentId: id });
      const { username } = currentPrincipal();
      const correction = { id: correctionId, instrumentId: id, reason, was, became, username };
      await tx.insert(InstrumentCorrectionEntity, correction);
      const { number } = instrument;
      await publish(tx, instrumentCorrected, { id, number, reason, was, became });
      return instrument;
    });
  }

  async attach({ id, fileIds }: Input<typeof attachInstrumentFiles>) {
    return this.changeFiles(id, (tx) => attachFiles(tx, 'instrument', id, fileIds));
  }

  async detach({ id, fileId }: Input<typeof detachInstrumentFile>) {
    return this.changeFiles(id, (tx) => detachFiles(tx, 'instrument', id, [fileId]));
  }

  private changeFiles(id: string, change: (tx: EntityManager) => Promise<void>) {
    return this.db.transaction(async (tx) => {
      await assertMayChange(tx, await lockedInstrument(tx, id));
      await change(tx);
      return { files: (await filesOf(tx, 'instrument', [id])).get(id) ?? [] };
    });
  }
}

async function assertRepealable(
  tx: EntityManager,
  { number, status, effectiveFrom, effectiveTo }: Instrument,
  { on, byId }: { on: string; byId: string | null },
): Promise<void> {
  if (status === 'draft') throw problem('instrument-is-draft', { number });
  if (on <= effectiveFrom || (effectiveTo !== null && on > effectiveTo)) {
    throw problem('instrument-not-in-force', { number, on, effectiveFrom, effectiveTo });
  }
  if (byId === null) return;
  const by = await tx.findOneBy(InstrumentEntity, { id: byId });
  if (!by) throw problem('related-instrument-not-found', { id: byId });
  if (by.status === 'draft') throw problem('instrument-is-draft', { number: by.number });
  if (on < by.effectiveFrom) {
    const { effectiveFrom: from, effectiveTo: to } = by;
    const members = { number: by.number, on, effectiveFrom: from, effectiveTo: to };
    throw problem('instrument-not-in-force', members);
  }
}

/** Law BR-01: no quota is left on days on which its document does not hold by a slip of the pen. */
async function assertCoversQuotas(
  tx: EntityManager,
  { id, number, effectiveFrom, effectiveTo }: Instrument,
): Promise<void> {
  const [row] = await tx.query(
    `select min(valid_from) as day, count(*)::int as count from quota
      where instrument_id = $1 and (valid_from < $2 or valid_from >= $3)`,
    [id, effectiveFrom, effectiveTo],
  );
  if (row.count === 0) return;
  throw problem('instrument-leaves-quotas-without-basis', {
    number,
    on: row.day,
    count: row.count,
  });
}

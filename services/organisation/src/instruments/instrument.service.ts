import {
  type Instrument,
  instrumentIssued,
  instrumentRecorded,
  type issueInstrument,
  type listInstruments,
  problem,
  type recordInstrument,
} from '@antt/contracts';
import { type Input, type Output, searchKey } from '@antt/kernel';
import { currentScope, publish, sameAgain, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { attachFiles } from '../files/attached-files.ts';
import {
  assertAloneInForce,
  assertSubjectsKnown,
  endReplaced,
  once,
  writeTies,
} from './instrument-writing.ts';
import { InstrumentEntity } from './instrument.entity.ts';
import {
  assertMayChange,
  assertMayGovern,
  findInstrument,
  instrumentKey,
  lockedInstrument,
  neededToRecord,
  oneInstrumentAtATime,
  readingRoots,
} from './standing-instrument.ts';

export { instrumentInForce } from './standing-instrument.ts';

const listSql = sql(import.meta.url, './list-instruments.sql');

@Injectable()
export class InstrumentService {
  constructor(private readonly db: EntityManager) {}

  async list(question: Input<typeof listInstruments>): Promise<Output<typeof listInstruments>> {
    const { on, kind, subject, status, q, cursor, limit } = question;
    const rows = await this.db.query(listSql, [
      on ?? null,
      kind ?? null,
      q ? likeKey(q) : null,
      cursor ?? null,
      limit,
      subject ?? null,
      status ?? null,
      readingRoots(),
    ]);
    return {
      items: rows.map(({ sort_key: _, total: __, ...row }: Record<string, unknown>) => row),
      nextCursor: rows.length === limit ? rows[rows.length - 1].sort_key : null,
      total: rows[0]?.total ?? 0,
    };
  }

  record(
    { fileIds, ...command }: Input<typeof recordInstrument>,
    db: EntityManager = this.db,
  ): Promise<Instrument> {
    // What its recorder may not govern, a document without a territory does not govern either.
    const needed = neededToRecord(command);
    const own = currentScope(needed, command.effectiveFrom);
    const territory = command.territory.length > 0 || own === 'all' ? command.territory : own;
    const instrument: Instrument = {
      ...command,
      subjects: once(command.subjects),
      amends: once(command.amends),
      replaces: once(command.replaces),
      bases: once(command.bases),
      territory: once(territory),
    };
    return db.transaction(async (tx) => {
      await oneInstrumentAtATime(tx);
      const known = await findInstrument(tx, command.id);
      if (known) {
        // The day it ended may have been set since, by another one that replaced it.
        const { effectiveTo, ...rest } = instrument;
        return sameAgain(known, effectiveTo === null ? rest : instrument);
      }
      await assertMayGovern(tx, instrument, needed);
      await assertSubjectsKnown(tx, instrument.subjects);
      const { amends: _, replaces: __, bases: ___, territory: ____, ...document } = instrument;
      await tx.insert(InstrumentEntity, { ...document, searchKey: instrumentKey(document) });
      await writeTies(tx, instrument);
      await endReplaced(tx, instrument);
      await assertAloneInForce(tx, instrument);
      await attachFiles(tx, 'instrument', instrument.id, fileIds);
      await publish(tx, instrumentRecorded, instrument);
      return instrument;
    });
  }

  issue({ id, ...signed }: Input<typeof issueInstrument>): Promise<Instrument> {
    return this.db.transaction(async (tx) => {
      await oneInstrumentAtATime(tx);
      const draft = await lockedInstrument(tx, id);
      await assertMayChange(tx, draft);
      if (draft.status === 'final') {
        const { number, signedOn, effectiveFrom } = signed;
        const again = { number, signedOn, effectiveFrom };
        const isSame = Object.entries(again).every(([key, value]) => draft[key as never] === value);
        if (isSame) return draft;
        throw problem('instrument-is-final', { id, number: draft.number });
      }
      const issued: Instrument = { ...draft, ...signed, status: 'final' };
      await assertMayGovern(tx, issued);
      const searched = { ...signed, searchKey: instrumentKey(issued) };
      await tx.update(InstrumentEntity, { id }, { ...searched, status: 'final' });
      await endReplaced(tx, issued);
      await assertAloneInForce(tx, issued);
      await publish(tx, instrumentIssued, issued);
      return issued;
    });
  }
}

/** The key of what somebody types; their `%` and `_` mean themselves. */
function likeKey(text: string): string {
  return searchKey(text).replace(/[\\%_]/gu, '\\$&');
}

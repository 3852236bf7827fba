import {
  type Instrument,
  instrumentRecorded,
  type listInstruments,
  problem,
  type recordInstrument,
} from '@antt/contracts';
import { type Input, type Output, searchKey } from '@antt/kernel';
import { currentScope, publish, sameAgain, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { assertInside } from '../scope.ts';
import {
  InstrumentEntity,
  InstrumentReplacementEntity,
  InstrumentTerritoryEntity,
} from './instrument.entity.ts';

const listSql = sql(import.meta.url, './list-instruments.sql');

@Injectable()
export class InstrumentService {
  constructor(private readonly db: EntityManager) {}

  async list(question: Input<typeof listInstruments>): Promise<Output<typeof listInstruments>> {
    const { on, kind, q, cursor, limit } = question;
    const rows = await this.db.query(listSql, [
      on ?? null,
      kind ?? null,
      q ? likeKey(q) : null,
      cursor ?? null,
      limit,
    ]);
    return {
      items: rows.map((row: Record<string, unknown>) => ({
        ...row,
        signedOn: row.signed_on,
        effectiveFrom: row.effective_from,
        effectiveTo: row.effective_to,
      })),
      nextCursor: rows.length === limit ? rows[rows.length - 1].sort_key : null,
      total: rows[0]?.total ?? 0,
    };
  }

  /** Law BR-03: what it replaces ends on the day before it takes effect. */
  record(
    command: Input<typeof recordInstrument>,
    db: EntityManager = this.db,
  ): Promise<Instrument> {
    const { replaces: named, territory: given, ...document } = command;
    const replaces = [...new Set(named)].sort();
    // What its recorder may not govern, a document without a territory does not govern either.
    const own = currentScope('instrument.write', command.effectiveFrom);
    const territory = [...new Set(given.length > 0 || own === 'all' ? given : own)].sort();
    const instrument = { ...command, replaces, territory };
    return db.transaction(async (tx) => {
      const known = await findInstrument(tx, command.id);
      if (known) {
        // The day it ended may have been set since, by another one that replaced it.
        const { effectiveTo, ...rest } = instrument;
        return sameAgain(known, effectiveTo === null ? rest : instrument);
      }
      await assertInside(tx, 'instrument.write', territory, command.effectiveFrom);
      await tx.insert(InstrumentEntity, { ...document, searchKey: instrumentKey(document) });
      for (const unitId of territory) {
        await tx.insert(InstrumentTerritoryEntity, { instrumentId: command.id, unitId });
      }
      for (const replacedId of replaces) await this.replace(tx, replacedId, command);
      await publish(tx, instrumentRecorded, instrument);
      return instrument;
    });
  }

  /** Only who may govern what the old document governs may end it. */
  private async replace(
    tx: EntityManager,
    replacedId: string,
    { id, effectiveFrom }: { id: string; effectiveFrom: string },
  ): Promise<void> {
    await tx.insert(InstrumentReplacementEntity, { instrumentId: id, replacedId });
    const old = (await findInstrument(tx, replacedId))!;
    if (old.territory.length > 0) {
      await assertInside(tx, 'instrument.write', old.territory, old.effectiveFrom);
    } else if (currentScope('instrument.write', old.effectiveFrom) !== 'all') {
      throw problem('outside-area', { number: old.number });
    }
    if (old.effectiveTo === null || old.effectiveTo > effectiveFrom) {
      await tx.update(InstrumentEntity, { id: replacedId }, { effectiveTo: effectiveFrom });
    }
  }
}

/** What a document is found by: its number and its title. */
function instrumentKey({ number, title }: { number: string; title: string }): string {
  return searchKey(`${number} ${title}`);
}

/** The key of what somebody types; their `%` and `_` mean themselves. */
function likeKey(text: string): string {
  return searchKey(text).replace(/[\\%_]/gu, '\\$&');
}

async function findInstrument(tx: EntityManager, id: string): Promise<Instrument | null> {
  const document = await tx.findOneBy(InstrumentEntity, { id });
  if (!document) return null;
  const replaces = await tx.findBy(InstrumentReplacementEntity, { instrumentId: id });
  const territory = await tx.findBy(InstrumentTerritoryEntity, { instrumentId: id });
  return {
    ...document,
    replaces: replaces.map((row) => row.replacedId).sort(),
    territory: territory.map((row) => row.unitId).sort(),
  };
}

/** The document, which must hold on that day (law BR-01: no quota without a legal basis). */
export async function instrumentInForce(
  tx: EntityManager,
  id: string,
  on: string,
): Promise<InstrumentEntity> {
  const document = await tx.findOneBy(InstrumentEntity, { id });
  if (!document) throw problem('instrument-not-found', { id });
  const { effectiveFrom, effectiveTo, number } = document;
  if (on < effectiveFrom || (effectiveTo !== null && on >= effectiveTo)) {
    throw problem('instrument-not-in-force', { number, on, effectiveFrom, effectiveTo });
  }
  return document;
}

import type { Governed, getInstrument, listGoverned, listInForce } from '@antt/contracts';
import { problem } from '@antt/contracts';
import type { Input, Output, PlainDate } from '@antt/kernel';
import { sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { filesOf } from '../files/attached-files.ts';
import { ownUnit } from '../units/standing-unit.ts';
import { assertReadable, findInstrument, readingRoots } from './standing-instrument.ts';

const profileSql = sql(import.meta.url, './instrument-profile.sql');
const governedSql = sql(import.meta.url, './governed.sql');
const inForceSql = sql(import.meta.url, './in-force.sql');

type Found = Omit<Output<typeof listGoverned>, 'items'> & {
  items: (Governed & { losesBasisOn: PlainDate; sortKey: string })[];
};

/** What rests on a document within these units; `after`: only what goes on or begins from that day on. */
export async function governedBy(
  db: EntityManager,
  id: string,
  { noun = null, cursor = null, limit, after = null, roots }: Question,
): Promise<Found> {
  const [found] = await db.query(governedSql, [id, roots, noun, cursor, limit, after]);
  const last = found.items.at(-1);
  const nextCursor = found.items.length === limit ? last.sortKey : null;
  return { ...found, nextCursor };
}

type Question = {
  roots: string[] | null;
  limit: number;
  noun?: Governed['noun'] | null;
  cursor?: string | null;
  after?: PlainDate | null;
};

/** Reads what documents are tied to and where they hold. */
@Injectable()
export class InstrumentReachService {
  constructor(private readonly db: EntityManager) {}

  async get({ id }: Input<typeof getInstrument>): Promise<Output<typeof getInstrument>> {
    const found = await findInstrument(this.db, id);
    if (!found) throw problem('instrument-not-found', { id });
    await assertReadable(this.db, id);
    const [ties] = await this.db.query(profileSql, [id]);
    const files = await filesOf(this.db, 'instrument', [id]);
    return { ...found, ...ties, files: files.get(id) ?? [] };
  }

  async governs(question: Input<typeof listGoverned>): Promise<Output<typeof listGoverned>> {
    const { id, ...page } = question;
    if (!(await findInstrument(this.db, id))) throw problem('instrument-not-found', { id });
    await assertReadable(this.db, id);
    const { items, ...found } = await governedBy(this.db, id, { ...page, roots: readingRoots() });
    return { ...found, items: items.map(({ sortKey: _, losesBasisOn: __, ...item }) => item) };
  }

  /** What was in force here on that day. */
  async inForce({
    unit,
    on,
    subject,
  }: Input<typeof listInForce>): Promise<Output<typeof listInForce>> {
    await ownUnit(this.db, 'instrument.read', unit, on);
    const items = await this.db.query(inForceSql, [unit, on, subject ?? null]);
    return { items };
  }
}

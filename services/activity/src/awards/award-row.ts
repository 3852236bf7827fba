import { type Award, type AwardState, type AwardSubject, problem } from '@antt/contracts';
import { today } from '@antt/kernel';
import { reach, sql } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';

const listText = sql(import.meta.url, './list-awards.sql');

/** An award with what its page needs beside the list. */
export type AwardRow = Award & { incidentId: string | null; sending: number; total: number };

type Question = {
  within?: string | undefined;
  state?: AwardState | undefined;
  subject?: AwardSubject | undefined;
  year?: number | undefined;
  roundId?: string | undefined;
  q?: string | undefined;
  ids?: string[];
  start?: number;
  limit: number;
};

/** Awards of the sender's area. */
export function awardRows(db: EntityManager, question: Question): Promise<AwardRow[]> {
  const { within, state, subject, year, roundId, q, ids, start = 0, limit } = question;
  const on = today();
  const roots = reach('award.read', within ? { on, within } : { on });
  const words = q ? q.replaceAll(/[%_\\]/g, '\\$&') : null;
  return db.query(listText, [
    ...[roots.scope, roots.within, on, state ?? null, subject ?? null, year ?? null],
    ...[roundId ?? null, words, ids ?? null, start, limit],
  ]);
}

/** One award that the sender may read; somebody else's is not there (decision 0054). */
export async function readableAward(db: EntityManager, id: string): Promise<AwardRow> {
  const [row] = await awardRows(db, { ids: [id], limit: 1 });
  if (!row) throw problem('award-not-found', { id });
  return row;
}

/** As the list tells it. */
export function shownAward({ total: _, incidentId: __, sending: ___, ...award }: AwardRow): Award {
  return award;
}

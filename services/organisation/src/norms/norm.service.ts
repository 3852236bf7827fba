import type { Level, listNorms, NormRow, previewCriteria } from '@antt/contracts';
import type { Input, Output, PlainDate } from '@antt/kernel';
import { Injectable } from '@nestjs/common';
import { reach } from '@antt/service-kit';
import { EntityManager } from 'typeorm';
import { assertSound } from '../criteria/reading.rules.ts';
import { appliedAs, criteriaInForce } from './applied-criteria.ts';
import { type NormCells, normOf, normRowOf } from './norm-row.rules.ts';
import type { Applied, NormQuestion } from './norm-statement.rules.ts';
import { coverageNorms, listedNorms } from './norm-sum.rules.ts';

type Page = { cursor: string | null; limit: number | null };
type Listed = { rows: NormCells[]; total: NormCells; ids: string[] };
const all: Page = { cursor: null, limit: null };

@Injectable()
export class NormService {
  constructor(private readonly db: EntityManager) {}

  async list(question: Input<typeof listNorms>): Promise<Output<typeof listNorms>> {
    const { on, level, cursor, limit } = question;
    const criteria = await criteriaInForce(this.db, on);
    const asked = { on, ...reach('criteria.read', question), criteria };
    const page = { cursor: cursor ?? null, limit };
    const { rows, total, ids } = await this.listed(asked, level, page);
    const full = rows.length === limit && limit < total.total;
    return {
      items: rows.map((cells) => normRowOf(cells, level, ids)),
      nextCursor: full ? rows.at(-1)!.sort_key : null,
      total: total.total,
      totals: normOf(total),
    };
  }

  /** Both norms of the same villages: by the document as if it held, and by what is in force. */
  async preview(question: Input<typeof previewCriteria>): Promise<Output<typeof previewCriteria>> {
    const { document, on, units, level, cursor, limit, changed } = question;
    assertSound(document);
    const reached = reach('criteria.write', question);
    const roots = units.length > 0 ? units : null;
    const tried: Applied = { id: '', roots, ...appliedAs(document, question.validFrom ?? on, on) };
    const standing = await criteriaInForce(this.db, on);
    const [next, now] = await Promise.all([
      this.listed({ on, ...reached, criteria: [tried] }, level, all),
      this.listed({ on, ...reached, criteria: standing }, level, all),
    ]);
    const before = new Map(now.rows.map((cells) => [cells.bucket_id, cells]));
    const pairs = next.rows.filter((cells) => {
      const old = before.get(cells.bucket_id);
      return !changed || !old || differ(cells, old);
    });
    const start = cursor ? pairs.findIndex(({ sort_key }) => sort_key > cursor) : 0;
    const rest = start === -1 ? [] : pairs.slice(start);
    const shown = rest.slice(0, limit);
    return {
      items: shown.map((cells) => {
        const old = before.get(cells.bucket_id);
        const row: NormRow = normRowOf(cells, level, []);
        return { ...row, now: old ? normOf(old) : null };
      }),
      nextCursor: shown.length < rest.length ? shown.at(-1)!.sort_key : null,
      total: pairs.length,
      totals: normOf(next.total),
      now: normOf(now.total),
    };
  }

  /** Teams and members that the criteria come to, for each unit of a level and in total (id null). */
  async sums(
    asked: Omit<NormQuestion, 'criteria'>,
    level: Level,
  ): Promise<Map<string | null, { teams: number | null; members: number | null }>> {
    const criteria = await criteriaInForce(this.db, asked.on as PlainDate);
    if (criteria.length === 0) return new Map();
    const { text, values } = coverageNorms({ ...asked, criteria }, level);
    const rows: { is_total: boolean; id: string | null; teams: number; members: number }[] =
      await this.db.query(text, values);
    const named = rows.filter(({ is_total, id }) => is_total || id !== null);
    return new Map(named.map(({ id, teams, members }) => [id, { teams, members }]));
  }

  private async listed(
    question: NormQuestion,
    level: 'commune' | 'village',
    page: Page,
  ): Promise<Listed> {
    const { text, values } = listedNorms(question, level, page);
    const [total, ...rows]: NormCells[] = await this.db.query(text, values);
    return { rows, total: total!, ids: question.criteria.map(({ id }) => id) };
  }
}

function differ(one: NormCells, other: NormCells): boolean {
  return (
    one.teams !== other.teams ||
    one.members_min !== other.members_min ||
    one.members_max !== other.members_max
  );
}

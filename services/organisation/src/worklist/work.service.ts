import {
  type getWorklist,
  holds,
  type listWork,
  problem,
  type WorkKind,
  workRights,
} from '@antt/contracts';
import type { Input, Output, PlainDate } from '@antt/kernel';
import { currentPrincipal, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { around, aroundGaps, reachOf, seenKinds, together } from './work-question.ts';

const countSql = sql(import.meta.url, './work-count.sql');
const pageSql = sql(import.meta.url, './work-page.sql');
const gapCountSql = aroundGaps(sql(import.meta.url, './gap-count.sql'));

type Counted = { kind: WorkKind; count: number; oldest: PlainDate | null };

@Injectable()
export class WorkService {
  constructor(private readonly db: EntityManager) {}

  /** Counted by the same question that lists it: the numbers agree. */
  async count(question: Input<typeof getWorklist>): Promise<Output<typeof getWorklist>> {
    const principal = currentPrincipal();
    const seen = seenKinds();
    const { gaps, others } = together(seen, question);
    const found: Counted[][] = await Promise.all([
      ...gaps.map(({ reach, kinds }) => this.db.query(gapCountSql, [...reach, kinds])),
      ...others.map(async ({ reach, kind }) => {
        const [row] = await this.db.query(around(countSql, kind), reach);
        return [{ kind, ...row }];
      }),
    ]);
    const byKind = new Map(found.flat().map((counted) => [counted.kind, counted]));
    const entries = seen.flatMap((kind) => {
      const counted = byKind.get(kind);
      if (!counted || counted.count === 0) return [];
      const { closedBy } = workRights[kind];
      return [{ ...counted, closedBy, mine: holds(principal, closedBy) }];
    });
    return { entries };
  }

  async list(question: Input<typeof listWork>): Promise<Output<typeof listWork>> {
    const { kind, cursor, limit } = question;
    const { seenBy } = workRights[kind];
    if (!holds(currentPrincipal(), seenBy)) throw problem('not-allowed', { permission: seenBy });
    const rows = await this.db.query(around(pageSql, kind), [
      ...reachOf(kind, question),
      cursor ?? null,
      limit,
    ]);
    return {
      items: rows.map(({ sort_key: _, total: __, ...item }: Record<string, unknown>) => item),
      nextCursor: rows.length === limit ? rows[rows.length - 1].sort_key : null,
      total: rows[0]?.total ?? 0,
    };
  }
}

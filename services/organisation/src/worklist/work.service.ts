import {
  Gap,
  type getWorklist,
  holds,
  type listWork,
  type Permission,
  problem,
  WorkKind,
} from '@antt/contracts';
import type { Input, Output, PlainDate } from '@antt/kernel';
import { currentPrincipal, reach, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { openGaps } from '../gaps/open-gaps.ts';

const text = (name: string) => sql(import.meta.url, `./${name}.sql`);
const countSql = text('work-count');
const pageSql = text('work-page');
const gapCountSql = text('gap-count').replace('/* gaps */', () => `\n${openGaps}\n`);

/** Who sees a kind of work, and whose work it is. */
const kinds: Record<WorkKind, { seenBy: Permission; closedBy: Permission }> = {
  'villages-uncovered': { seenBy: 'team.read', closedBy: 'team.write' },
  'teams-short': { seenBy: 'coverage.read', closedBy: 'team.write' },
  'teams-over': { seenBy: 'coverage.read', closedBy: 'team.write' },
  'quota-missing': { seenBy: 'quota.read', closedBy: 'quota.write' },
  'workplace-missing': { seenBy: 'workplace.read', closedBy: 'workplace.write' },
  'consolidation-overdue': { seenBy: 'team.read', closedBy: 'team.write' },
  'quota-decision-due': { seenBy: 'quota.read', closedBy: 'quota.write' },
  'teams-await-consolidation': { seenBy: 'team.read', closedBy: 'team.write' },
  'outline-missing': { seenBy: 'unit.write', closedBy: 'unit.write' },
  'figures-missing': { seenBy: 'quota.read', closedBy: 'unit.write' },
  'kind-pending': { seenBy: 'quota.read', closedBy: 'unit.write' },
  'village-below-standard': { seenBy: 'quota.read', closedBy: 'unit.write' },
  'instrument-without-file': { seenBy: 'instrument.write', closedBy: 'instrument.write' },
  'draft-open': { seenBy: 'quota.write', closedBy: 'quota.write' },
  'proposal-waiting': { seenBy: 'quota.write', closedBy: 'quota.write' },
};

const isGap = (kind: WorkKind): kind is Gap => Gap.safeParse(kind).success;
const gapWork = (kind: Gap) =>
  `select 'unit' as noun, unit_id as id, unit_id, since from (\n${openGaps}\n) gap where kind = '${kind}'`;
const workOf = Object.fromEntries(
  WorkKind.options.map((kind) => [kind, isGap(kind) ? gapWork(kind) : text(kind).trimEnd()]),
) as Record<WorkKind, string>;
/** A function: a `$1` of the question is no group of a pattern. */
const around = (wrapper: string, kind: WorkKind) =>
  wrapper.replace('/* work */', () => `\n${workOf[kind]}\n`);

type Counted = { count: number; oldest: PlainDate | null };

@Injectable()
export class WorkService {
  constructor(private readonly db: EntityManager) {}

  /** Counted by the same question that lists it: the numbers agree. */
  async count({ on, within }: Input<typeof getWorklist>): Promise<Output<typeof getWorklist>> {
    const principal = currentPrincipal();
    const seen = WorkKind.options.filter((kind) => holds(principal, kinds[kind].seenBy));
    const reachOf = (kind: WorkKind) => {
      const { scope, within: roots } = reach(kinds[kind].seenBy, {
        on,
        ...(within ? { within } : {}),
      });
      return [on, scope, roots];
    };
    const gaps = this.countGaps(seen.filter(isGap), reachOf);
    const entries = await Promise.all(
      seen.map(async (kind) => {
        const counted = isGap(kind)
          ? (await gaps).get(kind)
          : (await this.db.query(around(countSql, kind), reachOf(kind)))[0];
        const { closedBy } = kinds[kind];
        return {
          kind,
          count: 0,
          oldest: null,
          ...counted,
          closedBy,
          mine: holds(principal, closedBy),
        };
      }),
    );
    return { entries: entries.filter(({ count }) => count > 0) };
  }

  /** All kinds of gaps by one question, or by one for each area that a permission reaches. */
  private async countGaps(
    seen: Gap[],
    reachOf: (kind: Gap) => unknown[],
  ): Promise<Map<Gap, Counted>> {
    const byReach = new Map<string, Gap[]>();
    for (const kind of seen) {
      const key = JSON.stringify(reachOf(kind));
      byReach.set(key, [...(byReach.get(key) ?? []), kind]);
    }
    const rows: ({ kind: Gap } & Counted)[][] = await Promise.all(
      [...byReach.values()].map((together) =>
        this.db.query(gapCountSql, [...reachOf(together[0]!), together]),
      ),
    );
    return new Map(rows.flat().map(({ kind, ...counted }) => [kind, counted]));
  }

  async list(question: Input<typeof listWork>): Promise<Output<typeof listWork>> {
    const { kind, on, cursor, limit } = question;
    const { seenBy } = kinds[kind];
    if (!holds(currentPrincipal(), seenBy)) throw problem('not-allowed', { permission: seenBy });
    const { scope, within } = reach(seenBy, question);
    const rows = await this.db.query(around(pageSql, kind), [
      on,
      scope,
      within,
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

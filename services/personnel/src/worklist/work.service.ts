import {
  type getPeopleWork,
  holds,
  type listPeopleWork,
  PeopleWorkKind,
  peopleWorkRights,
  problem,
} from '@antt/contracts';
import type { Input, Output, PlainDate } from '@antt/kernel';
import { currentPrincipal, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { EntityManager } from 'typeorm';
import { keyOf, TermService } from './term.service.ts';
import { workQuestions } from './work-kind.ts';
import { around, askedOf, isInside, type Question, type Reach, Reaches } from './work-reach.ts';

const countSql = sql(import.meta.url, './work-count.sql');
const pageSql = sql(import.meta.url, './work-page.sql');

type Counted = { count: number; oldest: PlainDate | null };

/** What is due, wrong or waiting about people; counted by the same question that lists it. */
@Injectable()
export class WorkService {
  constructor(
    private readonly db: EntityManager,
    private readonly terms: TermService,
  ) {}

  async count(question: Input<typeof getPeopleWork>): Promise<Output<typeof getPeopleWork>> {
    const principal = currentPrincipal();
    const seen = PeopleWorkKind.options.filter((kind) =>
      holds(principal, peopleWorkRights[kind].seenBy),
    );
    const reaches = new Reaches(this.db, question);
    const entries = await Promise.all(
      seen.map(async (kind) => {
        const { seenBy, closedBy } = peopleWorkRights[kind];
        const counted = await this.counted(kind, question, await reaches.of(seenBy));
        return { kind, ...counted, closedBy, mine: await this.isMine(kind, counted, reaches) };
      }),
    );
    return { entries: entries.filter(({ count }) => count > 0) };
  }

  /** Two roles in two areas do not add up: some of it lies where the sender may close it. */
  private async isMine(kind: PeopleWorkKind, { count }: Counted, reaches: Reaches) {
    const { seenBy, closedBy } = peopleWorkRights[kind];
    if (count === 0 || !holds(currentPrincipal(), closedBy)) return false;
    const [seen, closed] = [await reaches.of(seenBy), await reaches.of(closedBy)];
    if (isDeepStrictEqual(seen, closed)) return true;
    return (await this.counted(kind, reaches.question, closed)).count > 0;
  }

  async list(question: Input<typeof listPeopleWork>): Promise<Output<typeof listPeopleWork>> {
    const { kind, cursor, limit } = question;
    const { seenBy } = peopleWorkRights[kind];
    if (!holds(currentPrincipal(), seenBy)) throw problem('not-allowed', { permission: seenBy });
    const asked = workQuestions[kind];
    if (!asked) {
      const all = await this.terms.items(kind, question);
      const rest = cursor ? all.filter((item) => keyOf(item) > cursor) : all;
      const items = rest.slice(0, limit);
      const isWhole = items.length === rest.length;
      return { items, nextCursor: isWhole ? null : keyOf(items.at(-1)!), total: all.length };
    }
    const reach = await new Reaches(this.db, question).of(seenBy);
    const given = askedOf(reach, asked);
    const page = around(pageSql, asked)
      .replaceAll('$cursor', () => `$${given.length + 1}`)
      .replace('$limit', () => `$${given.length + 2}`);
    const rows = await this.db.query(page, [...given, cursor ?? null, limit]);
    return {
      items: rows.map(({ sort_key: _, total: __, ...item }: Record<string, unknown>) => item),
      nextCursor: rows.length === limit ? rows[rows.length - 1].sort_key : null,
      total: rows[0]?.total ?? 0,
    };
  }

  private async counted(kind: PeopleWorkKind, question: Question, reach: Reach): Promise<Counted> {
    const asked = workQuestions[kind];
    if (!asked) {
      const items = (await this.terms.items(kind, question)).filter(({ unitId }) =>
        isInside(unitId, reach),
      );
      return { count: items.length, oldest: items[0]?.since ?? null };
    }
    const [row] = await this.db.query(around(countSql, asked), askedOf(reach, asked));
    return row;
  }
}

import {
  type getPeopleWork,
  holds,
  type listPeopleWork,
  PeopleWorkKind,
  problem,
} from '@antt/contracts';
import type { Input, Output, PlainDate } from '@antt/kernel';
import { currentPrincipal, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { peopleScope, peopleWithin } from '../people/person-scope.ts';
import { keyOf, TermService } from './term.service.ts';
import { workKinds, workQuestions } from './work-kind.ts';

const countSql = sql(import.meta.url, './work-count.sql');
const pageSql = sql(import.meta.url, './work-page.sql');

type Question = { on: PlainDate; within?: string | undefined };
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
    const seen = PeopleWorkKind.options.filter((kind) => holds(principal, workKinds[kind].seenBy));
    const entries = await Promise.all(
      seen.map(async (kind) => {
        const { closedBy } = workKinds[kind];
        const counted = await this.counted(kind, question);
        return { kind, ...counted, closedBy, mine: holds(principal, closedBy) };
      }),
    );
    return { entries: entries.filter(({ count }) => count > 0) };
  }

  async list(question: Input<typeof listPeopleWork>): Promise<Output<typeof listPeopleWork>> {
    const { kind, cursor, limit } = question;
    const { seenBy } = workKinds[kind];
    if (!holds(currentPrincipal(), seenBy)) throw problem('not-allowed', { permission: seenBy });
    const asked = workQuestions[kind];
    if (!asked) {
      const all = await this.terms.items(kind, question);
      const rest = cursor ? all.filter((item) => keyOf(item) > cursor) : all;
      const items = rest.slice(0, limit);
      const isWhole = items.length === rest.length;
      return { items, nextCursor: isWhole ? null : keyOf(items.at(-1)!), total: all.length };
    }
    const given = [...(await this.reach(kind, question)), ...asked.more];
    const page = pageSql
      .replace('/* work */', () => `\n${asked.text}\n`)
      .replaceAll('$cursor', () => `$${given.length + 1}`)
      .replace('$limit', () => `$${given.length + 2}`);
    const rows = await this.db.query(page, [...given, cursor ?? null, limit]);
    return {
      items: rows.map(({ sort_key: _, total: __, ...item }: Record<string, unknown>) => item),
      nextCursor: rows.length === limit ? rows[rows.length - 1].sort_key : null,
      total: rows[0]?.total ?? 0,
    };
  }

  private async counted(kind: PeopleWorkKind, question: Question): Promise<Counted> {
    const asked = workQuestions[kind];
    if (!asked) {
      const items = await this.terms.items(kind, question);
      return { count: items.length, oldest: items[0]?.since ?? null };
    }
    const text = countSql.replace('/* work */', () => `\n${asked.text}\n`);
    const [row] = await this.db.query(text, [...(await this.reach(kind, question)), ...asked.more]);
    return row;
  }

  private async reach(kind: PeopleWorkKind, { on, within }: Question): Promise<unknown[]> {
    return [
      on,
      await peopleScope(this.db, workKinds[kind].seenBy, on),
      await peopleWithin(this.db, within, on),
    ];
  }
}

import {
  type countPeopleWorkByUnit,
  holds,
  PeopleWorkKind,
  peopleWorkRights,
  problem,
} from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { currentPrincipal, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { TermService } from './term.service.ts';
import { workQuestions } from './work-kind.ts';
import { around, askedOf, isInside, Reaches } from './work-reach.ts';

const unitsSql = sql(import.meta.url, './work-units.sql');
const byUnitSql = sql(import.meta.url, './work-by-unit.sql');

type InUnit = { unitId: string | null; count: number };
type Question = Input<typeof countPeopleWorkByUnit>;

/** How much work about people waits in each unit of a level: the items of the list, counted where they lie. */
@Injectable()
export class WorkByUnitService {
  constructor(
    private readonly db: EntityManager,
    private readonly terms: TermService,
  ) {}

  async count(question: Question): Promise<Output<typeof countPeopleWorkByUnit>> {
    const { kind, on, level } = question;
    const principal = currentPrincipal();
    const seen = PeopleWorkKind.options.filter((one) =>
      holds(principal, peopleWorkRights[one].seenBy),
    );
    if (kind && !seen.includes(kind)) {
      throw problem('not-allowed', { permission: peopleWorkRights[kind].seenBy });
    }
    const reaches = new Reaches(this.db, question);
    const found = await Promise.all(
      (kind ? [kind] : seen).map((one) => this.ofKind(one, question, reaches)),
    );
    const counted = found.flat();
    const items = await this.db.query(byUnitSql, [
      on,
      level,
      counted.map(({ unitId }) => unitId),
      counted.map(({ count }) => count),
    ]);
    return { items, total: counted.reduce((sum, { count }) => sum + count, 0) };
  }

  private async ofKind(
    kind: PeopleWorkKind,
    { on, within }: Question,
    reaches: Reaches,
  ): Promise<InUnit[]> {
    const reach = await reaches.of(peopleWorkRights[kind].seenBy);
    const asked = workQuestions[kind];
    if (asked) return this.db.query(around(unitsSql, asked), askedOf(reach, asked));
    const items = await this.terms.items(kind, { on, within });
    return items
      .filter(({ unitId }) => isInside(unitId, reach))
      .map(({ unitId }) => ({ unitId, count: 1 }));
  }
}

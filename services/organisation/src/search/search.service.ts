import { type Found, type FoundNoun, holds, type Permission, type search } from '@antt/contracts';
import { addDays, type Input, type Output, searchKey } from '@antt/kernel';
import { areasOf, currentPrincipal, reach, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { readingRoots } from '../instruments/standing-instrument.ts';
import { UnitService } from '../units/unit.service.ts';

type Group = Output<typeof search>['groups'][number];

const asked: [FoundNoun, Permission, string][] = [
  ['team', 'team.read', sql(import.meta.url, './find-teams.sql')],
  ['workplace', 'workplace.read', sql(import.meta.url, './find-workplaces.sql')],
  ['instrument', 'instrument.read', sql(import.meta.url, './find-instruments.sql')],
];

/** What is called so and may be opened, by noun; each noun in the scope of its own permission. */
@Injectable()
export class SearchService {
  constructor(
    private readonly db: EntityManager,
    private readonly units: UnitService,
  ) {}

  async find(question: Input<typeof search>): Promise<Output<typeof search>> {
    if (!/[\p{L}\d]/u.test(question.q)) return { groups: [] };
    const groups = await Promise.all([
      this.findUnits(question),
      ...asked
        .filter(([, permission]) => holds(currentPrincipal(), permission))
        .map((one) => this.findOthers(one, question)),
    ]);
    return { groups: groups.filter(({ items }) => items.length > 0) };
  }

  private async findUnits({ q, on, limit }: Input<typeof search>): Promise<Group> {
    const question = { on, q, limit, days: 'all' as const };
    const { items, total } = await this.units.list(question, areasOf('unit.read'));
    const found = items.map((unit): Found => {
      const { id, kind, name, parentKind, parentName, validFrom, validTo } = unit;
      const ended = validTo !== null && validTo <= on;
      return {
        noun: 'unit',
        id,
        name: `${kind} ${name}`,
        note: parentKind && parentName ? `${parentKind} ${parentName}` : null,
        on: ended ? addDays(validTo, -1) : validFrom > on ? validFrom : on,
      };
    });
    return { noun: 'unit', items: found, total };
  }

  private async findOthers(
    [noun, permission, question]: (typeof asked)[number],
    { q, on, limit }: Input<typeof search>,
  ): Promise<Group> {
    const scope = noun === 'instrument' ? readingRoots() : reach(permission, { on }).scope;
    // Their `%` and `_` mean themselves.
    const key = searchKey(q).replace(/[\\%_]/gu, '\\$&');
    const rows = await this.db.query(question, [on, scope, key, limit]);
    const items = rows.map((row: Record<string, unknown>) => {
      const { id, name, note, on } = row;
      return { noun, id, name, note, on };
    });
    return { noun, items, total: rows[0]?.total ?? 0 };
  }
}

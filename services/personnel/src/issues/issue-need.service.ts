import { type IssueNeed, type listIssueNeeds, type listIssueNorms } from '@antt/contracts';
import { compareNames, type Input, type Output, type PlainDate } from '@antt/kernel';
import { sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { peopleScope, peopleWithin } from '../people/person-scope.ts';
import { parametersOf } from '../settings/parameter-of.ts';
import { shareOf } from './issue.rules.ts';
import { winterIn } from './winter.ts';

const standingSql = sql(import.meta.url, './standing.sql');

/** What a team of a commune is due of an item, and has. */
type Standing = {
  communeId: string;
  communeName: string;
  communeKind: string;
  item: string;
  name: string;
  measure: string;
  category: 'uniform' | 'tool' | 'token';
  season: 'all' | 'winter' | 'no-winter';
  place: number;
  members: number;
  percent: number | null;
  strength: number;
  due: number | null;
  serves: number;
  need: number | null;
};

/** What there is to buy: entitlements of a day and what communes need in a year. */
@Injectable()
export class IssueNeedService {
  constructor(private readonly db: EntityManager) {}

  async norms({ on }: Input<typeof listIssueNorms>): Promise<Output<typeof listIssueNorms>> {
    const items = await this.db.query(
      `select n.id, n.item, n.phase, n.quantity, n.percent, n.service_months as "serviceMonths",
              n.unit_id as "unitId", n.source, n.valid_from as "validFrom", n.valid_to as "validTo",
              m.name, m.measure, m.category, m.season, m.numbered,
              coalesce(v.kind || ' ' || v.name, '') as "unitName"
         from issue_norm n
         join issue_item m on m.item = n.item
         left join lateral (select kind, name from unit_version
                             where unit_id = n.unit_id order by valid_from desc limit 1) v on true
        where n.valid_from <= $1 and (n.valid_to is null or $1 < n.valid_to)
        order by m.place, n.phase, n.unit_id nulls first`,
      [on],
    );
    return { items, nextCursor: null, total: items.length };
  }

  async needs(question: Input<typeof listIssueNeeds>): Promise<Output<typeof listIssueNeeds>> {
    const { year, within, category, cursor, limit } = question;
    const on: PlainDate = `${year}-01-01`;
    const rows: Standing[] = await this.db.query(standingSql, [
      ...[on, `${year + 1}-01-01`, await peopleScope(this.db, 'person.read', on)],
      ...[await peopleWithin(this.db, within, on), category ?? null],
    ]);
    const needs = await this.byCommune(rows, on);
    const from = Number(cursor ?? 0);
    const items = needs.slice(from, from + limit);
    const end = from + items.length;
    return { items, nextCursor: end < needs.length ? String(end) : null, total: needs.length };
  }

  private async byCommune(rows: Standing[], on: PlainDate): Promise<IssueNeed[]> {
    // For all communes at once: a province has hundreds.
    const communes = [...new Set(rows.map(({ communeId }) => communeId))];
    const winter = await winterIn(this.db, communes, on);
    const rounding = await parametersOf(this.db, 'tool-rounding', communes, on);
    const needs = new Map<string, IssueNeed & { place: number }>();
    for (const row of rows) {
      const { communeId: id, season, item, name, measure, category, members, place } = row;
      if (season !== 'all' && (season === 'winter') !== winter.has(id)) continue;
      const due =
        row.percent === null ? row.due! : shareOf(row.strength, row.percent, rounding.get(id)!);
      const need = row.percent === null ? row.need! : Math.max(0, due - row.serves);
      const commune = { id, name: row.communeName, kind: row.communeKind };
      const of = { commune, item, name, measure, category, members, place };
      const sum = needs.get(`${id} ${item}`) ?? { ...of, due: 0, serving: 0, need: 0 };
      needs.set(`${id} ${item}`, {
        ...sum,
        due: sum.due + due,
        serving: sum.serving + row.serves,
        need: sum.need + need,
      });
    }
    return [...needs.values()].sort(
      (a, b) =>
        compareNames(a.commune.name, b.commune.name) ||
        (a.commune.id < b.commune.id ? -1 : Number(a.commune.id > b.commune.id)) ||
        a.place - b.place,
    );
  }
}

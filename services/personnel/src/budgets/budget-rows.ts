import type { BudgetFund, BudgetGroup, BudgetSource } from '@antt/contracts';
import { today } from '@antt/kernel';
import type { EntityManager } from 'typeorm';
import { peopleScope, peopleWithin } from '../people/person-scope.ts';

/** Rows about money of a unit, latest first; $1 id, $2 seen, $3 asked about (null = all) … */
const rowsText = (table: 'budget' | 'budget_spending', columns: string) => `
  with found as materialized (
    select b.*, to_char(b.at at time zone 'UTC', 'YYYYMMDDHH24MISSUS') || ' ' || b.id as sort_key
      from ${table} b
     where ($1::uuid is null or b.id = $1)
       and ($2::uuid[] is null or b.unit_id = any ($2)) and ($3::uuid[] is null or b.unit_id = any ($3))
       and ($4::int is null or b.year = $4) and ($5::uuid is null or b.unit_id = $5)
       and ($6::text is null or b.fund = $6) and ($7::text is null or b.item_group = $7)
       and ($8::text is null or b.source = $8))
  select b.id, b.unit_id as "unitId", b.year, b.fund, b.item_group as "group", b.source, b.amount, ${columns},
         b.request_id as "requestId", b.takes_back_id as "takesBackId", b.note, b.by, to_json(b.at) #>> '{}' as at,
         exists (select from ${table} t where t.takes_back_id = b.id) as "takenBack",
         json_build_object('id', b.unit_id, 'name', coalesce(v.name, ''), 'kind', coalesce(v.kind, '')) as unit,
         b.sort_key as "sortKey", (select count(*) from found)::int as total,
         (select coalesce(sum(amount), 0) from found)::bigint as "totalAmount"
    from found b
    left join lateral (select name, kind from unit_version where unit_id = b.unit_id and valid_from < make_date(b.year + 1, 1, 1)
                        order by valid_from desc limit 1) v on true
   where $9::text is null or b.sort_key < $9
   order by b.sort_key desc limit $10`;

const texts = {
  budget: rowsText('budget', 'b.kind, b.instrument'),
  budget_spending: rowsText('budget_spending', `b.spent_on as "spentOn", b.paper`),
};

type Asked = {
  id?: string;
  year?: number | undefined;
  within?: string | undefined;
  unitId?: string | undefined;
  fund?: BudgetFund | undefined;
  group?: BudgetGroup | undefined;
  source?: BudgetSource | undefined;
  cursor?: string | undefined;
  limit: number;
};
type Row<T> = T & { sortKey: string; total: number; totalAmount: number };

/** A page of what was given or spent, with the sum of the whole list. */
export async function budgetRows<T>(
  db: EntityManager,
  table: keyof typeof texts,
  asked: Asked,
): Promise<{ items: T[]; nextCursor: string | null; total: number; amount: number }> {
  const { id, year, within, unitId, fund, group, source, cursor, limit } = asked;
  const rows: Row<T>[] = await db.query(texts[table], [
    id ?? null,
    await peopleScope(db, 'budget.read', today()),
    await peopleWithin(db, within, today()),
    ...[year, unitId, fund, group, source, cursor].map((one) => one ?? null),
    limit,
  ]);
  return {
    items: rows.map(({ sortKey: _, total: __, totalAmount: ___, ...row }) => row as unknown as T),
    nextCursor: rows.length === limit ? rows.at(-1)!.sortKey : null,
    total: rows[0]?.total ?? 0,
    amount: rows[0]?.totalAmount ?? 0,
  };
}

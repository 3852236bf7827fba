import { CriteriaDocument } from '@antt/contracts';
import type { Client } from 'pg';
import type { DemoClient } from '../demo/client.ts';

/** A day of the 34 provinces: the documents of before it were one for the whole country. */
export const provinceDay = '2025-07-01';

/** Two bounds of households and the least number of members: each province has its own. */
type Rule = { id: string; low: number; high: number; least: number };

/** Ids that follow from a number, so that every run measures the same data. */
const idOf = (part: number, n: number) =>
  `01900000-0000-7000-8${part}00-${String(n).padStart(12, '0')}`;

function documentOf({ low, high, least }: Rule): CriteriaDocument {
  return CriteriaDocument.parse({
    name: 'Đo tốc độ',
    certainty: 'illustrative',
    members: [
      {
        name: 'Theo số hộ',
        metric: 'households',
        classes: [
          { to: low, value: { binding: 'exact', members: least } },
          { from: low, to: high, value: { binding: 'exact', members: least + 1 } },
          { from: high, value: { binding: 'exact', members: least + 2 } },
        ],
      },
    ],
  });
}

/** Ends the document of the whole country and lets every province have one of its own. */
export async function giveProvincesCriteria(
  client: DemoClient,
  database: Client,
  standing: string,
): Promise<Rule[]> {
  const { rows } = await database.query<{ id: string }>(
    `select unit_id as id from unit_version
      where level = 'province' and valid_from <= $1 and (valid_to is null or $1 < valid_to) order by code`,
    [provinceDay],
  );
  const rules = rows.map(({ id }, n) => ({
    id,
    low: 300 + 3 * n,
    high: 450 + 3 * n,
    least: 3 + (n % 2),
  }));
  await client.post(`/criteria/${standing}/withdrawals`, { on: provinceDay });
  for (const [n, rule] of rules.entries()) {
    const [instrumentId, id] = [idOf(1, n), idOf(2, n)];
    const dated = { signedOn: provinceDay, effectiveFrom: provinceDay };
    const named = {
      kind: 'resolution',
      number: `${n + 100}/NQ`,
      issuer: 'Đo tốc độ',
      title: 'Tiêu chí',
    };
    await client.post('/instruments', { id: instrumentId, ...named, ...dated });
    await client.post('/criteria', {
      id,
      instrumentId,
      units: [rule.id],
      document: documentOf(rule),
    });
    await client.post(`/criteria/${id}/adoptions`, { validFrom: provinceDay });
  }
  return rules;
}

/** The same rules written down for good: what the documents may not be much slower than. $1 day, $2 the rules. */
export const fixedRules = `
with rule as materialized (
  select * from jsonb_to_recordset($2::jsonb) as r (id uuid, low int, high int, least int)
)
select p.parent_id, count(*)::int as teams,
       sum(r.least + case when f.value < r.low then 0 when f.value < r.high then 1 else 2 end)::int as members
  from unit_version v
  join unit_parent p on p.unit_id = v.unit_id
   and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
  join unit_parent above on above.unit_id = p.parent_id
   and above.valid_from <= $1 and (above.valid_to is null or $1 < above.valid_to)
  join rule r on r.id = above.parent_id
  left join lateral (
    select value from unit_figure f
     where f.unit_id = v.unit_id and f.kind = 'households' and f.measured_on <= $1
     order by f.measured_on desc limit 1) f on true
 where v.level = 'village' and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
 group by p.parent_id`;

import type { TotalDimension, TotalLevel } from '@antt/contracts';
import { type CellsAsked, cellsOf, isByProvince } from './total-cells.rules.ts';

/** The column of each dimension, in the order in which rows stand. */
const columns = {
  month: { column: 'month', told: `to_char(g.month, 'YYYY-MM')` },
  unit: { column: 'unit_id', told: '' },
  item: { column: 'item', told: 'g.item' },
  position: { column: 'position', told: `nullif(g.position, '')` },
  source: { column: 'fund', told: 'g.fund' },
  payee: { column: 'payee', told: 'g.payee' },
} as const satisfies Record<TotalDimension, { column: string; told: string }>;
const dimensions = Object.keys(columns) as TotalDimension[];

/**
 * One statement for any combination of dimensions. $1 and $2 first and last month, $3 communes that may be seen
 * (null = all), $4 communes asked about (null = all; of the day $6 if that is given), $5 states, $6 the day in whose
 * units it is told (null = as it was paid), $7 areas as [{id, name, communes (null = all)}]. The last row is the grand
 * total. `people` counts each person once a month and cell.
 */
export function totalsText(asked: CellsAsked): string {
  const { by, level } = asked;
  const keys = dimensions.filter((name) => by.has(name)).map((name) => columns[name].column);
  const figures = `sum(people)::int as people, sum(lines)::int as lines, sum(amount)::bigint as amount`;
  const said = dimensions
    .filter((name) => name !== 'unit')
    .map((name) => `${by.has(name) ? columns[name].told : 'null'} as ${name}`);
  return `with run as materialized (${runsText}),
  ${cellsOf(asked)},
  placed as (${placedOf(asked)}),
  g as (
    select ${[...keys, 'false as is_total'].join(', ')}, ${figures} from placed group by ${keys.join(', ')}
    union all
    select ${[...keys.map(() => 'null'), 'true'].join(', ')}, ${figures} from cell),
  asked as (select $6::date as restate, $7::jsonb as areas)
  select ${by.has('unit') ? unitText : 'null'} as unit, ${said.join(', ')},
         coalesce(g.people, 0) as people, coalesce(g.lines, 0) as lines, coalesce(g.amount, 0) as amount,
         g.is_total as "isTotal"
    from g ${by.has('unit') ? namedText[level] : ''}
   order by g.is_total${dimensions
     .filter((name) => by.has(name))
     .map(
       (name) =>
         (name === 'unit' ? `, v.name collate "vi-x-icu"` : '') + `, g.${columns[name].column}`,
     )
     .join('')}`;
}

/**
 * Only runs that paid somebody who may be seen and is asked about: the sums of the others are not even read. Told in
 * the units of another day, a run of a commune that lay elsewhere may count too.
 */
const runsText = `
    select p.id, p.month from payroll p
     where p.month between $1 and $2 and p.state = any ($5)
       and ($3::uuid[] is null and ($4::uuid[] is null or $6::date is not null)
         or exists (select from payroll_commune c where c.payroll_id = p.id
                       and ($3::uuid[] is null or c.commune_id = any ($3))
                       and ($4::uuid[] is null or $6::date is not null or c.commune_id = any ($4))))`;

const unitText = `case when g.unit_id is not null then json_build_object('id', g.unit_id, 'code', coalesce(v.code, ''),
           'name', coalesce(v.name, ''), 'kind', coalesce(v.kind, '')) end`;

function placedOf(asked: CellsAsked): string {
  if (!asked.by.has('unit')) return 'select * from cell';
  if (isByProvince(asked)) return 'select c.*, c.province_id as unit_id from cell c';
  return placedText[asked.level];
}

/** Each commune is looked up once a day, however many cells it has. */
const above = (level: string) => `
    select c.*, lying.unit_id
      from cell c
      left join (select d.commune_id, d.month, a.id as unit_id
              from (select distinct commune_id, month from cell) d
              left join lateral (
                select a.id from unit_above(d.commune_id, coalesce($6::date, d.month)) a
                  join unit u on u.id = a.id and u.level = '${level}' limit 1) a on true) lying
        on lying.commune_id = c.commune_id and lying.month = c.month`;

/** A commune may lie in several areas, or in none: rows of areas do not add up to the total. */
const placedText: Record<TotalLevel, string> = {
  province: above('province'),
  district: above('district'),
  commune: 'select c.*, c.commune_id as unit_id from cell c',
  team: 'select c.*, c.team_id as unit_id from cell c',
  area: `
    select c.*, area.id as unit_id from cell c
      join jsonb_to_recordset($7::jsonb) as area (id uuid, name text, communes uuid[])
        on area.communes is null or c.commune_id = any (area.communes)`,
};

const named = `left join lateral (
      select code, name, kind from unit_version where unit_id = g.unit_id
       order by (valid_from <= coalesce($6::date, 'infinity')) desc, valid_from desc limit 1) v on true`;
const namedText: Record<TotalLevel, string> = {
  province: named,
  district: named,
  commune: named,
  team: `left join lateral (select code, name, 'Tổ' as kind from team where id = g.unit_id) v on true`,
  area: `left join lateral (
      select '' as code, area.name, 'địa bàn' as kind
        from jsonb_to_recordset($7::jsonb) as area (id uuid, name text) where area.id = g.unit_id) v on true`,
};

import type { TotalDimension, TotalLevel } from '@antt/contracts';

/**
 * One statement for any combination of dimensions. $1 and $2 first and last month, $3 communes that may be seen
 * (null = all), $4 communes asked about (null = all), $5 states. The last row is the grand total, added up from
 * what the rows show. `people` counts each person once a month and cell.
 */
export function totalsText(by: ReadonlySet<TotalDimension>, level: TotalLevel): string {
  const byTeam = by.has('unit') && level === 'team';
  const cells = byTeam ? lineCells : plainOf(by) ? communeCells : sumCells;
  const unit = {
    team: 'team_id',
    commune: 'commune_id',
    province: 'province_id',
  }[level];
  const keys = [
    ...(by.has('unit') ? [`${unit} as unit_id`] : []),
    ...(by.has('month') ? ['month'] : []),
    ...(by.has('item') ? ['item'] : []),
    ...(by.has('position') ? ['position'] : []),
    ...(by.has('source') ? ['fund'] : []),
    ...(by.has('payee') ? ['payee'] : []),
  ];
  const names = keys.map((key) => key.split(' as ').at(-1)!);
  const sets = names.length > 0 ? `grouping sets ((${names.join(', ')}), ())` : '()';
  const province =
    by.has('unit') && level === 'province'
      ? `left join lateral (
           select a.id as province_id from unit_above(c.commune_id, greatest(c.month, c.commune_from)) a
             join unit u on u.id = a.id and u.level = 'province' limit 1) above on true`
      : '';
  const column = (name: string, value: string) => (names.includes(name) ? value : 'null');
  const unitJoin = !by.has('unit')
    ? ''
    : byTeam
      ? `left join lateral (select code, name, 'Tổ' as kind from team where id = g.unit_id) v on true`
      : `left join lateral (
           select code, name, kind from unit_version where unit_id = g.unit_id
            order by valid_from desc limit 1) v on true`;
  return `with run as materialized (
    select id, month from payroll where month between $1 and $2 and state = any ($5)),
  cell as (${cells}),
  placed as (select c.*${province ? ', above.province_id' : ''} from cell c ${province}),
  told as (
    select ${[...keys.map((key) => key), 'people', 'lines', 'amount'].join(', ')} from placed),
  g as (
    select ${[...names, ''].join(', ')}${names.length > 0 ? `grouping(${names[0]}) = 1` : 'true'} as is_total,
           sum(people)::int as people, sum(lines)::int as lines, sum(amount)::bigint as amount
      from told group by ${sets})
  select ${
    by.has('unit')
      ? `case when not g.is_total and g.unit_id is not null then json_build_object('id', g.unit_id, 'code', coalesce(v.code, ''),
           'name', coalesce(v.name, ''), 'kind', coalesce(v.kind, '')) end`
      : 'null'
  } as unit,
         ${column('month', `to_char(g.month, 'YYYY-MM')`)} as month, ${column('item', 'g.item')} as item,
         ${column('position', `nullif(g.position, '')`)} as position, ${column('fund', 'g.fund')} as source,
         ${column('payee', 'g.payee')} as payee,
         g.people, g.lines, g.amount, g.is_total as "isTotal"
    from g ${unitJoin}
   order by g.is_total${by.has('month') ? ', g.month' : ''}${by.has('unit') ? `, v.name collate "vi-x-icu", g.unit_id` : ''}${
     by.has('item') ? ', g.item' : ''
   }${by.has('position') ? ', g.position' : ''}${by.has('source') ? ', g.fund' : ''}${by.has('payee') ? ', g.payee' : ''}`;
}

/** Only places and months: a person is counted once, whatever they are paid for. */
function plainOf(by: ReadonlySet<TotalDimension>): boolean {
  return !by.has('item') && !by.has('position') && !by.has('source') && !by.has('payee');
}

const seen = (commune: string) => `($3::uuid[] is null or ${commune} = any ($3))
       and ($4::uuid[] is null or ${commune} = any ($4))`;

const communeCells = `
    select c.commune_id, r.month, r.month as commune_from, ''::text as item, ''::text as position, ''::text as fund,
           ''::text as payee,
           c.people, coalesce(l.lines, 0) as lines, c.amount
      from run r
      join payroll_commune c on c.payroll_id = r.id
      left join lateral (
        select sum(s.lines) as lines from payroll_sum s
         where s.payroll_id = c.payroll_id and s.commune_id = c.commune_id) l on true
     where ${seen('c.commune_id')}`;

const sumCells = `
    select s.commune_id, r.month, r.month as commune_from, s.item, s.position, s.fund, s.payee, s.people,
           s.lines, s.amount
      from run r join payroll_sum s on s.payroll_id = r.id
     where ${seen('s.commune_id')}`;

const lineCells = `
    select l.team_id, l.commune_id, r.month, r.month as commune_from, l.item, coalesce(l.position, '') as position,
           l.fund, l.payee, count(distinct l.person_id) as people, count(*) as lines, sum(l.amount) as amount
      from run r join payroll_line l on l.payroll_id = r.id
     where ${seen('l.commune_id')}
     group by l.team_id, l.commune_id, r.month, l.item, coalesce(l.position, ''), l.fund, l.payee`;

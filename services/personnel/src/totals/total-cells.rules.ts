import type { TotalDimension, TotalLevel } from '@antt/contracts';

export type CellsAsked = {
  by: ReadonlySet<TotalDimension>;
  level: TotalLevel;
  isRestated: boolean;
  /** Of the whole installation. */
  isWhole: boolean;
};

const seen = (commune: string) => `($3::uuid[] is null or ${commune} = any ($3))`;
const within = (commune: string) => `($4::uuid[] is null or ${commune} = any ($4))`;

/**
 * The table `cell`: money by commune (by team where asked), month, item, position, fund and payee, as few rows as the
 * question lets there be. Sums are written with the lines of a run; the lines themselves are read only by team.
 */
export function cellsOf(asked: CellsAsked): string {
  const { by, level, isRestated } = asked;
  if (isByProvince(asked)) return `cell as (${provinceCells(plainOf(by))})`;
  const byTeam = by.has('unit') && level === 'team';
  if (!isRestated) {
    const cells = byTeam ? lineCells : plainOf(by) ? communeCells : sumCells;
    return `cell as (${cells})`;
  }
  return byTeam ? `${homeTables},\n  cell as (${restatedLines()})` : restated;
}

/** Of everything by nothing narrower than a province: summed with each run. */
export function isByProvince({ by, level, isRestated, isWhole }: CellsAsked): boolean {
  return isWhole && !isRestated && (!by.has('unit') || level === 'province');
}

const provinceCells = (plain: boolean) => `
    select s.province_id, r.month, s.item, s.position, s.fund, s.payee, s.people, s.lines, s.amount
      from run r join payroll_province_sum s on s.payroll_id = r.id and (s.item = '') = ${plain}
     where $3::uuid[] is null and $4::uuid[] is null`;

/** Only places and months: a person is counted once, whatever they are paid for. */
function plainOf(by: ReadonlySet<TotalDimension>): boolean {
  return [...by].every((name) => name === 'unit' || name === 'month');
}

const communeCells = `
    select c.commune_id, r.month, ''::text as item, ''::text as position, ''::text as fund, ''::text as payee,
           c.people, coalesce(l.lines, 0) as lines, c.amount
      from run r
      join payroll_commune c on c.payroll_id = r.id
      left join lateral (
        select sum(s.lines) as lines from payroll_sum s
         where s.payroll_id = c.payroll_id and s.commune_id = c.commune_id) l on true
     where ${seen('c.commune_id')} and ${within('c.commune_id')}`;

const sumCells = `
    select s.commune_id, r.month, s.item, s.position, s.fund, s.payee, s.people, s.lines, s.amount
      from run r join payroll_sum s on s.payroll_id = r.id
     where ${seen('s.commune_id')} and ${within('s.commune_id')}`;

const lineFigures = `l.item, coalesce(l.position, '') as position, l.fund, l.payee,
           count(distinct l.person_id) as people, count(*) as lines, sum(l.amount) as amount`;

const lineCells = `
    select l.team_id, l.commune_id, r.month, ${lineFigures}
      from run r join payroll_line l on l.payroll_id = r.id
     where ${seen('l.commune_id')} and ${within('l.commune_id')}
     group by l.team_id, l.commune_id, r.month, l.item, coalesce(l.position, ''), l.fund, l.payee`;

/**
 * Where the money of a commune goes on the day $6: with its teams. `home` is null where they have come to lie in
 * several communes; then each team's lines are read.
 */
const homeTables = `team_home as materialized (
    select distinct c.commune_id, t.team_id, coalesce(here.commune_id, village.id, commune_since(c.commune_id, $6)) as home
      from (select distinct c.commune_id from run r join payroll_commune c on c.payroll_id = r.id
             where ${seen('c.commune_id')}) c
      left join team_commune t on t.commune_id = c.commune_id
      left join lateral (
        select o.commune_id from team_commune o where o.team_id = t.team_id
           and o.valid_from <= $6 and (o.valid_to is null or $6 < o.valid_to) limit 1) here on true
      left join lateral (
        select p.parent_id as id from team_village v
          join unit_parent p on p.unit_id = v.village_id and p.valid_from <= $6
           and (p.valid_to is null or $6 < p.valid_to)
         where v.team_id = t.team_id order by v.valid_from desc, p.parent_id limit 1) village on true),
  commune_home as materialized (
    select commune_id, case when count(distinct home) = 1 then (array_agg(home))[1] end as home
      from team_home group by commune_id)`;

const restatedLines = (where = 'true') => `
    select l.team_id, home.id as commune_id, r.month, ${lineFigures}
      from run r join payroll_line l on l.payroll_id = r.id
      join commune_home c on c.commune_id = l.commune_id and ${where}
      left join team_home t on t.commune_id = l.commune_id and t.team_id = l.team_id
      cross join lateral (select coalesce(t.home, c.home, commune_since(l.commune_id, $6)) as id) home
     where ${within('home.id')}
     group by l.team_id, home.id, r.month, l.item, coalesce(l.position, ''), l.fund, l.payee`;

const restated = `${homeTables},
  cell as (
    select c.home as commune_id, r.month, s.item, s.position, s.fund, s.payee, s.people, s.lines, s.amount
      from run r join payroll_sum s on s.payroll_id = r.id
      join commune_home c on c.commune_id = s.commune_id and c.home is not null
     where ${within('c.home')}
    union all
    select commune_id, month, item, position, fund, payee, people, lines, amount
      from (${restatedLines('c.home is null')}) moved)`;

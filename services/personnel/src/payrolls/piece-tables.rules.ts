import type { Fact } from './pay-reader.rules.ts';

/*
 * Service in a month, cut into pieces within which nothing changes that money depends on. Parameters:
 * $1 first day of the month, $2 first day after it, $3 communes that are paid, $4 people (null = all),
 * $5 days on which tables or policies change.
 */

const on = (alias: string, day: string) =>
  `${alias}.valid_from <= ${day} and (${alias}.valid_to is null or ${day} < ${alias}.valid_to)`;

const bothEnds = (table: string, subject: string, where = 'true') => `
      select ${subject}, valid_from as day from ${table} where valid_from > $1 and valid_from < $2 and ${where}
      union select ${subject}, valid_to from ${table} where valid_to > $1 and valid_to < $2 and ${where}`;

/** Days on which tags and kinds of villages and communes change. */
const marksOfUnits = `${bothEnds('unit_tag', 'unit_id')} union ${bothEnds('unit_version', 'unit_id')}`;

/** Somebody's other service in the month counts too: which piece of a month decides is told by all of them. */
export const pieceTables = `merged as materialized (
    select id, person_survivor(id) as survivor from person where merged_into is not null),
  wanted as materialized (
    select distinct p.person_id
      from team_commune c
      join posting p on p.team_id = c.team_id and p.valid_from < $2 and (p.valid_to is null or p.valid_to > $1)
     where c.commune_id = any ($3) and c.valid_from < $2 and (c.valid_to is null or c.valid_to > $1)
       and ($4::uuid[] is null or p.person_id = any ($4))),
  served as materialized (
    select p.id as posting_id, p.person_id, p.team_id, p.position, c.commune_id,
           greatest(p.valid_from, c.valid_from, $1) as from_day,
           least(p.valid_to, c.valid_to, $2) as to_day
      from wanted w
      join posting p on p.person_id = w.person_id
       and p.valid_from < $2 and (p.valid_to is null or p.valid_to > $1)
      join team_commune c on c.team_id = p.team_id
       and c.valid_from < least(p.valid_to, $2) and (c.valid_to is null or c.valid_to > greatest(p.valid_from, $1))),
  cut as materialized (
    select s.posting_id, s.from_day as start, c.day
      from served s join unnest($5::date[]) c (day) on c.day > s.from_day and c.day < s.to_day
    union
    select s.posting_id, s.from_day, c.day
      from (select coalesce(m.survivor, d.person_id) as person_id, d.day
              from (${bothEnds('absence', 'person_id')}
                    union ${bothEnds(
                      'person_detail',
                      'person_id',
                      "kind in ('insurance', 'other-title') and withdrawn_at is null",
                    )}) d
              left join merged m on m.id = d.person_id) c
      join served s on s.person_id = c.person_id and c.day > s.from_day and c.day < s.to_day
    union
    select s.posting_id, s.from_day, c.day
      from (${bothEnds('team_village', 'team_id')}) c
      join served s on s.team_id = c.team_id and c.day > s.from_day and c.day < s.to_day
    union
    select s.posting_id, s.from_day, c.day
      from (select c.unit_id as commune_id, null::uuid as team_id, c.day from (${marksOfUnits}) c
            union all
            select null, v.team_id, c.day from (${marksOfUnits}) c
              join team_village v on v.village_id = c.unit_id and ${on('v', 'c.day')}) c
      join served s on (s.commune_id = c.commune_id or s.team_id = c.team_id)
       and c.day > s.from_day and c.day < s.to_day),
  piece as materialized (
    select s.posting_id, s.person_id, s.team_id, s.position, s.commune_id, s.from_day, s.to_day
      from served s
     where not exists (select from cut c where c.posting_id = s.posting_id and c.start = s.from_day)
    union all
    select s.posting_id, s.person_id, s.team_id, s.position, s.commune_id, b.day,
           coalesce(lead(b.day) over (partition by s.posting_id, s.from_day order by b.day), s.to_day)
      from served s
      join (select posting_id, start, day from cut union select posting_id, start, start from cut) b
        on b.posting_id = s.posting_id and b.start = s.from_day)`;

/** Facts of the teams' places on the first day of each piece; each distinct place is looked up once. */
export function placeTable(facts: ReadonlySet<Fact>, source = 'piece'): string {
  const columns: string[] = [];
  const joins: string[] = [];
  if (facts.has('commune_kind')) {
    columns.push('kind.kind as commune_kind');
    joins.push(
      `left join unit_version kind on kind.unit_id = p.commune_id and ${on('kind', 'p.from_day')}`,
    );
  }
  if (facts.has('kinds')) {
    columns.push('villages.kinds');
    joins.push(`left join lateral (
      select array_agg(distinct k.kind) as kinds from team_village v
        join unit_version k on k.unit_id = v.village_id and ${on('k', 'p.from_day')}
       where v.team_id = p.team_id and ${on('v', 'p.from_day')}) villages on true`);
  }
  if (facts.has('tags')) {
    columns.push('marks.tags');
    joins.push(`left join lateral (
      select array_agg(distinct t.tag) as tags from unit_tag t
       where (t.unit_id = p.commune_id or t.unit_id in (
               select v.village_id from team_village v where v.team_id = p.team_id and ${on('v', 'p.from_day')}))
         and ${on('t', 'p.from_day')}) marks on true`);
  }
  return `select p.team_id, p.commune_id, p.from_day${columns.map((column) => `, ${column}`).join('')}
      from (select distinct team_id, commune_id, from_day from ${source}) p
      ${joins.join('\n      ')}`;
}

export const placeFacts: readonly Fact[] = ['commune_kind', 'kinds', 'tags'];

const cover = (scheme: string, name: string) => `left join lateral (
      select d.content ->> 'cover' as cover, d.content ->> 'group' as insured_group
        from person_detail d
       where d.person_id = any (r.records) and d.kind = 'insurance' and d.slot = '${scheme}'
         and d.withdrawn_at is null and ${on('d', 'p.from_day')} limit 1) ${name} on true`;

/** Facts of the people, on the first day of each piece. */
export function personTable(facts: ReadonlySet<Fact>): string {
  const asks = (...some: Fact[]) => some.some((fact) => facts.has(fact));
  const columns: string[] = [];
  const joins: string[] = [];
  if (asks('social_cover', 'insured_group', 'health_cover', 'concurrent', 'former_allowance')) {
    joins.push(`cross join lateral (
      select array_agg(m.id) || p.person_id as records from merged m where m.survivor = p.person_id) r`);
  }
  if (asks('education', 'minority', 'insured_group')) {
    joins.push('join person who on who.id = p.person_id');
    columns.push('who.education', "who.ethnicity <> 'Kinh' as minority");
  }
  if (asks('social_cover', 'insured_group')) {
    joins.push(cover('social', 'social'));
    columns.push("coalesce(social.cover, 'none') as social_cover");
  }
  if (asks('insured_group')) {
    columns.push(
      `coalesce(social.insured_group, case when who.ethnicity <> 'Kinh' then 'minority' else 'other' end)
         as insured_group`,
    );
  }
  if (asks('health_cover')) {
    joins.push(cover('health', 'health'));
    columns.push("coalesce(health.cover, 'none') as health_cover");
  }
  if (asks('concurrent')) {
    columns.push(`exists (
      select from person_detail d where d.person_id = any (r.records) and d.kind = 'other-title'
         and (d.content ->> 'paid')::boolean and d.withdrawn_at is null and ${on('d', 'p.from_day')}) as concurrent`);
  }
  if (asks('former_allowance')) {
    columns.push(`(
      select (d.content ->> 'lastAllowance')::bigint from person_detail d
       where d.person_id = any (r.records) and d.kind = 'service' and d.withdrawn_at is null
         and d.valid_from <= p.from_day order by d.valid_from desc limit 1) as former_allowance`);
  }
  if (asks('months_served')) {
    columns.push(`(
      select (extract(year from age(p.from_day, min(f.valid_from))) * 12
              + extract(month from age(p.from_day, min(f.valid_from))))::int
        from posting f where f.person_id = p.person_id) as months_served`);
  }
  if (asks('year_from')) {
    columns.push(`(
      select min(greatest(f.valid_from, date_trunc('year', $1)::date)) from posting f
       where f.person_id = p.person_id and (f.valid_to is null or f.valid_to > date_trunc('year', $1))) as year_from`);
  }
  return `select p.posting_id, p.from_day${columns.map((column) => `,\n           ${column}`).join('')}
      from piece p
      ${joins.join('\n      ')}`;
}

/** What somebody is away for on a piece's first day; null who serves. */
export const absenceColumn = `(select a.kind from absence a
       where a.person_id = p.person_id and ${on('a', 'p.from_day')})`;

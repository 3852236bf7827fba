import type { PolicyDocument } from '@antt/contracts';
import type { Fact } from './pay-reader.rules.ts';

/*
 * Service as a quota counts it: one member of each position in each team of the communes, for the whole time. Takes the
 * place of the tables of recorded service (`piece-tables.rules.ts`). Parameters: $1 the day, $2 the first day after the
 * month, $3 communes.
 */

/** A commune without a team is told by a team of no villages. */
export const normPieces = `standing as materialized (
    select distinct on (c.team_id) c.team_id, c.commune_id
      from team_commune c
     where c.commune_id = any ($3) and c.valid_from <= $1 and (c.valid_to is null or c.valid_to > $1)
     order by c.team_id, c.valid_from desc),
  piece as materialized (
    select gen_random_uuid() as posting_id, gen_random_uuid() as person_id, s.team_id, v.position, s.commune_id,
           $1::date as from_day, $2::date as to_day
      from (select team_id, commune_id from standing
            union all
            select id, id from unnest($3::uuid[]) as none (id)
             where id not in (select commune_id from standing)) s
     cross join (values ('leader'), ('deputy'), ('ordinary')) v (position))`;

/** Somebody new of whom nothing is known but that they are insured as a member. */
const normFacts: Partial<Record<Fact, string>> = {
  education: 'null::text',
  minority: 'false',
  months_served: '0',
  social_cover: "'own'",
  insured_group: "'other'",
  health_cover: "'own'",
  concurrent: 'false',
  former_allowance: 'null::bigint',
  year_from: "date_trunc('year', $1::date)::date",
};

export function normPersonTable(facts: ReadonlySet<Fact>): string {
  const columns = Object.entries(normFacts).filter(([fact]) => facts.has(fact as Fact));
  return `select p.posting_id, p.from_day${columns.map(([fact, value]) => `, ${value} as ${fact}`).join('')}
      from piece p`;
}

/** What a member and a team get every year whatever they do, each as if it were paid in one month. */
export function normDocument(document: PolicyDocument): PolicyDocument {
  const lines = document.lines.flatMap((line) => {
    const { per } = line.basis;
    if (per === 'month' || per === 'team-month') return [line];
    if (per === 'year') return [{ ...line, basis: { per: 'month', prorated: false } as const }];
    return per === 'team-year' ? [{ ...line, basis: { per: 'team-month' } as const }] : [];
  });
  return { ...document, lines };
}

/** How often a line of such a document is paid in a year. */
export function timesOfYear({ lines }: PolicyDocument): Map<string, number> {
  return new Map(
    lines.map(({ code, basis: { per } }) => [code, per === 'year' || per === 'team-year' ? 1 : 12]),
  );
}

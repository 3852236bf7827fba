import type { PolicyDocument } from '@antt/contracts';
import { rounded, valueOf } from './amount.rules.ts';
import type { PayReader } from './pay-reader.rules.ts';
import { placeFacts, placeTable } from './piece-tables.rules.ts';

type TeamsAsked = {
  days: readonly string[];
  monthNumber: number;
  norm: boolean;
  /** Null: all where everybody is asked about, else none. */
  teams: readonly string[] | null;
};

/**
 * Money of the teams themselves (policy shape 55): a team that stands on any day of the month is paid the whole
 * month, where it stood last.
 */
export function teamTable(
  n: number,
  document: PolicyDocument,
  { days, monthNumber, norm, teams }: TeamsAsked,
  reader: PayReader,
): string | null {
  const lines = document.lines.flatMap((line, index) => {
    const { basis } = line;
    const due =
      basis.per === 'team-month' || (basis.per === 'team-year' && basis.paidIn === monthNumber);
    return due ? [{ line, no: index + 1 }] : [];
  });
  if (lines.length === 0) return null;
  const rows = lines.map(({ line, no }) => {
    const arms = line.rates.map(
      ({ when }, r) => `when ${reader.condition(when, null)} then ${r + 1}`,
    );
    const rate = `case ${arms.join(' ')} end`;
    const amounts = line.rates.map((each, r) => `when ${r + 1} then ${valueOf(each, [], reader)}`);
    return `(${no}, ${rate}, ${rounded(`(case ${rate} ${amounts.join(' ')} end)`, line)}::bigint)`;
  });
  const asked = teams ? `p.team_id = any (${reader.bind(teams, 'uuid[]')})` : '$4::uuid[] is null';
  const facts = new Set(placeFacts.filter((fact) => reader.facts.has(fact)));
  return `select null::uuid as person_id, null::uuid as posting_id, p.team_id, p.commune_id,
       null::text as position, ${n} as policy, v.line, v.rate, v.whole, 1::numeric as quantity,
       ($2::date - $1::date) as days, v.whole as amount, null::jsonb as basis
    from (${placeTable(
      facts,
      norm
        ? 'piece'
        : `(select distinct on (c.team_id) c.team_id, c.commune_id, greatest(c.valid_from, $1) as from_day
          from team_commune c
         where c.valid_from < $2 and (c.valid_to is null or c.valid_to > $1)
           and c.team_id in (select team_id from team_commune where commune_id = any ($3))
         order by c.team_id, c.valid_from desc) standing`,
    )}) p
    cross join lateral (values ${rows.join(', ')}) v (line, rate, whole)
   where v.rate is not null and v.whole is distinct from 0 and ${asked} and ${days.join(' and ')}`;
}

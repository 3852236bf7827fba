import type { PayLine, PolicyDocument } from '@antt/contracts';
import type { Computed } from './amount.rules.ts';

/** Lines by the month (prorated) and by the year. */
export function monthPay(
  n: number,
  computed: readonly Computed[],
  document: PolicyDocument,
  tables: string[],
  month: number,
): string[] {
  const lines = computed.filter(
    ({ line: { basis } }) => basis.per === 'month' || basis.per === 'year',
  );
  if (lines.length === 0) return [];
  const rows = lines.map(
    ({ no, key, line }) =>
      `(${no}, r${key}, a${key}, ${dueTo(line, key, month)}, b${key}, ${isProrated(line)}, ${shareOf(line, month)})`,
  );
  tables.push(`due_${n} as materialized (
    select m.person_id, m.posting_id, m.team_id, m.commune_id, m.position, m.from_day, m.to_day, m.days,
           v.line, v.rate, v.whole, v.basis, v.prorated, v.share
      from amount_${n} m
      cross join lateral (values ${rows.join(', ')}) v (line, rate, whole, paid, basis, prorated, share)
     where v.paid)`);
  const split = document.proration === 'calendar-days';
  const whole = '(from_day = $1 and to_day = $2)';
  const length = '($2::date - $1::date)';
  const decisive = (column: string) => `(array_agg(${column} order by days desc, to_day desc))[1]`;
  const factor = {
    'full-month': '1::numeric',
    'half-month': 'case when sum(days) >= 15 then 1::numeric else 0.5 end',
    'calendar-days': `sum(days)::numeric / ${length}`,
  }[document.proration];
  const amount =
    document.proration === 'calendar-days'
      ? `case when bool_and(whole is not null) then round(sum(whole * days)::numeric / ${length}) end`
      : `round(${decisive('whole')} * ${factor})`;
  const key = split
    ? `case when prorated then posting_id end, case when prorated then commune_id end`
    : 'null::uuid, null::uuid';
  return [
    `select person_id, posting_id, team_id, commune_id, position, ${n} as policy, line, rate, whole,
            share as quantity, days, round(whole * share)::bigint as amount,
            case when basis is not null then jsonb_build_object('values', basis) end as basis
       from due_${n} where ${whole}`,
    `select person_id, ${decisive('posting_id')}, ${decisive('team_id')}, ${decisive('commune_id')},
            ${decisive('position')}, ${n}, line, ${decisive('rate')}, ${decisive('whole')},
            case when prorated then ${factor} else max(share) end, sum(days)::int,
            case when prorated then ${amount} else round(${decisive('whole')} * max(share)) end::bigint,
            jsonb_strip_nulls(jsonb_build_object('values', ${decisive('basis')}, 'parts', jsonb_agg(
              jsonb_build_object('from', from_day, 'to', to_day, 'days', days, 'rate', rate, 'whole', whole)
              order by from_day)))
       from (
         -- pieces that are paid alike are one: what held for most days decides, however often something else changed
         select person_id, posting_id, team_id, commune_id, position, line, rate, whole, prorated, share,
                sum(days)::int as days, min(from_day) as from_day, max(to_day) as to_day,
                (array_agg(basis))[1] as basis
           from due_${n} where not ${whole}
          group by person_id, posting_id, team_id, commune_id, position, line, rate, whole, prorated, share) alike
      group by person_id, line, prorated, ${key}`,
  ];
}

function isProrated({ basis }: PayLine): boolean {
  return basis.per === 'month' && basis.prorated;
}

/** A yearly line out of its month is for who began in this one. */
function dueTo({ basis }: PayLine, key: string, month: number): string {
  if (basis.per !== 'year' || month === basis.paidIn) return `p${key}`;
  return `p${key} and year_from >= $1 and year_from > date_trunc('year', $1)`;
}

/** The part of a year that somebody new is paid. */
function shareOf({ basis }: PayLine, month: number): string {
  if (basis.per !== 'year' || basis.newcomers === 'whole' || month === basis.paidIn)
    return '1::numeric';
  return `${13 - month}::numeric / 12`;
}

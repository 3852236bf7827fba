import type { PayLine, PolicyDocument } from '@antt/contracts';
import type { Computed } from './amount.rules.ts';
import { isHoliday } from './duty-tables.rules.ts';
import type { PayReader } from './pay-reader.rules.ts';

/** Lines by the night and day of duty or training, within their caps. */
export function dutyPay(
  n: number,
  computed: readonly Computed[],
  document: PolicyDocument,
  reader: PayReader,
  tables: string[],
): string[] {
  const lines = computed.filter(
    ({ line: { basis } }) => basis.per === 'duty' || basis.per === 'training-day',
  );
  if (lines.length === 0) return [];
  const caps = capsOf(document.lines);
  const groups = new Map(
    document.exclusive.flatMap(({ lines: codes, keep }, g) =>
      codes.map((code, place) => [code, { g: g + 1, keep, place }]),
    ),
  );
  const units = lines.map(({ no, key, line, hazard }) => {
    const group = groups.get(line.code);
    const cap = caps.get(line.code);
    const order = group?.keep === 'highest' ? `-p.a${key}` : `${group?.place ?? 0}`;
    return `select p.person_id, p.posting_id, p.team_id, p.commune_id, p.position, d.day, ${no} as line,
         p.r${key} as rate, p.a${key} as whole, p.b${key} as basis, d.body,
         ${group?.g ?? 'null::int'} as exclusive, ${order}::bigint as rank,
         ${cap?.no ?? 'null::int'} as cap, ${cap?.most ?? 'null::int'} as most
    from (${daysOf(line, hazard, reader)}) d
    join amount_${n} p on p.person_id = d.person_id and d.day >= p.from_day and d.day < p.to_day
   where p.p${key}${holidayTest(line)}`;
  });
  tables.push(`unit_${n} as materialized (
    select c.* from (
      select u.*, row_number() over (partition by person_id, cap order by day, line) as taken
        from (select e.*, row_number() over (partition by person_id, day, exclusive order by rank, line) as first
                from (${units.join('\n      union all\n')}) e) u
       where exclusive is null or first = 1) c
     where cap is null or taken <= most)`);
  return [
    `select person_id, posting_id, team_id, commune_id, position, ${n} as policy, line, rate, whole,
            count(*)::numeric as quantity, count(*)::int as days, (count(*) * whole)::bigint as amount,
            jsonb_strip_nulls(jsonb_build_object('values', (array_agg(basis))[1],
              'on', jsonb_agg(day order by day), 'body', body)) as basis
       from unit_${n}
      group by person_id, posting_id, team_id, commune_id, position, line, rate, whole, body`,
  ];
}

/** The days of somebody's duty that a line counts. */
function daysOf({ basis, fund }: PayLine, hazard: number | null, reader: PayReader): string {
  if (basis.per === 'training-day') return 'select person_id, day, null::text as body from trained';
  if (basis.per !== 'duty') throw new Error(`no days of ${basis.per}`);
  const tests = [
    basis.duty === 'night' ? 'night' : 'not night',
    `out_of_area = ${basis.outOfArea}`,
  ];
  if (basis.needsOrder) tests.push('ordered');
  if (basis.duty === 'rest-day') tests.push('rest_day');
  if (basis.duty === 'working-day') tests.push('not rest_day');
  if (basis.duty === 'heavy') tests.push('heavy');
  tests.push(hazard === null ? 'hazard_grade is null' : `hazard_grade = ${hazard}`);
  const minutes = basis.nightHours ? 'sum(minutes)' : 'sum(minutes - night_minutes)';
  // Who ordered it is billed for it (law BR-54, BR-98), where it is no money of the commune's.
  const body = fund === 'mobilising-body' ? 'min(body)' : 'null::text';
  return `select person_id, day, ${body} as body from duty where ${tests.join(' and ')}
     group by person_id, day
     having ${minutes} > 0 and ${minutes} >= ${reader.bind(basis.leastHours, 'numeric')} * 60`;
}

function holidayTest({ basis }: PayLine): string {
  if (basis.per !== 'duty') return '';
  if (basis.duty === 'holiday') return ` and ${isHoliday}`;
  return basis.duty === 'working-day' ? ` and not ${isHoliday}` : '';
}

/** Caps by line; lines that share one have the same number and the smallest of what is said. */
export function capsOf(lines: readonly PayLine[]): Map<string, { no: number; most: number }> {
  const caps = new Map<string, { no: number; most: number }>();
  lines.forEach(({ code, cap }, index) => {
    if (!cap) return;
    const members = [code, ...cap.sharedWith];
    const known = members.map((member) => caps.get(member)).find((one) => one !== undefined);
    const entry = known ?? { no: index + 1, most: cap.most };
    entry.most = Math.min(entry.most, cap.most);
    for (const member of members) caps.set(member, entry);
  });
  return caps;
}

import { type PayBasis, PayBasis as Basis, payeeOf, type PolicyDocument } from '@antt/contracts';
import { Parameters, type PlainDate } from '@antt/kernel';
import {
  amountSteps,
  type Computed,
  computedLines,
  type Counted,
  ofCase,
  paidColumn,
} from '../payrolls/amount.rules.ts';
import { PayReader, type RateOfDay } from '../payrolls/pay-reader.rules.ts';
import type { AppliedPolicy } from '../payrolls/pay-statement.rules.ts';
import { personTable, placeFacts, placeTable } from '../payrolls/piece-tables.rules.ts';
import { type PaidPeriod, serviceOf } from '../severances/service-years.rules.ts';
import type { Case, CasePlace } from './case.ts';

/** A dossier, the day whose policies tell its amount, and what is on record then. */
export type PricedCase = { dossier: Case; on: PlainDate; place: CasePlace; service: PaidPeriod[] };

type ServiceYear = Extract<PayBasis, { per: 'service-year' }>;

/**
 * What cases come to, as the tables of one statement: lines of the policies by the same steps as a month's
 * (`amount.rules.ts`), over the cases instead of pieces of service. The last table is `priced`, a row for each line that
 * is about the case.
 */
export function caseTables(
  cases: readonly PricedCase[],
  policies: readonly AppliedPolicy[],
  rates: readonly RateOfDay[],
): { text: string; parameters: Parameters } {
  const parameters = new Parameters();
  const reader = new PayReader(parameters, rates, true);
  const rows = reader.bind(JSON.stringify(cases.map(rowOf)), 'jsonb');
  const parts = policies.map((policy, index) => policyTables(index + 1, policy, cases, reader));
  const priced = parts.flatMap(({ priced: rows }) => rows);
  const text = `with merged as materialized (
    select id, person_survivor(id) as survivor from person where merged_into is not null),
  piece as materialized (
    -- a case stands in the place of a posting: facts are read as of its day
    select c.id as posting_id, c.on_day as from_day, c.on_day + 1 as to_day, c.*
      from jsonb_to_recordset(${rows}) c (id uuid, person_id uuid, posting uuid, team_id uuid, commune_id uuid,
        "position" text, on_day date, about text, treatment_cost numeric, treatment_days int, lost_percent int,
        forces text[], ground text, months int)),
  place as materialized (${placeTable(new Set(placeFacts.filter((fact) => reader.facts.has(fact))))}),
  who as materialized (${personTable(reader.facts)})${parts.flatMap(({ tables }) => `,\n  ${tables.join(',\n  ')}`).join('')},
  priced as (${priced.length > 0 ? priced.join('\n  union all\n') : nothing})`;
  const unspoken = parameters.unspoken(text);
  return {
    text: unspoken.length > 0 ? `${text},\n  unspoken as (select ${unspoken.join(', ')})` : text,
    parameters,
  };
}

const nothing = `select null::uuid as case_id, null::uuid as policy_id, '' as code, '' as item, '' as fund, '' as payee,
    0 as rate, 0::bigint as whole, 0::numeric as quantity, 0::bigint as amount, ''::text as excluded,
    null::jsonb as basis where false`;

function rowOf({ dossier, on, place, service }: PricedCase) {
  const { id, personId, communeId, about } = dossier;
  const common = {
    ...{ id, person_id: personId, commune_id: communeId, on_day: on, about },
    ...{ posting: place.postingId, team_id: place.teamId, position: place.position },
  };
  if (dossier.about === 'severance') {
    const { forces, ground } = dossier;
    const count = { allowance: 'last', rounding: 'months', continuous: false } as const;
    return { ...common, forces, ground, months: serviceOf(service, count).months };
  }
  const { treatmentCost, treatmentDays, lostPercent } = dossier;
  return {
    ...common,
    ...{ treatment_cost: treatmentCost, treatment_days: treatmentDays, lost_percent: lostPercent },
  };
}

function policyTables(
  n: number,
  { id, document, units, validFrom, validTo }: AppliedPolicy,
  cases: readonly PricedCase[],
  reader: PayReader,
): { tables: string[]; priced: string[] } {
  const computed = computedLines(document, ofCase).filter(({ hazard }) => hazard === null);
  if (computed.length === 0) return { tables: [], priced: [] };
  const served = computed.flatMap((one) => {
    const basis = serviceYear(one);
    return basis ? [{ one, basis }] : [];
  });
  const steps = amountSteps(computed, reader, (one) => countedBy(one, reader));
  const days = [`p.from_day >= ${reader.bind(validFrom, 'date')}`];
  if (validTo) days.push(`p.from_day < ${reader.bind(validTo, 'date')}`);
  if (units.length > 0) {
    const roots = reader.bind(units, 'uuid[]');
    // who served in no team is paid as any team of the commune is
    days.push(`exists (
        select from policy_place(${roots}, p.from_day, p.from_day + 1) reached
         where reached.unit_id = p.commune_id or reached.team_id = p.team_id
            or p.team_id is null and reached.team_id in (
              select c.team_id from team_commune c where c.commune_id = p.commune_id))`);
  }
  const columns = [...reader.facts].map((fact) => `, ${columnOf(fact)} as ${fact}`).join('');
  const service = served.map(
    ({ one: { key } }) => `, s${key}.months as months_${key},
           s${key}.twelfths::numeric / 12 as years_${key}, s${key}.allowance as allowance_${key}`,
  );
  const facts = `select p.*${columns}${service.join('')}
      from piece p
      join place on place.team_id is not distinct from p.team_id and place.commune_id = p.commune_id
       and place.from_day = p.from_day
      join who on who.posting_id = p.posting_id
      ${served.map(({ one: { key }, basis }) => serviceJoin(key, basis, cases, reader)).join('\n      ')}
     where ${days.join(' and ')}`;
  const stepped = steps.reduce(
    (inner, step, index) =>
      `select x${index}.*, ${step.join(',\n           ')}\n      from (${inner}) x${index} offset 0`,
    facts,
  );
  const paid = computed.map((one) => paidColumn(one, computed, document));
  const tables = [
    `amount_${n} as materialized (
    select y.*${paid.map((column) => `,\n           ${column}`).join('')} from (${stepped}) y)`,
  ];
  const rows = computed.map((one) => rowsOf(n, id, one, document, reader));
  return { tables, priced: rows };
}

/** A line of the policy in the cases that it is about. */
function rowsOf(
  n: number,
  policyId: string,
  one: Computed,
  document: PolicyDocument,
  reader: PayReader,
): string {
  const { key, line } = one;
  const bind = (text: string) => reader.bind(text, 'text');
  const basis = serviceYear(one);
  const excluded = basis
    ? `case when ground = any (${reader.bind(basis.notFor, 'text[]')}) then 'ground'
            when months_${key} < ${reader.bind(basis.leastYears, 'numeric')} * 12 then 'service' end`
    : 'null::text';
  const service = basis
    ? `jsonb_build_object('months', months_${key}, 'years', trim_scale(years_${key})::text, 'allowance', allowance_${key})`
    : 'null::jsonb';
  return `select id as case_id, ${reader.bind(policyId, 'uuid')} as policy_id, ${bind(line.code)} as code,
           ${bind(line.item)} as item, ${bind(line.fund)} as fund, ${bind(payeeOf(line))} as payee, r${key} as rate,
           w${key} as whole, ${countedBy(one, reader).times}::numeric as quantity,
           case when (${excluded}) is null then a${key} else 0 end as amount, ${excluded} as excluded,
           jsonb_strip_nulls(jsonb_build_object('values', b${key}, 'service', ${service})) as basis
      from amount_${n}
     where r${key} is not null and ${aboutOf(line.basis, reader)}
       and (p${key} or a${key} = 0 and (${excluded}) is not null)`;
}

function serviceYear({ line }: Computed): ServiceYear | null {
  // what an older document leaves out is what is usual
  const basis = Basis.parse(line.basis);
  return basis.per === 'service-year' ? basis : null;
}

/** How many of what a line grants. */
function countedBy(one: Computed, reader: PayReader): Counted {
  const { key } = one;
  const own = {
    'treatment-cost': 'treatment_cost',
    'former-allowance': `allowance_${key}`,
  } as const;
  const basis = serviceYear(one);
  if (basis) {
    const most =
      basis.mostMonths === undefined
        ? null
        : `(${reader.bind(basis.mostMonths, 'numeric')} * allowance_${key})`;
    return { times: `years_${key}`, most, own };
  }
  const { event, above } = one.line.basis as Extract<PayBasis, { per: 'case' }>;
  const times = {
    treatment: '1',
    'treatment-day': 'treatment_days',
    disability: '1',
    'disability-percent': `greatest(lost_percent - ${reader.bind(above, 'int')}, 0 * lost_percent)`,
    death: '1',
  }[event];
  return { times, most: null, own };
}

/** Which cases a line is about; a lump for lost capacity is for who lost as much. */
function aboutOf(basis: PayBasis, reader: PayReader): string {
  if (basis.per !== 'case') return `about = 'severance'`;
  const about = basis.event.split('-')[0]!;
  const least = reader.bind(Math.max(basis.above, 1), 'int');
  const enough =
    basis.event === 'disability' ? ` and coalesce(lost_percent >= ${least}, true)` : '';
  return `about = ${reader.bind(about, 'text')}${enough}`;
}

function serviceJoin(
  key: string,
  basis: ServiceYear,
  cases: readonly PricedCase[],
  reader: PayReader,
): string {
  const rows = cases
    .filter(({ dossier }) => dossier.about === 'severance')
    .map(({ dossier, service }) => ({ id: dossier.id, ...serviceOf(service, basis) }));
  return `left join jsonb_to_recordset(${reader.bind(JSON.stringify(rows), 'jsonb')})
        s${key} (id uuid, months int, twelfths int, allowance numeric) on s${key}.id = p.id`;
}

function columnOf(fact: string): string {
  if (fact === 'months_served') return 'coalesce(p.months, who.months_served)';
  return (placeFacts as readonly string[]).includes(fact) ? `place.${fact}` : `who.${fact}`;
}

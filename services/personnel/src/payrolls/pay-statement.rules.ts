import { type PayBasis, payeeOf, type PolicyDocument } from '@antt/contracts';
import { Parameters, type Period, type PlainDate } from '@antt/kernel';
import { amountSteps, computedLines, paidColumn } from './amount.rules.ts';
import { dutyPay } from './duty-pay.rules.ts';
import { dutyTables } from './duty-tables.rules.ts';
import { monthPay } from './month-pay.rules.ts';
import { normPersonTable, normPieces } from './norm-tables.rules.ts';
import { PayReader, type RateOfDay } from './pay-reader.rules.ts';
import {
  absenceColumn,
  personTable,
  pieceTables,
  placeFacts,
  placeTable,
} from './piece-tables.rules.ts';
import { teamTable } from './team-pay.rules.ts';

/** A policy as it is applied: where it pays, and on which days. */
export type AppliedPolicy = {
  id: string;
  document: PolicyDocument;
  /** Empty is everywhere. */
  units: readonly string[];
  validFrom: PlainDate;
  validTo: PlainDate | null;
};

export type PayQuestion = {
  month: Period;
  first: PlainDate;
  next: PlainDate;
  communes: readonly string[];
  /** Null: everybody. */
  people: readonly string[] | null;
  /** Whose own money is asked about beside some people; left out: none of theirs. */
  teams?: readonly string[] | null;
  /** Instead of the service on record, one member of each position in each team. */
  norm?: boolean;
  /** Also what decisions of the month grant (`case_amount`). */
  cases?: boolean;
  policies: readonly AppliedPolicy[];
  rates: readonly RateOfDay[];
};

/** Columns of `pay`, the last table. */
export const payColumns =
  'person_id, posting_id, team_id, commune_id, position, policy_id, code, item, fund, rate, whole, quantity, days, amount, basis, payee, body, case_id';

/**
 * What is owed for a month, as the tables of one statement: the lines of the policies are compiled, their
 * values bound. The last table is `pay`: a row for each line of a person (law BR-46), and of a team.
 */
export function payTables(question: PayQuestion): { text: string; parameters: Parameters } {
  const { first, next, communes, people, norm, cases, policies, rates } = question;
  const parameters = new Parameters(first, next, communes, people, cutsOf(question));
  const reader = new PayReader(parameters, rates);
  const parts = policies.map((policy, index) => policyTables(index + 1, policy, question, reader));
  const meta = policies.flatMap((policy, index) =>
    policy.document.lines.map(
      (each, line) =>
        `(${index + 1}, ${line + 1}, ${reader.bind(policy.id, 'uuid')}, ${reader.bind(each.code, 'text')},
          ${reader.bind(each.item, 'text')}, ${reader.bind(each.fund, 'text')},
          ${reader.bind(payeeOf(each), 'text')})`,
    ),
  );
  const owed = parts.flatMap(({ owed: rows }) => rows);
  const text = `with
  ${norm ? normPieces : pieceTables},
  place as materialized (${placeTable(new Set(placeFacts.filter((fact) => reader.facts.has(fact))))}),
  who as materialized (${(norm ? normPersonTable : personTable)(reader.facts)}),
  ${norm ? '' : `${dutyTables},`}
  ${parts.flatMap(({ tables }) => tables).join(',\n  ')}${parts.length > 0 ? ',' : ''}
  pay_line (policy, line, policy_id, code, item, fund, payee) as (${
    meta.length > 0
      ? `values ${meta.join(', ')}`
      : `select 0, 0, null::uuid, '', '', '', '' where false`
  }),
  owed as (${owed.length > 0 ? owed.join('\n  union all\n') : nothing}),
  pay as (
    select o.person_id, o.posting_id, o.team_id, o.commune_id, o.position, l.policy_id, l.code, l.item,
           l.fund, o.rate, o.whole, o.quantity, o.days, o.amount, o.basis,
           l.payee, o.basis ->> 'body' as body, null::uuid as case_id
      from owed o
      join pay_line l on l.policy = o.policy and l.line = o.line
     where o.commune_id = any ($3)${cases ? casePay : ''}),
  spoken as (select $1::date, $2::date, $3::uuid[], $4::uuid[], $5::date[])`;
  const unspoken = parameters.unspoken(text);
  return {
    text: unspoken.length > 0 ? `${text},\n  unspoken as (select ${unspoken.join(', ')})` : text,
    parameters,
  };
}

/** Granted by decisions of the month, where the commune of the decision is at its end. */
const casePay = `
    union all
    select coalesce(m.survivor, c.person_id), c.posting_id, c.team_id, home.id, c.position, c.policy_id, c.code, c.item,
           c.fund, c.rate, c.whole, c.quantity, 0, c.amount, c.basis, c.payee, null, c.case_id
      from case_amount c
      left join merged m on m.id = c.person_id
     cross join lateral (select commune_since(c.commune_id, $2::date - 1) as id) home
     where c.decided_on >= $1 and c.decided_on < $2 and not c.paid_apart and home.id = any ($3)
       and ($4::uuid[] is null or coalesce(m.survivor, c.person_id) = any ($4))`;

const nothing = `select null::uuid as person_id, null::uuid as posting_id, null::uuid as team_id,
    null::uuid as commune_id, null::text as position, 0 as policy, 0 as line, 0 as rate, 0::bigint as whole,
    0::numeric as quantity, 0 as days, 0::bigint as amount, null::jsonb as basis where false`;

/** Days within the month from which another rate may apply to everybody. */
function cutsOf({ first, next, policies, rates }: PayQuestion): PlainDate[] {
  const days = [
    ...rates.flatMap(({ validFrom, validTo }) => [validFrom, validTo]),
    ...policies.flatMap(({ validFrom, validTo, document }) => [
      validFrom,
      validTo,
      ...document.lines.flatMap((line) =>
        line.rates.flatMap(({ when }) => [when.days?.from ?? null, when.days?.to ?? null]),
      ),
    ]),
  ];
  const within = days.filter((day): day is string => day !== null && day > first && day < next);
  return [...new Set(within)].sort();
}

function policyTables(
  n: number,
  { document, units, validFrom, validTo }: AppliedPolicy,
  { month, norm = false, teams = null }: PayQuestion,
  reader: PayReader,
): { tables: string[]; owed: string[] } {
  const monthNumber = Number(month.slice(5));
  const computed = computedLines(document).filter(({ line }) => isDue(line.basis, monthNumber));
  if (computed.some(({ line }) => line.basis.per === 'year')) reader.fact('year_from');
  const steps = amountSteps(computed, reader);
  const unpaid = (['suspension', 'leave'] as const).filter((kind) => !document.absences[kind]);
  const days = [`p.from_day >= ${reader.bind(validFrom, 'date')}`];
  if (validTo) days.push(`p.from_day < ${reader.bind(validTo, 'date')}`);
  const tables: string[] = [];
  if (units.length > 0) {
    const roots = reader.bind(units, 'uuid[]');
    tables.push(`place_${n} as materialized (select * from policy_place(${roots}, $1, $2))`);
    days.push(
      `(p.commune_id in (select unit_id from place_${n}) or p.team_id in (select team_id from place_${n}))`,
    );
  }
  const facts = `select p.*, p.to_day - p.from_day as days, ${placeFacts
    .filter((fact) => reader.facts.has(fact))
    .map((fact) => `place.${fact}, `)
    .join('')}${personColumns(reader)} ${unpaid.length > 0 ? absenceColumn : 'null::text'} as absent
      from piece p
      join place on place.team_id = p.team_id and place.commune_id = p.commune_id and place.from_day = p.from_day
      join who on who.posting_id = p.posting_id and who.from_day = p.from_day
     where ${days.join(' and ')}`;
  const stepped = steps.reduce(
    (inner, columns, index) =>
      `select x${index}.*, ${columns.join(',\n           ')}\n      from (${inner}) x${index} offset 0`,
    facts,
  );
  const paid = computed.map((one) => paidColumn(one, computed, document));
  const isThere =
    unpaid.length > 0
      ? `where coalesce(absent <> all (${reader.bind(unpaid, 'text[]')}), true)`
      : '';
  tables.push(
    `amount_${n} as materialized (
    select y.*${paid.map((column) => `,\n           ${column}`).join('')} from (${stepped}) y ${isThere})`,
  );
  const owed = [
    ...monthPay(n, computed, document, tables, monthNumber),
    ...dutyPay(n, computed, document, reader, tables),
  ];
  const team = teamTable(n, document, { days, monthNumber, norm, teams }, reader);
  if (team) owed.push(team);
  return { tables, owed };
}

const personFactNames = [
  'education',
  'minority',
  'months_served',
  'social_cover',
  'insured_group',
  'health_cover',
  'concurrent',
  'former_allowance',
  'year_from',
] as const;

function personColumns(reader: PayReader): string {
  const asked = new Set<string>(personFactNames.filter((fact) => reader.facts.has(fact)));
  return [...asked].map((fact) => `who.${fact}, `).join('');
}

/** A yearly line is due in its month, and later for who begins then. */
function isDue(basis: PayBasis, month: number): boolean {
  if (basis.per !== 'year') return true;
  return month === basis.paidIn || (month > basis.paidIn && basis.newcomers !== 'nothing');
}

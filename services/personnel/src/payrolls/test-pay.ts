import type { PolicyDocumentInput, Position } from '@antt/contracts';
import { type FormerForce, PolicyDocument, type SeveranceGround } from '@antt/contracts';
import { addDays, daysOf, type Period, type PlainDate, searchKey } from '@antt/kernel';
import type { ServiceUnderTest } from '@antt/testing';
import { randomUUID } from 'node:crypto';
import type { Case } from '../cases/case.ts';
import { caseTables } from '../cases/case-statement.rules.ts';
import { ratesOf } from '../rate-tables/rates-of.ts';
import { territory } from '../test-territory.ts';
import { type AppliedPolicy, payTables } from './pay-statement.rules.ts';

/** A dossier with what it is priced by, as a test says it. */
export type SaidCase = {
  about: Case['about'];
  on: PlainDate;
  personId: string;
  communeId: string;
  teamId?: string | null;
  position?: Position | null;
  treatmentCost?: number | null;
  treatmentDays?: number | null;
  lostPercent?: number | null;
  ground?: SeveranceGround;
  service?: { force: FormerForce; from: PlainDate; to: PlainDate; allowance: number | null }[];
};

/** What a line of a policy comes to in a case. */
export type PricedLine = {
  code: string;
  whole: number | null;
  quantity: number | null;
  amount: number | null;
  excluded: string | null;
  basis: { service?: { months: number; years: string }; values?: Record<string, string> } | null;
};

export type SaidPerson = {
  position?: Position;
  from?: string;
  to?: string | null;
  education?: string;
  ethnicity?: string;
};

export type Owed = {
  personId: string | null;
  teamId: string;
  code: string;
  item: string;
  fund: string;
  rate: number;
  whole: number | null;
  quantity: number;
  days: number;
  amount: number | null;
  basis: { parts?: unknown[]; values?: Record<string, string> } | null;
};

/** For tests: people in teams put there as rows, and what policies owe them for a month. */
export function payFixture(service: ServiceUnderTest) {
  const sql = (text: string, values: unknown[]) => service.db.query(text, values);
  const world = territory(service);

  async function tag(
    unitId: string,
    tags: readonly string[],
    from = '2020-01-01',
    to: string | null = null,
  ) {
    for (const each of tags) {
      await sql(
        'insert into unit_tag (unit_id, tag, valid_from, valid_to) values ($1, $2, $3, $4)',
        [...[unitId, each, from, to]],
      );
    }
  }

  /** Somebody invented, in a team for days. */
  async function serving(place: { communeId: string; teamId: string }, said: SaidPerson = {}) {
    const { position = 'ordinary', from = '2024-07-01', to = null } = said;
    const [personId, postingId, decisionId] = [randomUUID(), randomUUID(), randomUUID()];
    const name = 'Nguyễn Văn An';
    await sql(
      `insert into person (id, name, search_key, sort_name, sex, birth_date, commune_id, education, ethnicity)
       values ($1, $2, $3, $2, 'male', '1985-05-20', $4, $5, $6)`,
      [
        ...[personId, name, searchKey(name), place.communeId],
        ...[said.education ?? 'lower-secondary', said.ethnicity ?? 'Kinh'],
      ],
    );
    await sql(
      `insert into decision (id, issuer, number, signed_on, commune_id) values ($1, 'UBND xã', $2, $3, $4)`,
      [decisionId, `${decisionId.slice(0, 8)}/QĐ-UBND`, from, place.communeId],
    );
    await sql(
      `insert into posting (id, person_id, team_id, position, valid_from, valid_to, decision_id)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [postingId, personId, place.teamId, position, from, to, decisionId],
    );
    return { personId, postingId, teamId: place.teamId };
  }

  async function detail(
    personId: string,
    content: { kind: string } & Record<string, unknown>,
    from = '2020-01-01',
    to: string | null = null,
  ) {
    const slots: Record<string, unknown> = { insurance: content.scheme, service: content.force };
    await sql(
      `insert into person_detail (id, person_id, kind, slot, content, valid_from, valid_to)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        ...[randomUUID(), personId, content.kind, slots[content.kind] ?? 'title'],
        ...[JSON.stringify(content), from, to],
      ],
    );
  }

  /** An order of a commune, for shifts to be served under. */
  async function order(
    communeId: string,
    said: { outOfArea?: boolean; hazardGrade?: number } = {},
  ) {
    const id = randomUUID();
    const { outOfArea = false, hazardGrade = null } = said;
    await sql(
      `insert into duty_order (id, commune_id, kind, body, signed_on, first_day, last_day, place,
                               out_of_area, mobilising_body, hazard_grade)
       values ($1, $2, 'mobilisation', 'Công an xã', '2024-01-01', '2024-01-01', '2030-12-31', 'xã', $3, $4, $5)`,
      [id, communeId, outOfArea, outOfArea ? 'Công an tỉnh' : null, hazardGrade],
    );
    return id;
  }

  /** An approved shift between two moments in Viet Nam. */
  async function shift(
    { personId, teamId }: { personId: string; teamId: string },
    [starts, ends]: readonly [string, string],
    said: { orderId?: string | null; restDay?: boolean; heavy?: boolean; state?: string } = {},
  ) {
    const { orderId = null, restDay = false, heavy = false, state = 'approved' } = said;
    await sql(
      `insert into shift (id, person_id, team_id, order_id, starts_at, ends_at, rest_day, heavy, state, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'test')`,
      [
        ...[randomUUID(), personId, teamId, orderId, `${starts}+07:00`, `${ends}+07:00`],
        ...[restDay, heavy, state],
      ],
    );
  }

  async function trained(personId: string, unitId: string, days: readonly string[]) {
    const courseId = randomUUID();
    await sql(
      `insert into course (id, unit_id, name, kind, topics, starts_on, ends_on, hours)
       values ($1, $2, 'Tập huấn', 'initial', '{T1}', $3, $4, 8)`,
      [courseId, unitId, days[0], days.at(-1)],
    );
    await sql(
      `insert into attendance (course_id, person_id, hours, result) values ($1, $2, 8, 'passed')`,
      [courseId, personId],
    );
    for (const day of days) {
      await sql('insert into training_day (course_id, person_id, day) values ($1, $2, $3)', [
        ...[courseId, personId, day],
      ]);
    }
  }

  /** What policies owe the people of communes for a month; policies as documents hold everywhere and always. */
  async function owed(
    month: Period,
    communes: readonly string[],
    policies: readonly (PolicyDocumentInput | AppliedPolicy)[],
    people: readonly string[] | null = null,
  ): Promise<Owed[]> {
    const { from: first, to: next } = daysOf(month);
    const applied = policies.map((policy) =>
      'document' in policy
        ? policy
        : {
            id: randomUUID(),
            document: PolicyDocument.parse(policy),
            units: [],
            validFrom: '2024-01-01',
            validTo: null,
          },
    );
    const rates = await ratesOf(service.db.manager, first, next);
    const question = { month, first, next, communes, people, policies: applied, rates };
    const { text, parameters } = payTables(question);
    return service.db.query(
      `${text}
       select person_id as "personId", team_id as "teamId", code, item, fund, rate, whole, quantity::float as quantity,
              days, amount, basis
         from pay order by code, person_id`,
      parameters.values,
    );
  }

  /** What a policy that holds everywhere and always prices a dossier at. */
  async function priced(
    said: SaidCase,
    document: PolicyDocumentInput | PolicyDocument,
  ): Promise<PricedLine[]> {
    const { personId, communeId, on } = said;
    const { treatmentCost = null, treatmentDays = null, lostPercent = null } = said;
    const own = { id: randomUUID(), personId, communeId, happenedOn: on, receivedOn: on };
    const periods = said.service ?? [];
    const dossier: Case =
      said.about === 'severance'
        ? {
            ...own,
            about: said.about,
            forces: [...new Set(periods.map(({ force }) => force))],
            ground: said.ground ?? 'reorganised',
          }
        : {
            ...own,
            ...{ about: said.about, treatmentCost, treatmentDays, lostPercent },
            beneficiary: '',
          };
    const isMember = said.about !== 'severance';
    const place = {
      postingId: null,
      teamId: (isMember && said.teamId) || null,
      position: (isMember && said.position) || null,
    };
    const rates = await ratesOf(service.db.manager, on, addDays(on, 1));
    const policy = {
      ...{ id: randomUUID(), units: [], validFrom: '2000-01-01', validTo: null },
      document: PolicyDocument.parse(document),
    };
    const { text, parameters } = caseTables(
      [{ dossier, on, place, service: periods }],
      [policy],
      rates,
    );
    return service.db.query(
      `${text} select code, whole, quantity::float as quantity, amount, excluded, basis from priced order by code`,
      parameters.values,
    );
  }

  return { ...world, tag, serving, detail, order, shift, trained, owed, priced };
}

/** A document with one line, the rest as a province would leave it. */
export function policy(
  lines: PolicyDocumentInput['lines'],
  rest: Partial<PolicyDocumentInput> = {},
): PolicyDocumentInput {
  return { name: 'Mức hỗ trợ', certainty: 'illustrative', lines, ...rest };
}

/** The simplest line: so much a month for everybody, or by position. */
export function monthly(
  vnd: number | Record<Position, number>,
): PolicyDocumentInput['lines'][number] {
  const rates =
    typeof vnd === 'number'
      ? [{ value: { vnd } }]
      : (['leader', 'deputy', 'ordinary'] as const).map((position) => ({
          when: { positions: [position] },
          value: { vnd: vnd[position] },
        }));
  return { code: 'monthly', item: 'monthly-support', label: 'Hỗ trợ hằng tháng', rates };
}

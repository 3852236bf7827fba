import { PolicyDocument, type PolicyDocumentInput } from '@antt/contracts';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import type { DemoClient } from '../demo/client.ts';
import { inDatabase, signedIn } from './before-reform.ts';
import type { Installation } from './installation.ts';
import { type Found, type Line, round } from './line.ts';
import { measureExport } from './pay-export.ts';
import { measureSimulation } from './pay-simulation.ts';
import { measureTotals } from './pay-totals.ts';

/** The first month that is paid, the last of its year, and the one that pays the differences. */
const [first, last, next] = ['2025-04', '2026-03', '2026-04'] as const;

const document: PolicyDocumentInput = {
  ...{ name: 'Bộ mức để đo tốc độ', certainty: 'illustrative', proration: 'calendar-days' },
  lines: [
    {
      ...{ code: 'monthly', item: 'monthly-support', label: 'Hỗ trợ hằng tháng' },
      rates: [{ value: { times: '0.6', of: [{ table: 'base-wage' }] } }],
    },
    {
      ...{ code: 'position', item: 'position-supplement', label: 'Hỗ trợ theo chức danh' },
      rates: [
        { when: { positions: ['leader'] }, value: { vnd: 300_000 } },
        { when: { positions: ['deputy'] }, value: { vnd: 200_000 } },
      ],
    },
    ...(['social', 'state-share'] as const).map((code) => ({
      ...{ code, item: 'social-insurance' as const, label: 'Đóng BHXH tự nguyện' },
      fund: code === 'social' ? ('province' as const) : ('state' as const),
      rates: [
        {
          when: { socialInsurance: ['own' as const] },
          value: {
            times: '0.2',
            of: [
              { table: 'rural-poverty-line' as const },
              { table: 'social-insurance-rate' as const },
            ],
          },
        },
      ],
    })),
    {
      ...{ code: 'health', item: 'health-insurance', label: 'Đóng BHYT' },
      rates: [
        {
          when: { healthInsurance: ['own'] },
          value: { times: '0.5', of: [{ table: 'base-wage' }, { table: 'health-insurance-rate' }] },
        },
      ],
    },
    {
      ...{ code: 'operation', item: 'team-operation', label: 'Hoạt động của Tổ', fund: 'commune' },
      basis: { per: 'team-month' },
      rates: [{ value: { vnd: 200_000 } }],
    },
  ],
};

export type Province = { id: string; members: number };

/** Months of a country of 320,000 members: calculated, changed afterwards, added up, listed. */
export async function measurePay(installation: Installation, found: Found): Promise<void> {
  const personnel = <T>(work: (database: Client) => Promise<T>) =>
    inDatabase(installation, work, 'personnel');
  const provinces = await personnel(fill);
  const largest = provinces[0]!;
  const client = await signedIn(installation);

  const month = await paid(client, personnel, first, provinces);
  found.remarks.push(`${month.lines} lines of ${month.people} people in a month`);
  await found.try('a month', async () =>
    monthsBesideHand(month, largest, {
      country: await personnel((database) => byHand(database, month, null)),
      province: await personnel((database) => byHand(database, month, largest.id)),
    }),
  );
  await found.try('time of a member', async () => linear(month, provinces));
  await found.try('a draft', () => measureSimulation(client, largest, { month: first, document }));

  await personnel((database) => copyMonths(database));
  const run = month.runs.get(largest.id)!;
  const year = { from: first, to: last, lines: month.lines * 12 };
  await found.try('totals', () => measureTotals(installation, largest, year));
  await found.try('the payment list', () => measureExport(installation, largest, run));
  await found.try('a rate changed afterwards', async () => {
    await raiseWage(client, await personnel(baseWage));
    return retroactive(await paid(client, personnel, next, [largest]), largest);
  });
}

async function baseWage(database: Client): Promise<number> {
  const { rows } = await database.query<{ wage: string }>(
    `select value::bigint::text as wage from rate_value
      where "table" = 'base-wage' and valid_from <= $1 and (valid_to is null or valid_to > $1)`,
    [`${first}-01`],
  );
  return Number(rows[0]!.wage);
}

/** A decision about all twelve months, that comes when they are paid. */
async function raiseWage(client: DemoClient, wage: number): Promise<void> {
  await client.post('/rate-tables', {
    ...{ id: randomUUID(), table: 'base-wage', validFrom: `${first}-01` },
    ...{ value: `${wage + 10_000}`, source: 'Quyết định muộn (đo tốc độ)' },
  });
}

async function fill(database: Client): Promise<Province[]> {
  await database.query(`select set_config('antt.policy', $1, false)`, [
    JSON.stringify(PolicyDocument.parse(document)),
  ]);
  await run(database, 'fill-people');
  await run(database, 'fill-pay');
  const { rows } = await database.query<Province>(
    `select p.id, count(*)::int as members
       from unit p cross join lateral unit_below(array[p.id], '2025-04-01') b
       join team_commune c on c.commune_id = b.id join posting o on o.team_id = c.team_id
      where p.level = 'province' group by p.id order by members desc`,
  );
  return rows;
}

async function run(database: Client, name: string): Promise<void> {
  await database.query(await readFile(new URL(`./${name}.sql`, import.meta.url), 'utf8'));
}

type Paid = {
  seconds: number;
  lines: number;
  people: number;
  adjustments: number;
  /** Run and seconds of each province. */
  runs: Map<string, string>;
  each: Map<string, number>;
};

/** Begins a run for each province as a finance officer would, and waits until the last is calculated. */
async function paid(
  client: DemoClient,
  personnel: <T>(work: (database: Client) => Promise<T>) => Promise<T>,
  month: string,
  provinces: readonly Province[],
): Promise<Paid> {
  const began = performance.now();
  const runs = new Map<string, string>();
  const each = new Map<string, number>();
  const sums = { lines: 0, people: 0, adjustments: 0 };
  for (const { id: within } of provinces) {
    const id = randomUUID();
    const start = performance.now();
    await client.post('/payrolls', { id, month, within });
    const state = await personnel((database) => calculated(database, id));
    each.set(within, (performance.now() - start) / 1_000);
    runs.set(within, id);
    for (const name of ['lines', 'people', 'adjustments'] as const) sums[name] += state[name];
  }
  return { seconds: (performance.now() - began) / 1_000, ...sums, runs, each };
}

type Calculated = Record<'lines' | 'people' | 'adjustments', number>;

async function calculated(database: Client, id: string): Promise<Calculated> {
  for (;;) {
    const { rows } = await database.query<Calculated & { state: string; failure: object | null }>(
      `select state, failure, lines, people, (select count(*)::int from payroll_line l
                where l.payroll_id = p.id and l.kind = 'adjustment') as adjustments
         from payroll p where id = $1 and (state = 'calculated' or failure is not null)`,
      [id],
    );
    if (rows[0]?.failure) throw new Error(`A run failed: ${JSON.stringify(rows[0].failure)}`);
    if (rows[0]) return rows[0];
    await sleep(20);
  }
}

type Hand = { seconds: number; lines: number };

/**
 * The same lines by one INSERT … SELECT into a table with the same keys, of the country or of a province; both are
 * compared line by line.
 */
async function byHand(database: Client, month: Paid, province: string | null): Promise<Hand> {
  await database.query(
    `create table line_by_hand (like payroll_line including all);
     alter table line_by_hand add foreign key (payroll_id) references payroll (id)`,
  );
  const text = await readFile(new URL('./pay-by-hand.sql', import.meta.url), 'utf8');
  const [run] = province === null ? month.runs.values() : [month.runs.get(province)!];
  const began = performance.now();
  const { rowCount } = await database.query(text, [`${first}-01`, run, province]);
  const seconds = (performance.now() - began) / 1_000;
  const columns = `person_id, posting_id, team_id, commune_id, position, policy_id, code, item, fund, rate, whole,
                   quantity, days, amount, basis, payee`;
  const difference = await database.query(
    `(select ${columns} from payroll_line where $1::uuid is null or payroll_id = $2
      except all select ${columns} from line_by_hand) limit 1`,
    [province, run],
  );
  await database.query('drop table line_by_hand');
  if (difference.rows.length > 0)
    throw new Error('What was calculated and what was written by hand differ');
  return { seconds, lines: rowCount ?? 0 };
}

function monthsBesideHand(
  month: Paid,
  largest: Province,
  { country, province }: { country: Hand; province: Hand },
): Line[] {
  if (country.lines !== month.lines) {
    throw new Error(`${month.lines} lines were calculated, ${country.lines} by hand`);
  }
  return [
    {
      ...{ name: `a month of ${month.people} people, ${month.runs.size} runs`, predicted: '2.2' },
      ...ratio(month.seconds, country.seconds),
      note: `${month.lines} explained lines, the same as the INSERT by hand wrote`,
    },
    {
      ...{ name: `a month of a province, ${largest.members} people`, predicted: '2.3' },
      ...ratio(month.each.get(largest.id)!, province.seconds),
      note: `${province.lines} lines, from the request until they are there`,
    },
  ];
}

function ratio(seconds: number, hand: number) {
  const [measured, raw] = [round(seconds), round(hand)];
  const value = round(measured / raw);
  return { measured, raw, unit: 's', value, sense: 'at-most' as const, bound: 2.5 };
}

/** Seconds a member in the country beside those of the provinces of about 3,000 members. */
function linear({ seconds, each }: Paid, provinces: readonly Province[]): Line {
  const small = provinces.filter(({ members }) => members > 2_000 && members < 4_000);
  const members = (some: readonly Province[]) => some.reduce((sum, one) => sum + one.members, 0);
  const [whole, few] = [
    round((seconds * 1e6) / members(provinces)),
    round((small.reduce((sum, { id }) => sum + each.get(id)!, 0) * 1e6) / members(small)),
  ];
  return {
    ...{ name: 'time of a member, country beside a province of 3,000', predicted: '1' },
    ...{ measured: whole, raw: few, unit: 'µs', value: round(whole / few) },
    ...{ sense: 'at-most', bound: 1.5, note: `${small.length} provinces of 2,000 to 4,000` },
  };
}

function retroactive({ seconds, adjustments }: Paid, { members }: Province): Line {
  const value = round(seconds);
  return {
    ...{ name: `a rate changed for twelve paid months, ${members} members`, predicted: '40' },
    ...{ measured: value, raw: null, unit: 's', value, sense: 'at-most', bound: 60 },
    note: `${adjustments} lines of differences in the next run`,
  };
}

async function copyMonths(database: Client): Promise<void> {
  await database.query(`update payroll set state = 'closed'`);
  await database.query(
    `select set_config('antt.from', $1, false), set_config('antt.to', $2, false)`,
    [`${first}-01`, `${last}-01`],
  );
  await run(database, 'copy-months');
}

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DemoClient } from '../demo/client.ts';
import { Client } from 'pg';
import { Platform, type ProcessName, urlOf } from './platform.ts';
import { layOut } from './territory.ts';

/** The issue asks for thirty moments; every test run makes do with fewer. */
const kills = Number(process.env.ANTT_PAY_KILLS ?? 8);
const people = 400;
const amount = 1_200_000;
const checkerPassword = 'cánh đồng lúa chín';

let platform: Platform;
let maker: DemoClient;
let checker: DemoClient;
let provinceId: string;

beforeAll(async () => {
  // a database that is killed must keep what it acknowledged
  platform = await Platform.start({ ANTT_DURABLE: '1' });
  const { client } = await layOut(platform, 10);
  maker = client;
  checker = await secondAccount();
  const { items } = await client.get<{ items: { id: string }[] }>(
    '/units?on=2024-07-01&level=province&limit=1',
  );
  provinceId = items[0]!.id;
  await serve();
  // its connection dies with the database, as it should
  platform.db.on('error', () => undefined);
}, 240_000);
afterAll(() => platform?.stop(), 60_000);

async function secondAccount(): Promise<DemoClient> {
  const { areas } = await maker.get<{ areas: { id: string }[] }>('/me');
  const made = await maker.post<{ oneTimePassword: string }>('/accounts', {
    ...{ id: randomUUID(), username: 'taichinh2', fullName: 'Tài chính hai (thử nghiệm)' },
    grants: [{ role: 'finance-officer', areaId: areas[0]!.id, from: '2024-07-01' }],
  });
  const client = new DemoClient(platform.url);
  await client.signIn('taichinh2', made.oneTimePassword);
  await client.post('/me/passwords', {
    current: made.oneTimePassword,
    next: checkerPassword,
  });
  await client.signIn('taichinh2', checkerPassword);
  return client;
}

/** People of ten communes, all members, and what they are paid by; copies would be written by facts. */
async function serve(): Promise<void> {
  const { db } = platform;
  await db.query('set search_path to personnel, public');
  await db.query(
    `create temp table laid as
     select commune.unit_id as commune_id, gen_random_uuid() as village_id, gen_random_uuid() as team_id
       from unit_version commune join unit u on u.id = commune.unit_id and u.level = 'commune'`,
  );
  await db.query(`insert into unit (id, level) select village_id, 'village' from laid`);
  await db.query(
    `insert into unit_version (unit_id, kind, code, name, valid_from)
     select village_id, 'thôn', left(village_id::text, 8), 'Trung', '2024-07-01' from laid`,
  );
  await db.query(
    `insert into unit_parent (unit_id, parent_id, valid_from) select village_id, commune_id, '2024-07-01' from laid`,
  );
  await db.query(
    `insert into team (id, code, name, founded_on) select team_id, left(team_id::text, 8), 'Tổ', '2024-07-01' from laid`,
  );
  await db.query(
    `insert into team_village (team_id, village_id, valid_from) select team_id, village_id, '2024-07-01' from laid`,
  );
  await db.query('select place_teams(array(select team_id from laid))');
  await db.query(
    `insert into quota (id, unit_id, number, teams, members, valid_from)
     select gen_random_uuid(), commune_id, '1', 10, 1000, '2024-07-01' from laid`,
  );
  await db.query(
    `create temp table hired as
     select gen_random_uuid() as person_id, gen_random_uuid() as decision_id, commune_id, team_id
       from laid cross join generate_series(1, $1::int)`,
    [people / 10],
  );
  await db.query(
    `insert into person (id, name, search_key, sort_name, sex, birth_date, commune_id)
     select person_id, 'Nguyễn Văn An', 'nguyen van an', 'An Nguyễn Văn', 'male', '1985-01-01', commune_id from hired`,
  );
  await db.query(
    `insert into decision (id, issuer, number, signed_on, commune_id)
     select decision_id, 'UBND', left(decision_id::text, 8), '2024-07-01', commune_id from hired`,
  );
  await db.query(
    `insert into posting (id, person_id, team_id, position, valid_from, decision_id)
     select gen_random_uuid(), person_id, team_id, 'ordinary', '2024-07-01', decision_id from hired`,
  );
  const document = {
    ...{ name: 'Thử nghiệm', proration: 'calendar-days', certainty: 'illustrative' },
    ...{ absences: { suspension: false, leave: true }, exclusive: [], note: '', sources: [] },
    lines: [
      {
        ...{
          code: 'monthly',
          item: 'monthly-support',
          label: 'Hỗ trợ',
          article: '',
          fund: 'province',
        },
        ...{ basis: { per: 'month', prorated: true }, cap: null, includes: [], shares: [] },
        round: { to: 1, mode: 'nearest' },
        rates: [{ when: {}, value: { vnd: amount }, note: '' }],
      },
    ],
  };
  await db.query(
    `insert into policy (id, instrument_id, instrument, status, valid_from, document)
     values (gen_random_uuid(), gen_random_uuid(), '{"number":"01/2024/NQ-HĐND"}', 'adopted', '2024-07-01', $1)`,
    [JSON.stringify(document)],
  );
}

/** Repeats what a dying process did not answer; the same command twice is harmless. */
async function persist<T>(act: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + 90_000; ; await sleep(200)) {
    try {
      return await act();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

const state = (id: string) =>
  persist(() => maker.get<{ state: string; failure: unknown }>(`/payrolls/${id}`));

async function calculated(id: string): Promise<void> {
  for (const end = Date.now() + 90_000; ; await sleep(100)) {
    const { state: now } = await state(id);
    if (now === 'calculated') return;
    if (Date.now() > end) throw new Error(`run ${id} stays ${now}`);
  }
}

test('whatever dies in whatever step of a run, no line and no payment is lost, doubled or half approved', async () => {
  let left = kills;
  let month = 0;
  const victims: ProcessName[] = ['personnel', 'personnel', 'postgres', 'personnel', 'nats'];
  const dying = async (act: () => Promise<unknown>) => {
    const killing = left > 0 ? victims[left % victims.length]! : null;
    left -= 1;
    const acting = persist(act);
    if (killing) {
      await sleep(Math.random() * 120);
      await platform.kill(killing).catch(() => {});
    }
    await acting;
  };
  while (left > 0) {
    const name = `${2024 + Math.floor((6 + month) / 12)}-${String(((6 + month) % 12) + 1).padStart(2, '0')}`;
    month += 1;
    const id = randomUUID();
    await dying(() => maker.post('/payrolls', { id, month: name, within: provinceId }));
    await calculated(id);
    for (const [step, client, to] of [
      ['submit', maker, 'submitted'],
      ['approve', checker, 'approved'],
      ['pay', maker, 'paid'],
      ['close', checker, 'closed'],
    ] as const) {
      await dying(() => client.post(`/payrolls/${id}/steps`, { step }));
      expect((await state(id)).state).toBe(to);
    }
  }
  // the database died as well, and the test's own connection with it
  const db = new Client({ connectionString: await urlOf(platform) });
  await db.connect();
  const { rows } = await db.query<{
    lines: string;
    people: string;
    sum: string;
    total: string;
    acts: string;
    payments: string;
    batches: string;
    paid: string;
  }>(
    `select count(*) as lines, count(distinct l.person_id) as people, sum(l.amount) as sum, p.total,
            (select string_agg(step, ' ' order by at) from personnel.payroll_act a where a.payroll_id = p.id) as acts,
            (select count(*) from personnel.payment y where y.payroll_id = p.id) as payments,
            (select count(*) from personnel.payment_batch b where b.payroll_id = p.id) as batches,
            (select sum(amount) from personnel.payment y where y.payroll_id = p.id and y.state = 'issued') as paid
       from personnel.payroll p join personnel.payroll_line l on l.payroll_id = p.id group by p.id`,
  );
  await db.end();
  expect(rows).toHaveLength(month);
  for (const row of rows) {
    expect(row).toEqual({
      ...{ lines: String(people), people: String(people), sum: String(people * amount) },
      ...{ total: String(people * amount), acts: 'calculate submit approve pay close' },
      // approval issues each payment with it, once, whatever dies
      ...{ payments: String(people), batches: '1', paid: String(people * amount) },
    });
  }
}, 600_000);

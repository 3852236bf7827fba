import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { Pool } from 'undici';
import { administrator, type Installation } from './installation.ts';
import { type Line, round } from './line.ts';
import { tokenOf } from './requests.ts';

const clients = 50;

type Sheet = {
  form: { document: { groups: { items: { code: string }[] }[] } };
  indicators: { code: string; shape: string }[];
};

/** A month's reports of every team, sent through the gateway by phones that do not wait for each other. */
export async function measureSending(
  installation: Installation,
  activity: <T>(work: (database: Client) => Promise<T>) => Promise<T>,
): Promise<Line> {
  const { ADMIN_USERNAME, ADMIN_PASSWORD } = administrator;
  const token = await tokenOf(installation.url, ADMIN_USERNAME, ADMIN_PASSWORD);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const owed = await activity(async (database) => {
    const { rows } = await database.query<{ periodId: string; senderId: string }>(
      `select p.id as "periodId", s.sender_id as "senderId"
         from reporting_period p cross join lateral standing_senders(p.province_id, p.to_on) s
        where p.name = '2025-05' and s.sender = 'team'`,
    );
    return rows;
  });
  const pool = new Pool(installation.url, { connections: clients, pipelining: 1 });
  try {
    const [first] = owed;
    const sheet = await pool.request({
      ...{ method: 'GET', headers, path: `/api/reports/${first!.periodId}/${first!.senderId}` },
    });
    const { indicators } = (await sheet.body.json()) as Sheet;
    const values = indicators.map(({ code, shape }) => ({
      ...{ code, noCase: false, numerator: 1 },
      denominator: ['ratio', 'months'].includes(shape) ? 1 : null,
    }));
    let [next, refused] = [0, 0];
    const began = performance.now();
    await Promise.all(
      Array.from({ length: clients }, async () => {
        for (let one = owed[next++]; one; one = owed[next++]) {
          const body = JSON.stringify({ id: randomUUID(), ...one, values, confirmed: true });
          const answer = await pool.request({
            method: 'POST',
            path: '/api/reports',
            headers,
            body,
          });
          await answer.body.dump();
          if (answer.statusCode >= 300) refused += 1;
        }
      }),
    );
    const seconds = (performance.now() - began) / 1_000;
    const kept = await activity(async (database) => {
      const { rows } = await database.query<{ n: number }>(
        `select count(*)::int as n from report r join reporting_period p on p.id = r.period_id
          where p.name = '2025-05' and r.state = 'submitted'`,
      );
      return rows[0]!.n;
    });
    if (refused > 0 || kept !== owed.length)
      throw new Error(`${kept} of ${owed.length} reports are there, ${refused} were refused`);
    const value = round(owed.length / seconds);
    return {
      ...{ name: `reports a second, ${clients} phones`, predicted: '350' },
      ...{ measured: value, raw: null, unit: '/s', value, sense: 'at-least', bound: 300 },
      note: `${owed.length} reports of ${values.length} figures in ${seconds.toFixed(0)} s, each there once`,
    };
  } finally {
    await pool.destroy();
  }
}

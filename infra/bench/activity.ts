import { type Campaign, type ScoreTemplateDocument } from '@antt/contracts';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Client } from 'pg';
import { inDatabase, signedIn } from './before-reform.ts';
import type { Installation } from './installation.ts';
import { type Found, type Line, median, round } from './line.ts';
import { administrator } from './installation.ts';
import { measureSending } from './report-sending.ts';
import { asker, tokenOf } from './requests.ts';

const turns = 5;

/** The same twenty criteria written down for good: points, total and ranks of every team. */
const byHand = `
select sender_id, sum(least(1, v.numerator / 5) * 5) as total,
       rank() over (order by sum(least(1, v.numerator / 5) * 5) desc) as rank
  from report r join reporting_period p on p.id = r.period_id and p.name = '2025-04'
  join report_value v on v.report_version_id = r.accepted_version_id
 where v.code = any ($1)
 group by sender_id order by rank limit 100`;

/** Reports of a country of teams: a campaign scored by them, how complete a month is, and how fast they come in. */
export async function measureActivity(installation: Installation, found: Found): Promise<void> {
  const activity = <T>(work: (database: Client) => Promise<T>) =>
    inDatabase(installation, work, 'activity');
  for (const name of ['fill-copies', 'fill-reports']) {
    const text = await readFile(new URL(`./${name}.sql`, import.meta.url), 'utf8');
    await activity((database) => database.query(text.replaceAll('personnel', 'activity')));
  }
  const client = await signedIn(installation);
  const codes = await activity(async (database) => {
    const { rows } = await database.query<{ code: string }>(
      `select distinct code from report_value order by code`,
    );
    return rows.map(({ code }) => code);
  });
  const { ADMIN_USERNAME, ADMIN_PASSWORD } = administrator;
  const ask = asker(
    installation.url,
    await tokenOf(installation.url, ADMIN_USERNAME, ADMIN_PASSWORD),
    1,
  );
  const timed = async (path: string) => {
    const began = performance.now();
    const { status } = await ask.get(path);
    if (status !== 200) throw new Error(`${path} was answered with ${status}`);
    return performance.now() - began;
  };
  try {
    await found.try('a campaign scored', async () => {
      const roundId = await campaignOf(client, codes);
      const path = `/api/campaign-rounds/${roundId}/scores?subject=team&limit=100`;
      const [ours, bare]: [number[], number[]] = [[], []];
      let teams = 0;
      for (let turn = 0; turn <= turns; turn += 1) {
        const asked = await timed(path);
        const began = performance.now();
        teams = await activity(async (database) => {
          await database.query(byHand, [codes]);
          return (await database.query(`select count(*)::int as n from report`)).rows[0].n;
        });
        if (turn === 0) continue;
        bare.push(performance.now() - began);
        ours.push(asked);
      }
      return beside('a campaign scored by twenty criteria', '2', ours, bare, 2.5, `${teams} teams`);
    });
    await found.try('completeness of the country', async () => {
      const path = `/api/report-completeness?kindCode=LL-01&sender=team&on=2025-04-14&level=province`;
      const latencies: number[] = [];
      for (let turn = 0; turn <= 20; turn += 1) {
        const asked = await timed(path);
        if (turn > 0) latencies.push(asked);
      }
      const value = round(latencies.toSorted((a, b) => a - b).at(-2)!);
      return {
        ...{ name: 'completeness of the country by province, 95 of 100', predicted: '200' },
        ...{ measured: value, raw: null, unit: 'ms', value, sense: 'at-most', bound: 300 },
      };
    });
    await found.try('reports sent', () => measureSending(installation, activity));
  } finally {
    ask.close();
  }
}

function beside(
  name: string,
  predicted: string,
  ours: number[],
  bare: number[],
  bound: number,
  note: string,
): Line {
  const [measured, raw] = [round(median(ours)), round(median(bare))];
  const value = round(median(ours) / median(bare));
  return { name, predicted, measured, raw, unit: 'ms', value, sense: 'at-most', bound, note };
}

async function campaignOf(
  client: Awaited<ReturnType<typeof signedIn>>,
  codes: readonly string[],
): Promise<string> {
  const [id, roundId] = [randomUUID(), randomUUID()];
  const days = { from: '2025-03-15', to: '2025-04-14' };
  await client.post<Campaign>('/campaigns', {
    ...{
      id,
      unitId: null,
      name: 'Đo tốc độ',
      ...days,
      plannedOn: days.from,
      citation: 'Đo tốc độ',
    },
    rounds: [{ id: roundId, number: 1, name: 'Đợt 1', theme: '', ...days }],
  });
  const item = (code: string, n: number) => ({
    ...{ code: `I${n + 1}`, name: code, nameEn: code, kind: 'count-target' as const, max: 5 },
    ...{ indicator: code, target: { comparison: 'at-least' as const, value: '5' }, perCase: null },
    ...{ noCase: 'full' as const, latePercent: 0, mustMax: false, gate: false },
  });
  const content = { code: 'C', name: 'Kết quả', nameEn: '', column: 'base' as const };
  const document: ScoreTemplateDocument = {
    ...{ baseMax: 100, bonusMax: null, bonusInside: false, penaltyMax: null, floorAtZero: true },
    ...{ reportKinds: ['LL-01'], leastDays: 15, grades: [], cap: null, tieBreaks: [] },
    contents: [{ ...content, max: 100, scoring: 'sum', items: codes.map(item) }],
  };
  const template = { id: randomUUID(), subject: 'team', document, citation: 'Đo tốc độ' };
  await client.post(`/campaigns/${id}/templates`, template);
  await client.post(`/campaign-rounds/${roundId}/openings`, {});
  return roundId;
}

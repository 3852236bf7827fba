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

const turns = 3;

/** Reports of a country of teams: a campaign scored by them, how complete a month is, and how fast they come in. */
export async function measureActivity(installation: Installation, found: Found): Promise<void> {
  const activity = <T>(work: (database: Client) => Promise<T>) =>
    inDatabase(installation, work, 'activity');
  for (const name of ['fill-copies', 'fill-reports']) {
    const text = await textOf(name);
    await activity((database) => database.query(text.replaceAll('personnel', 'activity')));
  }
  // As the database's own housekeeping leaves it: rows that everybody may see are read from the index alone.
  await activity((database) => database.query('vacuum analyze'));
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
      const byHand = await textOf('score-by-hand');
      const [ours, bare]: [number[], number[]] = [[], []];
      let teams = 0;
      for (let turn = 0; turn < turns; turn += 1) {
        const roundId = await campaignOf(client, codes);
        const began = performance.now();
        const kept = await client.post<{ subjects: number }>(
          `/campaign-rounds/${roundId}/ratifications`,
          { withoutVerification: true },
        );
        ours.push(performance.now() - began);
        teams = kept.subjects;
        bare.push(await activity((database) => byHandIn(database, byHand, roundId, codes)));
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

function textOf(name: string): Promise<string> {
  return readFile(new URL(`./${name}.sql`, import.meta.url), 'utf8');
}

/** Milliseconds of the same results written by hand; both are compared team by team. */
async function byHandIn(
  database: Client,
  text: string,
  roundId: string,
  codes: readonly string[],
): Promise<number> {
  await database.query('create table result_by_hand (like round_result including all)');
  const began = performance.now();
  await database.query(text, [roundId, codes]);
  const taken = performance.now() - began;
  const columns = 'subject_id, name, unit_id, unit_name, contents, total, rank, missing, items';
  const { rows } = await database.query(
    `(select ${columns} from round_result where round_id = $1
      except all select ${columns} from result_by_hand) limit 1`,
    [roundId],
  );
  await database.query('drop table result_by_hand');
  if (rows.length > 0) throw new Error('What was scored and what was written by hand differ');
  return taken;
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

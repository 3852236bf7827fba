import { CriteriaDocument } from '@antt/contracts';
import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { DemoClient } from '../demo/client.ts';
import { day } from './country.ts';
import { administrator, type Installation } from './installation.ts';
import { type Line, median, round, type Section } from './line.ts';
import { fixedRules, giveProvincesCriteria, provinceDay } from './province-criteria.ts';
import { type Asker, asker } from './requests.ts';

const instrumentId = '01900000-0000-7000-8000-000000000003';
const criteriaId = '01900000-0000-7000-8000-000000000004';
const turns = 7;

const document = CriteriaDocument.parse({
  name: 'Đo tốc độ',
  certainty: 'illustrative',
  members: [
    {
      name: 'Theo số hộ',
      metric: 'households',
      classes: [
        { to: 350, value: { binding: 'exact', members: 3 } },
        { from: 350, to: 500, value: { binding: 'exact', members: 4 } },
        { from: 500, value: { binding: 'exact', members: 5 } },
      ],
    },
  ],
});

/** The same rule written down for good: what the criteria may not be much slower than. */
const fixedRule = `
select p.parent_id, count(*)::int as teams,
       sum(case when f.value < 350 then 3 when f.value < 500 then 4 else 5 end)::int as members
  from unit_version v
  join unit_parent p on p.unit_id = v.unit_id
   and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
  left join lateral (
    select value from unit_figure f
     where f.unit_id = v.unit_id and f.kind = 'households' and f.measured_on <= $1
     order by f.measured_on desc limit 1) f on true
 where v.level = 'village' and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
 group by p.parent_id`;

/** Norms of the country's villages, and coverage with them, beside one fixed rule in plain SQL; in turns. */
export async function measureNorms(installation: Installation, token: string): Promise<Section> {
  const client = await giveCriteria(installation);
  const coverageSql = await readFile(
    new URL('../../services/organisation/src/coverage/coverage.sql', import.meta.url),
    'utf8',
  );
  const database = new Client({ connectionString: installation.database('organisation') });
  await database.connect();
  const ask = asker(installation.url, token, 1);
  try {
    const norms = (on: string) =>
      answering(ask, `/api/quotas/norms?on=${on}&level=commune&limit=500`);
    const [rule, cover, asked, whole] = await inTurns([
      () => database.query(fixedRule, [day]),
      () => database.query(coverageSql, [day, null, null, 'commune']),
      norms(day),
      answering(ask, `/api/coverage?on=${day}&level=commune`),
    ]);
    const rules = await giveProvincesCriteria(client, database, criteriaId);
    const given = JSON.stringify(rules);
    const counted = await counts(database, client, given);
    const [fixed, documents] = await inTurns([
      () => database.query(fixedRules, [provinceDay, given]),
      norms(provinceDay),
    ]);
    const line = (name: string, predicted: string, time: number, raw: number, bound: number) =>
      ({
        name,
        predicted,
        measured: round(time),
        raw: round(raw),
        unit: 'ms',
        value: round(time / raw),
        sense: 'at-most',
        bound,
      }) satisfies Line;
    const lines: Line[] = [
      line('norms of the country, by commune', '2', asked!, rule!, 3),
      line('coverage of the country with norms, by commune', '1.4', whole!, cover! + rule!, 2),
      line(`norms by ${rules.length} documents at once, by commune`, '2.5', documents!, fixed!, 4),
    ];
    return { lines, remarks: [counted] };
  } finally {
    ask.close();
    await database.end();
  }
}

async function giveCriteria(installation: Installation): Promise<DemoClient> {
  const database = new Client({ connectionString: installation.database() });
  await database.connect();
  try {
    await database.query('set search_path to organisation, public');
    await database.query(
      `insert into unit_figure (unit_id, kind, measured_on, value, source)
       select unit_id, 'households', date '2024-07-01', 60 + abs(hashtext(code)) % 600, 'Đo tốc độ'
         from unit_version where level = 'village' on conflict do nothing`,
    );
    await database.query('analyze unit_figure');
  } finally {
    await database.end();
  }
  const client = new DemoClient(installation.url);
  await client.signIn(administrator.ADMIN_USERNAME, administrator.ADMIN_PASSWORD);
  const dated = { signedOn: '2024-07-01', effectiveFrom: '2024-07-01' };
  const named = { kind: 'resolution', number: '03/NQ', issuer: 'Đo tốc độ', title: 'Tiêu chí' };
  await client.post('/instruments', { id: instrumentId, ...named, ...dated });
  await client.post('/criteria', { id: criteriaId, instrumentId, document });
  await client.post(`/criteria/${criteriaId}/adoptions`, { validFrom: '2024-07-01' });
  return client;
}

/** How much is measured; norms that differ from those of the plain statement are no measurement. */
async function counts(database: Client, client: DemoClient, given: string): Promise<string> {
  type Sums = { villages: number; members: number };
  const { rows } = await database.query<Sums>(
    `select sum(teams)::int as villages, sum(members)::int as members from (${fixedRules}) of_communes`,
    [provinceDay, given],
  );
  const { villages, members } = rows[0]!;
  const { totals } = await client.get<{
    totals: { villages: number; members: { max: number } | null };
  }>(`/quotas/norms?on=${provinceDay}&level=commune&limit=1`);
  if (totals.villages !== villages || totals.members?.max !== members) {
    throw new Error(`norms are ${JSON.stringify(totals)}, by plain SQL ${JSON.stringify(rows[0])}`);
  }
  return `norms by the provinces' documents: ${villages} villages, ${members} members, as the plain statement counts them`;
}

/** The median of each work in milliseconds, all in turns; the first turn warms them. */
async function inTurns(works: (() => Promise<unknown>)[]): Promise<number[]> {
  const times = works.map((): number[] => []);
  for (let turn = 0; turn <= turns; turn += 1) {
    for (const [n, work] of works.entries()) {
      const time = await timed(work);
      if (turn > 0) times[n]!.push(time);
    }
  }
  return times.map(median);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function answering(ask: Asker, path: string): () => Promise<void> {
  return async () => {
    const { status } = await ask.get(path);
    if (status !== 200) throw new Error(`${path} was answered with ${status}`);
  };
}

import { CriteriaDocument } from '@antt/contracts';
import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { DemoClient } from '../demo/client.ts';
import { day } from './country.ts';
import { administrator, type Installation } from './installation.ts';
import { type Line, median, round, type Section } from './line.ts';
import { asker } from './requests.ts';

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
  await giveCriteria(installation);
  const coverageSql = await readFile(
    new URL('../../services/organisation/src/coverage/coverage.sql', import.meta.url),
    'utf8',
  );
  const database = new Client({ connectionString: installation.database('organisation') });
  await database.connect();
  const ask = asker(installation.url, token, 1);
  try {
    const norms = `/api/quotas/norms?on=${day}&level=commune&limit=500`;
    const coverage = `/api/coverage?on=${day}&level=commune`;
    const [fixed, covered, asked, whole]: number[][] = [[], [], [], []];
    for (let turn = 0; turn <= turns; turn += 1) {
      const times = [
        await timed(() => database.query(fixedRule, [day])),
        await timed(() => database.query(coverageSql, [day, null, null, 'commune'])),
        await timed(() => answered(ask.get(norms), norms)),
        await timed(() => answered(ask.get(coverage), coverage)),
      ];
      // The first turn warms all of them.
      if (turn === 0) continue;
      for (const [n, list] of [fixed!, covered!, asked!, whole!].entries()) list.push(times[n]!);
    }
    const line = (name: string, predicted: string, times: number[], raw: number, bound: number) =>
      ({
        name,
        predicted,
        measured: round(median(times)),
        raw: round(raw),
        unit: 'ms',
        value: round(median(times) / raw),
        sense: 'at-most',
        bound,
      }) satisfies Line;
    const [rule, cover] = [median(fixed!), median(covered!)];
    const lines: Line[] = [
      line('norms of the country, by commune', '2', asked!, rule, 3),
      line('coverage of the country with norms, by commune', '1.4', whole!, cover + rule, 2),
    ];
    const { rows } = await database.query<{ count: string }>(
      `select count(*) from unit_version where level = 'village' and valid_from <= $1
          and (valid_to is null or $1 < valid_to)`,
      [day],
    );
    return { lines, remarks: [`norms: ${rows[0]!.count} villages, each with its households`] };
  } finally {
    ask.close();
    await database.end();
  }
}

async function giveCriteria(installation: Installation): Promise<void> {
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
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function answered(answer: Promise<{ status: number }>, path: string): Promise<void> {
  const { status } = await answer;
  if (status !== 200) throw new Error(`${path} was answered with ${status}`);
}

import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { day, provinceCode } from './country.ts';
import type { Installation } from './installation.ts';
import { type Line, median, round, type Section } from './line.ts';
import { asker } from './requests.ts';

const sqlFile = new URL('../../services/organisation/src/coverage/coverage.sql', import.meta.url);

/** Coverage as the page asks for it, beside its SQL run by a bare client; in turns, medians. */
export async function measureCoverage(installation: Installation, token: string): Promise<Section> {
  const sql = await readFile(sqlFile, 'utf8');
  const database = new Client({ connectionString: installation.database('organisation') });
  await database.connect();
  const ask = asker(installation.url, token, 1);
  try {
    const found = await database.query<{ id: string }>(
      `select unit_id as id from unit_version where level = 'province' and list = '2025-03' and code = $1`,
      [provinceCode],
    );
    const province = found.rows[0]!.id;
    const questions = [
      {
        name: 'coverage of a province, by commune',
        within: province,
        level: 'commune',
        bound: 3,
        turns: 25,
      },
      {
        name: 'coverage of the country, by province',
        within: null,
        level: 'province',
        bound: 2,
        turns: 9,
      },
      {
        name: 'coverage of the country, by commune',
        within: null,
        level: 'commune',
        bound: 2,
        turns: 9,
      },
    ];
    const predictions = ['1.3', '1.05', '1.8'];
    const lines: Line[] = [];
    for (const [n, { name, within, level, bound, turns }] of questions.entries()) {
      const narrowed = within ? `&within=${within}` : '';
      const path = `/api/coverage?on=${day}&level=${level}${narrowed}`;
      const values = [day, null, within && [within], level];
      const [bare, whole]: [number[], number[]] = [[], []];
      let bytes = 0;
      for (let turn = 0; turn <= turns; turn += 1) {
        const began = performance.now();
        await database.query(sql, values);
        const middle = performance.now();
        const answer = await ask.get(path);
        const end = performance.now();
        if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}`);
        bytes = answer.bytes;
        // The first turn warms both.
        if (turn === 0) continue;
        bare.push(middle - began);
        whole.push(end - middle);
      }
      lines.push({
        name,
        predicted: predictions[n]!,
        measured: round(median(whole)),
        raw: round(median(bare)),
        unit: 'ms',
        value: round(median(whole) / median(bare)),
        sense: 'at-most',
        bound,
        note: `${Math.round(bytes / 1_000)} kB compressed`,
      });
    }
    return { lines };
  } finally {
    ask.close();
    await database.end();
  }
}

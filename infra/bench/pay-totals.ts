import { administrator, type Installation } from './installation.ts';
import { type Line, round } from './line.ts';
import type { Province } from './pay.ts';
import { asker, tokenOf } from './requests.ts';

const times = 20;

/** A year by unit and item: of the country by province, of the largest province by commune. */
export async function measureTotals(
  installation: Installation,
  { id }: Province,
  { from, to, lines }: { from: string; to: string; lines: number },
): Promise<Line> {
  const { ADMIN_USERNAME, ADMIN_PASSWORD } = administrator;
  const token = await tokenOf(installation.url, ADMIN_USERNAME, ADMIN_PASSWORD);
  const ask = asker(installation.url, token, 1);
  const year = `/api/allowance-totals?from=${from}&to=${to}&by=unit,item`;
  const latencies: number[] = [];
  try {
    for (let turn = 0; turn <= times; turn += 1) {
      for (const path of [`${year}&level=province`, `${year}&level=commune&within=${id}`]) {
        const began = performance.now();
        const { status } = await ask.get(path);
        if (status !== 200) throw new Error(`${path} was answered with ${status}`);
        // the first turn warms both
        if (turn > 0) latencies.push(performance.now() - began);
      }
    }
  } finally {
    ask.close();
  }
  const value = round(
    latencies.toSorted((a, b) => a - b).at(Math.ceil(latencies.length * 0.95) - 1)!,
  );
  return {
    ...{ name: 'totals of a year by unit and item, 95 of 100', predicted: '200' },
    ...{ measured: value, raw: null, unit: 'ms', value, sense: 'at-most', bound: 300 },
    note: `${lines} lines; the country by province and the largest province by commune`,
  };
}

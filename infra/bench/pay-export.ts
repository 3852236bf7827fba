import { readFileSync, writeFileSync } from 'node:fs';
import { administrator, type Installation } from './installation.ts';
import { type Line, round } from './line.ts';
import type { Province } from './pay.ts';
import { asker, tokenOf } from './requests.ts';

/** The most memory that gateway and personnel hold while a payment list is written, beyond what they held before. */
export async function measureExport(
  installation: Installation,
  { members }: Province,
  run: string,
): Promise<Line> {
  const { ADMIN_USERNAME, ADMIN_PASSWORD } = administrator;
  const token = await tokenOf(installation.url, ADMIN_USERNAME, ADMIN_PASSWORD);
  const ask = asker(installation.url, token, 1);
  const pids = ['gateway', 'personnel'].map((name) => installation.processOf(name));
  try {
    const before = pids.map(beginPeak);
    const began = performance.now();
    const { status, bytes } = await ask.get(`/api/payrolls/${run}/export.xlsx`);
    if (status !== 200) throw new Error(`The payment list was answered with ${status}`);
    const seconds = round((performance.now() - began) / 1_000);
    const grown = pids.reduce((sum, pid, n) => sum + kilobytes(pid, 'VmHWM') - before[n]!, 0);
    const value = round(grown / 1_024);
    return {
      ...{ name: `payment list of ${members} people, memory`, predicted: '150' },
      ...{ measured: value, raw: null, unit: 'MB', value, sense: 'at-most', bound: 300 },
      note: `${round(bytes / 1e6)} MB of .xlsx in ${seconds} s; growth of gateway and personnel together`,
    };
  } finally {
    ask.close();
  }
}

/** Forgets the highest mark so far. */
function beginPeak(pid: number): number {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
  return kilobytes(pid, 'VmRSS');
}

function kilobytes(pid: number, name: string): number {
  const text = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0);
}

import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Installation } from './installation.ts';
import { type Line, round } from './line.ts';

/** All processes of the platform after some quiet seconds; shared pages are counted once (PSS). */
export async function measureMemory(installation: Installation): Promise<Line> {
  await sleep(8_000);
  const family = familyOf(installation.pid());
  const bytes = family.map(proportionalBytes).reduce((sum, one) => sum + one, 0);
  const gigabytes = round(bytes / 1e9);
  return {
    name: 'memory of all processes at rest',
    predicted: '0.65',
    measured: gigabytes,
    raw: null,
    unit: 'GB',
    value: gigabytes,
    sense: 'at-most',
    bound: 1.5,
    note: `${family.length} processes`,
  };
}

function familyOf(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = read(`/proc/${name}/stat`);
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const family = [root];
  for (const pid of family) family.push(...(children.get(pid) ?? []));
  return family;
}

function proportionalBytes(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1_024;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

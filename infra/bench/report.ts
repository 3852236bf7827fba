import { cpus, loadavg, totalmem } from 'node:os';
import { holds, type Line } from './line.ts';

export type Report = {
  on: string;
  machine: string;
  load: number[];
  lines: Line[];
  remarks: string[];
};

export function machine(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores, ${memory} GB, Node ${process.versions.node}`;
}

export const load = (): number => Number((loadavg()[0] ?? 0).toFixed(1));

const bound = ({ sense, bound: limit }: Line) => `${sense === 'at-least' ? '≥' : '≤'} ${limit}`;
const verdict = (line: Line) => (holds(line) ? 'held' : 'MISSED');
const against = (line: Line) => (line.raw === null ? '' : `${line.raw}`);

const heads = ['line', 'predicted', 'measured', 'raw', 'unit', 'ratio', 'bound', ''];

export function table(lines: readonly Line[]): string {
  const rows = lines.map((line) => [
    line.name,
    line.predicted,
    `${line.measured}`,
    against(line),
    line.unit,
    `${line.value}`,
    bound(line),
    verdict(line),
  ]);
  const widths = heads.map((head, n) =>
    Math.max(head.length, ...rows.map((row) => row[n]!.length)),
  );
  return [heads, ...rows]
    .map((row) =>
      row
        .map((cell, n) => cell.padEnd(widths[n]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The page under docs: ratios, because times are the machine's. */
export function page({ on, machine: what, load: loads, lines, remarks }: Report): string {
  const rows = lines.map(
    (line) =>
      `| ${line.name} | ${line.predicted} | ${line.value}${line.raw === null ? ` ${line.unit}` : ''} | ${bound(line)} | ${verdict(line)} | ${line.note ?? ''} |`,
  );
  return [
    '# Measured speed',
    '',
    `Written by \`npm run bench\` on ${on}; machine: ${what}; load average while it ran: ${loads.join(' to ')}.`,
    'A ratio compares the platform with the bare parts in the same minutes: the same statement under pgbench',
    'or a bare client, a bare round trip on the same bus. The prediction was written before the first run.',
    '',
    '| line | predicted | measured | bound | | |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    ...remarks.map((remark) => `- ${remark}`),
    '',
  ].join('\n');
}

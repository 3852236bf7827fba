import { cpus, loadavg, totalmem } from 'node:os';
import { holds, type Line } from './line.ts';

/** A part as it was measured last, with the load average of the machine before and after. */
export type Measured = { on: string; load: number[]; lines: Line[]; remarks: string[] };
export type Report = { machine: string; parts: Record<string, Measured> };

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
export function page({ machine: what, parts }: Report): string {
  const sections = Object.entries(parts).flatMap(([name, { on, load: loads, lines, remarks }]) => [
    `## ${name}`,
    '',
    `${on}, load average ${loads.join(' to ')}`,
    '',
    '| line | predicted | measured | bound | | |',
    '| --- | --- | --- | --- | --- | --- |',
    ...lines.map((line) => `| ${cellsOf(line).join(' | ')} |`),
    '',
    ...remarks.flatMap((remark) => [`- ${remark}`, '']),
  ]);
  return [
    '# Measured speed',
    '',
    `Written by \`npm run bench\`. Machine: ${what}. A ratio compares the platform with the bare parts`,
    'in the same minutes: the same statement under pgbench or a bare client, a bare round trip on the same',
    'bus. The prediction was written before the first run. A load average well above the number of cores',
    'means that others worked on the machine meanwhile: such lines are worth measuring again',
    '(`npm run bench -- --only=tiles`).',
    '',
    ...sections,
  ].join('\n');
}

function cellsOf(line: Line): string[] {
  const unit = line.raw === null ? ` ${line.unit}` : '';
  return [
    line.name,
    line.predicted,
    `${line.value}${unit}`,
    bound(line),
    verdict(line),
    line.note ?? '',
  ];
}

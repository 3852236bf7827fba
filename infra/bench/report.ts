import { cpus, loadavg, totalmem } from 'node:os';
import { holds, type Line } from './line.ts';

/** A part as it was measured, with the machine and its load average before and after. */
export type Measured = {
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

/**
 * The page under docs: ratios, because times are the machine's. A part that was not measured this time keeps its
 * words; so the page itself is the memory, in every checkout.
 */
export function page(
  last: string,
  measured: Partial<Record<string, Measured>>,
  order: readonly string[],
): string {
  const kept = sectionsOf(last);
  const names = [...order, ...[...kept.keys()].filter((name) => !order.includes(name))];
  const sections = names.flatMap((name) => {
    const part = measured[name];
    const text = part ? sectionOf(name, part) : kept.get(name);
    return text ? [text] : [];
  });
  return `${[head, ...sections].join('\n\n')}\n`;
}

const head = [
  '# Measured speed',
  '',
  'Written by `npm run bench`. A ratio compares the platform with the bare parts',
  'in the same minutes: the same statement under pgbench or a bare client, a bare round trip on the same',
  'bus. The prediction was written before the first run. A load average well above the number of cores',
  'means that others worked on the machine meanwhile: such lines are worth measuring again',
  '(`npm run bench -- --only=tiles`).',
].join('\n');

/** The parts of a page as they stand there, by name. */
function sectionsOf(text: string): Map<string, string> {
  const [, ...sections] = text.split(/^(?=## )/m);
  return new Map(sections.map((section) => [/^## (.*)/.exec(section)![1]!.trim(), section.trim()]));
}

function sectionOf(name: string, { on, machine: where, load: loads, lines, remarks }: Measured) {
  return [
    `## ${name}`,
    '',
    `${on}, load average ${loads.join(' to ')}, ${where}`,
    '',
    '| line | predicted | measured | bound | | |',
    '| --- | --- | --- | --- | --- | --- |',
    ...lines.map((line) => `| ${cellsOf(line).join(' | ')} |`),
    ...remarks.flatMap((remark) => ['', `- ${remark}`]),
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

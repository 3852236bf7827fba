import { type Coverage, Gap, getCoverage, type Measured } from '@antt/contracts';
import { type Output, searchKey } from '@antt/kernel';
import { z } from 'zod';
import { difference, inOrder } from './coverage-order.ts';
import type { Column, List } from './workbook.ts';
import { sum } from './workbook.ts';
import { AnyWorkKind, workName } from './work-in-unit.ts';
import { fullName, gapText, text } from './workbook-text.ts';

/** What the page shows beside the question itself: gaps (any of them), words, the measure, the order. */
export const CoverageExport = getCoverage.input.extend({
  gap: z
    .string()
    .transform((names) => names.split(','))
    .pipe(z.array(Gap))
    .optional(),
  q: z.string().max(100).optional(),
  metric: z.string().max(40).optional(),
  work: AnyWorkKind.optional(),
  sort: z.string().max(40).optional(),
});
export type CoverageExport = z.infer<typeof CoverageExport>;

type Row = Measured;
type Figures = Omit<Coverage, 'unit'>;
const words = text.coverage;

/** Coverage as a list to print, with the total of the rows that are in it. */
export function coverageList(
  { items, total }: Pick<Output<typeof getCoverage>, 'total'> & { items: Measured[] },
  { gap, q, level, sort, metric, work, restate, apportioning }: CoverageExport,
  lines: string[],
): List<Row> {
  const wanted = q ? searchKey(q) : '';
  const filtered = items.filter(
    ({ gaps, unit }) =>
      (!gap || gap.some((one) => gaps.includes(one))) &&
      searchKey(`${unit.kind} ${unit.name}`).includes(wanted),
  );
  const rows = inOrder(filtered, sort);
  const counted = (heading: string, of: (row: Row) => number | null): Column<Row> => ({
    heading,
    width: 12,
    cell: of,
    total: sum(rows, of),
  });
  // All rows: the service's total. Of some villages the teams cannot be added up: one may cover several.
  const whole = !gap && !wanted;
  const totalled = (heading: string, of: (figures: Figures) => number | null): Column<Row> => ({
    ...counted(heading, of),
    ...(whole ? { total: of(total) } : {}),
  });
  const teams = (heading: string, of: (figures: Figures) => number | null): Column<Row> => ({
    ...totalled(heading, of),
    ...(!whole && level === 'village' ? { total: null } : {}),
  });
  const chosen = gap?.map((one) => gapText[one]).join('; ');
  return {
    sheet: words.sheet,
    lines: [
      words.title,
      ...lines,
      ...(restate ? words.restated(restate, apportioning) : []),
      ...(chosen ? [words.gaps(chosen)] : []),
      ...(q ? [words.search(q)] : []),
    ],
    rows,
    columns: [
      { heading: text.number, width: 6, cell: (_, n) => n },
      { heading: text.code, width: 10, cell: ({ unit }) => unit.code },
      { heading: text.unit, width: 30, cell: ({ unit }) => fullName(unit), total: text.total },
      {
        heading: text.parent,
        width: 22,
        cell: ({ unit: { parentName: name, parentKind: kind } }) =>
          name !== null && kind !== null ? fullName({ kind, name }) : name,
      },
      ...(metric === 'work'
        ? [counted(work ? workName(work) : words.work, (row) => row.work ?? null)]
        : []),
      totalled(words.villages, ({ villages }) => villages),
      totalled(words.covered, ({ coveredVillages }) => coveredVillages),
      totalled(words.decided, ({ teams }) => teams.decided),
      teams(words.active, ({ teams }) => teams.active),
      counted(words.difference, difference),
      totalled(words.members, ({ members }) => members.decided),
      teams(words.teamsWith, ({ workplaces }) => workplaces.teamsWith),
      totalled(words.workplaces, ({ workplaces }) => workplaces.total),
      ...(level === 'province' || level === 'district'
        ? [
            totalled(words.short, ({ communes }) => communes.teamsShort),
            totalled(words.missing, ({ communes }) => communes.workplaceMissing),
          ]
        : []),
      {
        heading: words.state,
        width: 40,
        cell: ({ gaps }) => gaps.map((one) => gapText[one]).join('; '),
      },
      ...(restate
        ? [
            {
              heading: words.apportioned,
              width: 34,
              cell: ({ apportioned = [] }: Row) => apportioned.map(headingOf).join('; '),
            },
          ]
        : []),
    ],
  };
}

/** The column that a figure of coverage stands in. */
const headings: Record<string, string> = {
  'teams.norm': words.norm,
  villages: words.villages,
  coveredVillages: words.covered,
  'teams.decided': words.decided,
  'teams.active': words.active,
  'members.decided': words.members,
  'workplaces.teamsWith': words.teamsWith,
  'workplaces.total': words.workplaces,
};
const headingOf = (figure: string) => headings[figure] ?? figure;

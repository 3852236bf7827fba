import { type getAllowanceTotals, type Permission } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import type { ExportedList, Row } from './exported-list.ts';
import { filterLines, listOf } from './list.rules.ts';
import { runStates } from './pay-value.ts';
import type { List } from './workbook.ts';
import { formatMonth, text } from './workbook-text.ts';

type Answer = Output<typeof getAllowanceTotals>;

/** Totals as they were asked for, with the grand total of the answer and the runs that they come from. */
export function allowanceList(
  list: ExportedList,
  { rows, total, runs, version, illustrative }: Answer,
  query: Row,
  lines: string[],
  may: (permission: Permission) => boolean,
): List<Row> {
  const { from, to, status, restate } = query;
  const about = [
    ...lines,
    text.months(String(from), String(to)),
    ...(illustrative && !lines.includes(text.illustrative) ? [text.illustrative] : []),
    ...filterLines(list.route, status === undefined ? {} : { status }),
    ...(restate === undefined ? [] : [text.inUnitsOf(String(restate))]),
    text.version(version),
    text.runs(
      runs.map(
        ({ id, month, state }) =>
          `${formatMonth(month)} (${runStates[state]?.toLowerCase()}, ${id})`,
      ),
    ),
  ];
  const made = listOf(list, each(rows), about, may);
  const by = String(query.by ?? 'unit').split(',');
  const dimensions = ['unit', 'month', 'item', 'position', 'source', 'payee'];
  const [number, ...columns] = made.columns;
  const shown = columns.filter((_, n) => n >= dimensions.length || by.includes(dimensions[n]!));
  const figures = shown.length - 3;
  const sums = [total.people, total.lines, total.amount];
  return {
    ...made,
    columns: [
      number!,
      ...shown.map((one, n) => ({
        ...one,
        ...(n === 0 ? { total: text.total } : {}),
        ...(n >= figures ? { total: sums[n - figures]! } : {}),
      })),
    ],
  };
}

async function* each(rows: Answer['rows']): AsyncGenerator<Row> {
  yield* rows as Row[];
}

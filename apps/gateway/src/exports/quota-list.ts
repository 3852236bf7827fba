import { listQuotas, type QuotaRow } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import type { z } from 'zod';
import type { Column, List } from './workbook.ts';
import { sum } from './workbook.ts';
import { day, fullName, text } from './workbook-text.ts';

const words = text.quota;

/** All quotas of the question: a workbook has no pages. */
export const QuotaExport = listQuotas.input.omit({ cursor: true, limit: true });

/** Quotas as the annex of a decision lists them, each with the instrument it comes from. */
export function quotaList(
  { items: rows, totals, unplaced }: Output<typeof listQuotas>,
  { restate, apportioning }: Pick<z.infer<typeof QuotaExport>, 'restate' | 'apportioning'>,
  numbers: ReadonlyMap<string, string>,
  lines: string[],
): List<QuotaRow> {
  const counted = (
    heading: string,
    of: (row: QuotaRow) => number | null,
    total = sum(rows, of),
  ): Column<QuotaRow> => ({ heading, width: 12, cell: of, total });
  return {
    sheet: words.sheet,
    lines: [
      words.title,
      ...lines,
      ...(restate ? text.coverage.restated(restate, apportioning) : []),
      ...(unplaced && unplaced.length > 0
        ? [words.unplaced(unplaced.map((unit) => fullName(unit)).join('; '))]
        : []),
    ],
    rows,
    columns: [
      { heading: text.number, width: 6, cell: (_, n) => n },
      { heading: text.code, width: 10, cell: ({ unit }) => unit.code },
      { heading: text.unit, width: 30, cell: ({ unit }) => fullName(unit), total: text.total },
      { heading: text.parent, width: 22, cell: ({ parent }) => (parent ? fullName(parent) : null) },
      counted(words.villages, ({ villages }) => villages, totals.villages),
      counted(words.teams, ({ teams }) => teams, totals.teams),
      counted(words.members, ({ members }) => members, totals.members),
      counted(words.leaders, ({ leaders }) => leaders),
      counted(words.deputies, ({ deputies }) => deputies),
      counted(words.ordinary, ({ ordinary }) => ordinary),
      counted(words.active, ({ active }) => active, totals.active),
      counted(words.difference, ({ active, teams }) => active - teams),
      { heading: words.from, width: 14, cell: ({ validFrom }) => validFrom && day(validFrom) },
      {
        heading: words.instrument,
        width: 24,
        cell: ({ instrumentId }) => (instrumentId && numbers.get(instrumentId)) ?? null,
      },
      { heading: words.note, width: 30, cell: ({ note }) => note },
      ...(restate
        ? [
            {
              heading: text.coverage.apportioned,
              width: 34,
              cell: ({ restated }: QuotaRow) =>
                restated?.apportioned.flatMap((name) => headings[name] ?? []).join('; ') ?? null,
            },
            {
              heading: words.madeOf,
              width: 40,
              cell: ({ restated }: QuotaRow) =>
                restated?.of
                  .map((unit) => `${fullName(unit)}${unit.whole ? '' : ` (${words.partly})`}`)
                  .join('; ') ?? null,
            },
          ]
        : []),
    ],
  };
}

/** The columns that figures stand in. */
const headings: Record<string, string> = {
  villages: words.villages,
  teams: words.teams,
  members: words.members,
  leaders: words.leaders,
  deputies: words.deputies,
  ordinary: words.ordinary,
  active: words.active,
};

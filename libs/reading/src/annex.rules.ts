import type { RowProblem } from '@antt/contracts';
import { doubledUnits, groupProblems, rowProblems } from './annex-check.rules.ts';
import { quantities, type Quantity } from './annex-column.rules.ts';
import { type AnnexHeader, findAnnexHeader } from './annex-header.rules.ts';
import { linesOf } from './annex-line.rules.ts';
import {
  districtOf,
  formulaWarnings,
  headerProblems,
  headingsOf,
  titlesOf,
  withoutTable,
} from './annex-sheet.rules.ts';
import {
  placeLines,
  type PlacedRow,
  rowsByGroup,
  type SheetContent,
  totalOf,
  untiedTotals,
} from './annex-total.rules.ts';
import { rowProblem } from './reading-problem.ts';
import type { Sheet } from './sheet.ts';

/** One commune's numbers; `teams` and `members` are 0 where their cell has a problem. */
export interface AnnexRow {
  /** Place of the name (`Phụ lục!B12`): the key under which a user's choice of unit is sent back. */
  at: string;
  sheet: string;
  /** The district as written, where the annex is divided by districts. */
  group: string | null;
  code: string | null;
  name: string;
  villages: number | null;
  teams: number;
  members: number;
  leaders: number | null;
  deputies: number | null;
  ordinary: number | null;
  note: string;
}

export type Totals = Record<Quantity, number>;

/** An annex of a decision on numbers of teams (Law 30/2023/QH15 Art. 14.4), as read. */
export interface Annex {
  rows: AnnexRow[];
  /** Sums of the rows, not what the file states; where the two differ there is a problem. */
  totals: Totals;
  groupTotals: ({ group: string } & Totals)[];
  /** What stands above the tables, top first: the number and day of the decision are there. */
  titles: string[];
  notes: { at: string; text: string }[];
  problems: RowProblem[];
}

/** Understands every row of every sheet, or names it as a problem. */
export function readAnnex(sheets: readonly Sheet[]): Annex {
  const problems: RowProblem[] = [];
  const titles: string[] = [];
  const notes: Annex['notes'] = [];
  const contents: SheetContent[] = [];
  const tables = sheets.map((sheet) => ({ sheet, header: findAnnexHeader(sheet) }));
  if (tables.every(({ header }) => header === null)) {
    return { ...emptyAnnex(), problems: [rowProblem('table-not-found', null)] };
  }
  const rows: { row: PlacedRow; sheet: string }[] = [];
  for (const { sheet, header } of tables) {
    if (!header) {
      problems.push(...withoutTable(sheet));
      continue;
    }
    problems.push(...headerProblems(sheet, header));
    const above = titlesOf(sheet, header);
    titles.push(...above);
    if (header.twice.length > 0 || header.missing.length > 0) continue;
    const read = linesOf(sheet, header);
    problems.push(...read.problems, ...formulaWarnings(sheet, header));
    notes.push(...read.lines.filter((line) => line.kind === 'note'));
    const content = placeLines(read.lines, districtOf(sheet, above), headingsOf(header));
    content.rows.forEach(addUp(header));
    contents.push(content);
    for (const row of content.rows) {
      problems.push(...rowProblems(row, content.titles));
      rows.push({ row, sheet: sheet.name });
    }
  }
  const placed = rows.map(({ row }) => row);
  problems.push(...doubledUnits(placed), ...groupProblems(contents), ...untiedTotals(contents));
  if (placed.length === 0 && problems.every(({ severity }) => severity !== 'error')) {
    problems.push(rowProblem('table-empty', null));
  }
  if (placed.length > 0 && !contents.some(({ statements }) => statements.some(isWhole))) {
    problems.push(rowProblem('total-missing', null));
  }
  return {
    rows: rows.map(annexRow),
    totals: totalsOf(placed),
    groupTotals: groupTotalsOf(placed),
    titles,
    notes: notes.map(({ at, text }) => ({ at, text })),
    problems,
  };
}

const isWhole = ({ group }: { group: string | null }) => group === null;

function emptyAnnex(): Annex {
  return { rows: [], totals: totalsOf([]), groupTotals: [], titles: [], notes: [], problems: [] };
}

/** Without a column of its own, the number of members is that of its positions. */
function addUp(header: AnnexHeader): (row: PlacedRow, index: number, rows: PlacedRow[]) => void {
  return (row, index, rows) => {
    if (header.columns.members !== undefined) return;
    const { leaders, deputies, ordinary } = row.values;
    if (leaders === null && ordinary === null) return;
    const members = (leaders ?? 0) + (deputies ?? 0) + (ordinary ?? 0);
    rows[index] = { ...row, values: { ...row.values, members } };
  };
}

function annexRow({ row, sheet }: { row: PlacedRow; sheet: string }): AnnexRow {
  const { at, group, code, name, note, values } = row;
  const { teams, members, ...rest } = values;
  return { at, sheet, group, code, name, note, ...rest, teams: teams ?? 0, members: members ?? 0 };
}

function totalsOf(rows: readonly PlacedRow[]): Totals {
  const pairs = quantities.map((quantity) => [quantity, totalOf(rows, quantity)]);
  return Object.fromEntries(pairs) as Totals;
}

function groupTotalsOf(rows: readonly PlacedRow[]): Annex['groupTotals'] {
  return [...rowsByGroup(rows).values()].flatMap((under) => {
    const group = under[0]?.group ?? null;
    return group === null ? [] : [{ group, ...totalsOf(under) }];
  });
}

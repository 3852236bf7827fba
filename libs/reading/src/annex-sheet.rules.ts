import type { RowProblem } from '@antt/contracts';
import { splitKind } from '@antt/kernel';
import { quantities, type Quantity } from './annex-column.rules.ts';
import type { AnnexHeader } from './annex-header.rules.ts';
import { countOf } from './count.rules.ts';
import { listed, rowProblem } from './reading-problem.ts';
import { addressOf, columnLetters, isEmpty, type Sheet, textOf } from './sheet.ts';

/** A sheet without a heading: a cover may pass, numbers may not. */
export function withoutTable(sheet: Sheet): RowProblem[] {
  if (sheet.rows.every((cells) => cells.every(isEmpty))) return [];
  const isTable = sheet.rows.some(
    (cells) =>
      cells.filter((cell) => !isEmpty(cell) && typeof countOf(cell) === 'number').length > 1,
  );
  const code = isTable ? 'sheet-not-read' : 'sheet-skipped';
  return [rowProblem(code, addressOf(sheet, 0, 0), { sheet: sheet.name })];
}

/** What offices call the columns without which a table is no annex. */
const usualTitles = { teams: 'Số Tổ', members: 'Số lượng thành viên' } as const;

export function headerProblems(sheet: Sheet, header: AnnexHeader): RowProblem[] {
  const at = addressOf(sheet, header.top, header.columns.name ?? 0);
  const named = (columns: readonly number[]) =>
    listed(columns.map((column) => header.titles.get(column) ?? columnLetters(column)));
  const unread = [...header.unknown, ...strayColumns(sheet, header)];
  const problems = header.twice.map(({ column, titles }) =>
    rowProblem('column-twice', at, { field: column, columns: listed(titles) }),
  );
  if (header.missing.length > 0) {
    const missing = header.missing.map((quantity) => usualTitles[quantity]);
    const unknown = named(header.unknown);
    const members = { missing: listed(missing), unknown, suggestions: listed([]) };
    problems.push(rowProblem('columns-wrong', at, members));
  } else if (unread.length > 0) {
    problems.push(
      rowProblem('columns-unknown', at, { columns: named(unread), suggestions: listed([]) }),
    );
  }
  if (sheet.hidden) problems.push(rowProblem('sheet-hidden', at, { sheet: sheet.name }));
  return problems;
}

/** Columns without a heading that hold something beside the table's numbers. */
function strayColumns(sheet: Sheet, header: AnnexHeader): number[] {
  const stray = new Set<number>();
  for (const cells of sheet.rows.slice(header.bottom + 1)) {
    if (typeof countOf(cells[header.columns.teams ?? 0]) !== 'number') continue;
    cells.forEach((cell, column) => {
      if (!header.titles.has(column) && cell && !cell.merged && !isEmpty(cell)) stray.add(column);
    });
  }
  return [...stray].sort((a, b) => a - b);
}

export function titlesOf(sheet: Sheet, header: AnnexHeader): string[] {
  return sheet.rows.slice(0, header.top).flatMap((cells) => {
    const shown = cells.filter((cell) => cell && !cell.merged).map(textOf);
    return shown.filter((text) => text !== '');
  });
}

/** A sheet may be one district's: its name or a title says which. */
export function districtOf(sheet: Sheet, titles: readonly string[]): string | null {
  const isDistrict = (text: string) =>
    splitKind(text, 'district').kind !== null && text.length < 60;
  return [sheet.name, ...titles].find(isDistrict) ?? null;
}

export function headingsOf(header: AnnexHeader): Readonly<Partial<Record<Quantity, string>>> {
  const headings: Partial<Record<Quantity, string>> = {};
  for (const quantity of quantities) {
    const column = quantity === 'villages' ? header.villages[0] : header.columns[quantity];
    if (column !== undefined) headings[quantity] = header.titles.get(column) ?? '';
  }
  return headings;
}

export function formulaWarnings(sheet: Sheet, header: AnnexHeader): RowProblem[] {
  let count = 0;
  let first: string | null = null;
  sheet.rows.slice(header.bottom + 1).forEach((cells, below) => {
    cells.forEach((cell, column) => {
      if (!cell?.formula || cell.value === null) return;
      count += 1;
      first ??= addressOf(sheet, header.bottom + 1 + below, column);
    });
  });
  return count > 0 ? [rowProblem('formula-cached', first, { count })] : [];
}

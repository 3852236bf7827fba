import type { QuotaDraftRow } from '@antt/contracts';
import { searchKey } from '@antt/kernel';
import { unitName } from '../../unit-name.ts';
import {
  faultOf,
  type Fault,
  type Figures,
  figuresOf,
  readCount,
  type Typed,
  typed,
} from './draft.rules.ts';

export type PastedProblem = 'unknown-commune' | 'two-communes' | 'twice' | 'not-a-number' | Fault;

export type PastedRow = {
  /** The place in what was pasted, from one. */
  place: number;
  name: string;
  unitId: string | null;
  before: Figures | null;
  after: Figures | null;
  problem: PastedProblem | null;
  /** The cell that could not be read. */
  text?: string;
};

const headings: readonly [Typed, RegExp][] = [
  ['villages', /thon|to dan pho|villages/],
  ['leaders', /to truong|leaders/],
  ['deputies', /to pho|deput/],
  ['ordinary', /to vien|ordinary/],
  ['members', /thanh vien|tong so nguoi|members/],
  ['teams', /^(so )?to$|so to\b|so luong to|teams/],
  ['note', /ghi chu|note/],
];

const key = (text: string) => searchKey(text).replace(/\s+/g, ' ').trim();

/** Cells of a spreadsheet as the clipboard brings them. */
export function cellsOf(text: string): string[][] {
  return text
    .replace(/\r/g, '')
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) => line.split('\t').map((cell) => cell.trim()));
}

/** Which column each count stands in: by the heading, or by how many there are after the name. */
function columnsOf(rows: string[][], nameAt: number): { columns: (Typed | null)[]; start: number } {
  const head = rows[0]!.map(key);
  const named = head.map((cell) => headings.find(([, pattern]) => pattern.test(cell))?.[0] ?? null);
  if (named.filter(Boolean).length >= 2) return { columns: named, start: 1 };
  const width = Math.max(...rows.map((cells) => cells.length)) - nameAt - 1;
  const order: readonly Typed[] = width <= 2 ? ['teams', 'members'] : typed;
  return {
    columns: [...Array<null>(nameAt + 1).fill(null), ...order.slice(0, width)],
    start: 0,
  };
}

function find(cell: string, lines: readonly QuotaDraftRow[]): QuotaDraftRow[] {
  const wanted = key(cell);
  if (wanted === '') return [];
  const full = lines.filter(({ unit }) => key(unitName(unit)) === wanted);
  const found = full.length > 0 ? full : lines.filter(({ unit }) => key(unit.name) === wanted);
  const byCode = lines.filter(({ unit }) => unit.code === cell.trim());
  if (byCode.length > 0) return byCode;
  if (found.length < 2) return found;
  // Two names that differ by a diacritic: as it is written.
  const exact = found.filter(({ unit }) =>
    [unit.name, unitName(unit)].some((name) => name.normalize('NFC') === cell.normalize('NFC')),
  );
  return exact.length > 0 ? exact : found;
}

/** Rows of a spreadsheet as changes of lines, each with what is wrong with it. Null: nothing names a commune. */
export function readPasted(text: string, lines: readonly QuotaDraftRow[]): PastedRow[] | null {
  const rows = cellsOf(text);
  const width = Math.max(...rows.map((cells) => cells.length));
  const hits = Array.from({ length: width }, (_, n) =>
    rows.reduce((sum, cells) => sum + (find(cells[n] ?? '', lines).length > 0 ? 1 : 0), 0),
  );
  const most = Math.max(...hits);
  if (most === 0 || width < 2) return null;
  // Of two columns that both name communes (code and name), counts stand after the last.
  const nameAt = hits.lastIndexOf(most);
  const { columns, start } = columnsOf(rows, nameAt);
  const seen = new Set<string>();
  return rows.slice(start).flatMap((cells, index): PastedRow[] => {
    const name = cells[nameAt] ?? '';
    const place = index + start + 1;
    if (name === '' || /^(tong|cong|total)/.test(key(name))) return [];
    const found = find(name, lines);
    const none = { place, name, unitId: null, before: null, after: null };
    if (found.length === 0) {
      // A district's heading between its communes is no commune that was misspelt.
      if (/^(huyen|thi xa|thanh pho|quan) /.test(key(name))) return [];
      return [{ ...none, problem: 'unknown-commune' }];
    }
    if (found.length > 1) return [{ ...none, problem: 'two-communes' }];
    const line = found[0]!;
    const before = figuresOf(line);
    const after = { ...before };
    for (const [n, column] of columns.entries()) {
      const cell = cells[n];
      if (!column || cell === undefined) continue;
      if (column === 'note') {
        after.note = cell.slice(0, 500);
        continue;
      }
      const count = readCount(cell);
      if (count === undefined) {
        return [{ ...none, unitId: line.unitId, before, problem: 'not-a-number', text: cell }];
      }
      after[column] = count;
    }
    const twice = seen.has(line.unitId);
    seen.add(line.unitId);
    const problem = twice ? 'twice' : faultOf(after);
    return [{ place, name: unitName(line.unit), unitId: line.unitId, before, after, problem }];
  });
}

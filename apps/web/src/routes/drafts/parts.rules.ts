import type { QuotaPart } from '@antt/contracts';
import { searchKey } from '@antt/kernel';
import { readCount } from './draft.rules.ts';

/** Columns of a division: not divided by position, then each position. */
export const places = ['none', 'leader', 'deputy', 'ordinary'] as const;
export type Place = (typeof places)[number];

/** What a share goes to: a village, a team, one of both, or the commune as a whole. */
export type PartRow = { villageId: string | null; teamId: string | null; name: string };
export type Shares = ReadonlyMap<string, number>;
export type Share = { row: PartRow; place: Place; members: number | null };

export const shareKey = ({ villageId, teamId }: Omit<PartRow, 'name'>, place: Place) =>
  `${villageId ?? ''}/${teamId ?? ''}/${place}`;

export function sharesOf(parts: readonly QuotaPart[]): Shares {
  const shares = new Map<string, number>();
  for (const part of parts) {
    const key = shareKey(part, part.position ?? 'none');
    shares.set(key, (shares.get(key) ?? 0) + part.members);
  }
  return shares;
}

export function partsOf(shares: Shares): QuotaPart[] {
  return [...shares].map(([key, members]) => {
    const [villageId, teamId, place] = key.split('/') as [string, string, Place];
    const position = place === 'none' ? null : place;
    return { villageId: villageId || null, teamId: teamId || null, position, members };
  });
}

export function withShares(shares: Shares, changes: readonly Share[]): Shares {
  const next = new Map(shares);
  for (const { row, place, members } of changes) {
    if (members === null) next.delete(shareKey(row, place));
    else next.set(shareKey(row, place), members);
  }
  return next;
}

export const sumOfPlace = (shares: Shares, place: Place) =>
  partsOf(shares)
    .filter(({ position }) => (position ?? 'none') === place)
    .reduce((sum, { members }) => sum + members, 0);

export const sumOfRow = (shares: Shares, row: PartRow) =>
  places.reduce((sum, place) => sum + (shares.get(shareKey(row, place)) ?? 0), 0);

export const sumOfShares = (shares: Shares) =>
  [...shares.values()].reduce((sum, members) => sum + members, 0);

export type PastedShares = { changes: Share[]; unknown: string[] };

const plain = (text: string) => searchKey(text).replace(/\s+/gu, ' ').trim();

/**
 * Cells of a spreadsheet as shares. With names in the first column each line goes to its row: one count is
 * not divided, three are the positions, four are all columns. Without names they go from the chosen cell on.
 */
export function readShares(
  cells: readonly string[][],
  rows: readonly PartRow[],
  at: { row: number; place: Place },
): PastedShares {
  const byName = new Map(rows.map((row) => [plain(row.name), row]));
  // "Thôn Chằm" is found as "Chằm" too.
  for (const row of rows) {
    const bare = plain(row.name).replace(/^(thon|to dan pho|ban|khu pho) /u, '');
    if (!byName.has(bare)) byName.set(bare, row);
  }
  const isCount = (cell: string | undefined) => readCount(cell ?? '') !== undefined;
  const hasNames = cells.some((line) => !isCount(line[0]));
  const changes: Share[] = [];
  const unknown: string[] = [];
  for (const [n, line] of cells.entries()) {
    const counts = hasNames ? line.slice(1) : line;
    const row = hasNames ? byName.get(plain(line[0] ?? '')) : rows[at.row + n];
    const heading = n === 0 && counts.every((cell) => !isCount(cell));
    if (heading && hasNames) continue;
    if (!row) {
      if (hasNames && !/^(tong|cong)\b/u.test(plain(line[0] ?? ''))) unknown.push(line[0] ?? '');
      continue;
    }
    const order = hasNames ? ordered(counts.length) : places.slice(places.indexOf(at.place));
    for (const [m, place] of order.entries()) {
      if (m >= counts.length) break;
      const members = readCount(counts[m]!);
      if (members === undefined) unknown.push(counts[m]!);
      else changes.push({ row, place, members });
    }
  }
  return { changes, unknown };
}

const ordered = (count: number): readonly Place[] => (count === 3 ? places.slice(1) : places);

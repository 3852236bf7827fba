import type { Level, RowProblem } from '@antt/contracts';
import { choiceField, type Column, rowProblem } from '@antt/reading';
import { finding } from './row-problem.ts';

/** The column of a list that says at which level each unit stands. */
export const levelColumn = {
  headers: ['Cấp', 'level'],
  field: choiceField({
    province: ['tỉnh', 'cấp tỉnh'],
    district: ['huyện', 'cấp huyện'],
    commune: ['xã', 'cấp xã'],
    village: ['thôn', 'thôn, tổ dân phố', 'cấp thôn'],
  } satisfies Record<Level, string[]>),
} as const satisfies Column;

type RowWithLevel = {
  at: string;
  places: Readonly<{ level?: string }>;
  values: Readonly<{ level: Level | null }>;
};

/**
 * Each row with the level it says, else the one `given` for the file. Rows without either are told: those of an
 * empty cell each in its place, those of a file without the column once.
 */
export function withLevels<Row extends RowWithLevel>(
  rows: readonly Row[],
  given: Level | undefined,
): ((Row & { level: Level }) | RowProblem)[] {
  const lost = rows.filter(({ values, places }) => !values.level && !given && !places.level);
  return rows.flatMap((row): ((Row & { level: Level }) | RowProblem)[] => {
    const level = row.values.level ?? given;
    if (level) return [{ ...row, level }];
    if (row.places.level) {
      return [rowProblem('value-missing', row.places.level, { column: levelColumn.headers[0] })];
    }
    return row === lost[0] ? [finding('level-missing', null, { count: lost.length })] : [];
  });
}

/** Is this what is wrong with a row, instead of the row? */
export function isProblem(row: object): row is RowProblem {
  return 'severity' in row;
}

import type { RowProblem } from '@antt/contracts';

/**
 * Everything that can be wrong with an uploaded file. The code is the key of the user's text; an `error`
 * stops the import, a `warning` is shown and lets it pass.
 */
export const readingProblems = {
  // the file as a whole
  'file-empty': 'error',
  'file-too-large': 'error',
  'file-kind-unknown': 'error',
  'file-not-utf8': 'error',
  'workbook-old-or-locked': 'error',
  'workbook-unreadable': 'error',
  'csv-unreadable': 'error',
  'archive-damaged': 'error',
  'archive-encrypted': 'error',
  'archive-too-many-entries': 'error',
  'archive-too-large': 'error',
  'archive-lies-about-its-size': 'error',
  'too-many-rows': 'error',
  'too-many-columns': 'error',
  'too-many-cells': 'error',
  'cell-too-long': 'error',
  // sheets and columns
  'table-not-found': 'error',
  'table-empty': 'error',
  'sheet-not-read': 'error',
  'sheet-skipped': 'warning',
  'sheet-hidden': 'warning',
  'columns-wrong': 'error',
  'columns-unknown': 'warning',
  'column-twice': 'error',
  // cells
  'cell-error': 'error',
  'formula-without-value': 'error',
  'formula-cached': 'warning',
  'value-missing': 'error',
  'value-invalid': 'error',
  'value-unknown': 'error',
  'value-too-long': 'error',
  'value-twice': 'error',
  'not-a-number': 'error',
  'negative-number': 'error',
  'not-a-whole-number': 'error',
  'number-out-of-range': 'error',
  'number-merged': 'error',
  'no-such-day': 'error',
  'code-is-number': 'error',
  // the quota annex
  'row-not-understood': 'error',
  'row-without-name': 'error',
  'row-without-numbers': 'error',
  'members-do-not-add-up': 'error',
  'leaders-differ-from-teams': 'warning',
  'group-total-off': 'error',
  'group-twice': 'warning',
  'group-without-rows': 'error',
  'total-off': 'error',
  'total-missing': 'warning',
  'unit-twice': 'error',
  // names against the units of the day
  'unit-unknown': 'error',
  'unit-ambiguous': 'error',
  'unit-elsewhere': 'error',
  'unit-kind-differs': 'error',
  'unit-code-unknown': 'error',
  'unit-code-differs': 'error',
  'group-unknown': 'warning',
  'units-left-out': 'warning',
  'choice-unknown': 'error',
  'text-in-old-encoding': 'error',
  // boundary files
  'geojson-unreadable': 'error',
  'shapefile-missing': 'error',
  'shapefile-several': 'error',
  'shapefile-damaged': 'error',
  'shapefile-parts-disagree': 'error',
  'shapefile-has-deleted-rows': 'error',
  'text-encoding-unknown': 'error',
  'crs-missing': 'error',
  'crs-unknown': 'error',
  'crs-differs': 'warning',
  'crs-datum-doubtful': 'warning',
  'coordinates-not-degrees': 'error',
  'coordinates-not-metres': 'error',
  'coordinates-swapped': 'error',
  'outside-vietnam': 'error',
  'geometry-missing': 'error',
  'geometry-kind-wrong': 'error',
  'geometry-broken': 'error',
} as const satisfies Record<string, RowProblem['severity']>;

export type ReadingProblemCode = keyof typeof readingProblems;

/** Members fill the user's text; lists come joined, ready to be shown. */
export type Members = Record<string, string | number | null | undefined>;

/** A list as a text shows it; a dash where there is nothing to list. */
export function listed(texts: readonly string[]): string {
  return texts.length > 0 ? texts.join('; ') : '–';
}

/** A named problem at a place of the file (`Sheet1!B12`); without a place it is the whole file's. */
export function rowProblem(
  code: ReadingProblemCode,
  at: string | null,
  members: Members = {},
): RowProblem {
  return { ...members, code, at, severity: readingProblems[code] };
}

/** Problems of several readings of one file, each named once a place. */
export function joinedProblems(...lists: readonly (readonly RowProblem[])[]): RowProblem[] {
  const seen = new Set<string>();
  return lists.flat().filter(({ code, at }) => {
    const key = `${code} ${at ?? ''}`;
    const isNew = at === null || !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

export function isReadingProblem(code: string): code is ReadingProblemCode {
  return Object.hasOwn(readingProblems, code);
}

/** The file cannot be read at all; `readWorkbook` and its like turn it into their one problem. */
export class UnreadableFile extends Error {
  readonly problem: RowProblem;

  constructor(code: ReadingProblemCode, members: Members = {}, at: string | null = null) {
    super(code);
    this.name = 'UnreadableFile';
    this.problem = rowProblem(code, at, members);
  }
}

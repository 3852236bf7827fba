import type { RowProblem } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { finding } from '../imports/row-problem.ts';
import type { PairRow, StandingUnit } from './reorganisation-import.ts';

/** The resolution by which a commune's council decided about its villages (law BR-07). */
export type Resolution = {
  commune: StandingUnit;
  number: string;
  issuer: string;
  signedOn: PlainDate;
};

/** What the rows of a file say about the resolutions: one for each commune, in the file's order. */
export function resolutionsOf(
  rows: PairRow[],
  communeOf: (row: PairRow) => StandingUnit | null,
): { resolutions: Resolution[]; problems: RowProblem[] } {
  const byCommune = new Map<string, Resolution>();
  const problems: RowProblem[] = [];
  for (const row of rows) {
    const { at, resolutionNumber: number, resolutionSignedOn: signedOn } = row;
    const commune = communeOf(row);
    if (!number || !signedOn || !commune) continue;
    const issuer = row.resolutionIssuer ?? `HĐND ${commune.kind} ${commune.name}`;
    const said = { commune, number, issuer, signedOn };
    const known = byCommune.get(commune.id) ?? said;
    byCommune.set(commune.id, known);
    if (known.number !== number || known.signedOn !== signedOn || known.issuer !== issuer) {
      const unit = `${commune.kind} ${commune.name}`;
      problems.push(finding('commune-has-two-resolutions', at, { unit, number: known.number }));
    }
  }
  return { resolutions: [...byCommune.values()], problems };
}

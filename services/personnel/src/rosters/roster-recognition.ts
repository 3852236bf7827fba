import { parameters, type RecognitionRule, type RowProblem } from '@antt/contracts';
import { sql } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { askedOnce } from '../postings/recognition-facts.ts';
import { findingsOf } from '../postings/recognition.rules.ts';
import { finding } from './finding.ts';
import type { RosterRow } from './roster-columns.ts';

const placesSql = sql(import.meta.url, './roster-places.sql');

type Place = {
  n: number;
  specialArea: boolean;
  deputies: number;
  deputiesAllowed: number;
  isMember: boolean;
};

/** Told once for the whole file; a roster often has no such column. */
const toldOnce = 'education-unknown';

/**
 * The rules of recognition for each new row: hard ones are errors; what a soft one finds is a warning, and is
 * kept with the posting as accepted, since the decision was made.
 */
export async function recognitionsOf(
  tx: EntityManager,
  rows: readonly RosterRow[],
): Promise<{ accepted: Map<number, string[]>; problems: RowProblem[] }> {
  const places: Place[] = await tx.query(placesSql, [
    JSON.stringify(parameters['special-area-tags'].byDefault),
    JSON.stringify(parameters['deputies-per-team'].byDefault),
  ]);
  const accepted = new Map<number, string[]>();
  const problems: RowProblem[] = [];
  let unknown = 0;
  for (const { n, isMember, ...place } of places) {
    const { at, places: cells, position, birthDate, citizenId, validFrom, facts } = rows[n]!;
    const found = findingsOf(
      { birthDate, education: facts.education, citizenIdDigits: citizenId.length },
      { ...place, position },
      validFrom,
    ).filter(({ rule }) => !isMember || !askedOnce.includes(rule));
    for (const { rule, severity, count, limit } of found) {
      if (rule === toldOnce) unknown += 1;
      else {
        const members = { on: validFrom, count, limit };
        const level = severity === 'hard' ? 'error' : 'warning';
        const column = columnOf[rule];
        const place = (column && cells[column]) ?? at;
        problems.push(finding(`roster-${rule}`, place, members, level));
      }
    }
    accepted.set(n, found.map(({ rule }) => rule).sort());
  }
  if (unknown > 0)
    problems.push(finding('roster-education-unknown', null, { count: unknown }, 'warning'));
  return { accepted, problems };
}

/** Where the value stands that a rule speaks of. */
const columnOf: Partial<
  Record<RecognitionRule, 'birthDate' | 'citizenId' | 'education' | 'position'>
> = {
  'person-too-young': 'birthDate',
  'person-over-age': 'birthDate',
  'citizen-id-legacy': 'citizenId',
  'education-unknown': 'education',
  'education-too-low': 'education',
  'team-deputies-exceeded': 'position',
};

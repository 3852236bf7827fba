import type { RosterRemark, RowProblem, Sex } from '@antt/contracts';
import { nameKey } from '@antt/kernel';
import { finding } from './finding.ts';
import type { RosterFacts, RosterRow } from './roster-columns.ts';

/** Somebody as a roster describes them: the rows of one citizen ID together. */
export type RosterPerson = {
  at: string;
  citizenId: string;
  name: string;
  birthDate: string;
  sex: Sex;
  facts: RosterFacts;
  remarks: Partial<Record<RosterRemark, string>>;
};

/**
 * Puts the rows of each citizen ID together: several rows are several postings of one person. They must name
 * the same person; of what else they say the later row holds.
 */
export function peopleOf(rows: readonly RosterRow[]): {
  people: Map<string, RosterPerson>;
  problems: RowProblem[];
} {
  const people = new Map<string, RosterPerson>();
  const problems: RowProblem[] = [];
  for (const row of [...rows].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))) {
    const { at, citizenId, name, birthDate, sex } = row;
    const known = people.get(citizenId);
    if (!known) {
      const { facts, remarks } = row;
      people.set(citizenId, { at, citizenId, name, birthDate, sex, facts, remarks });
    } else if (!isSame(known, row)) {
      problems.push(
        finding('roster-rows-disagree', row.places.citizenId ?? at, { other: known.at }),
      );
    } else {
      Object.assign(known, together(known, row));
    }
  }
  return { people, problems };
}

type Identity = Pick<RosterPerson, 'name' | 'birthDate' | 'sex'>;

export function isSame(a: Identity, b: Identity): boolean {
  return nameKey(a.name) === nameKey(b.name) && a.birthDate === b.birthDate && a.sex === b.sex;
}

type Told = Pick<RosterPerson, 'facts' | 'remarks'>;

/** What two rows tell of one person: where both speak, the later one holds. */
export function together(before: Told, after: Told): Told {
  return {
    facts: later(before.facts, after.facts),
    remarks: { ...before.remarks, ...after.remarks },
  };
}

function later(before: RosterFacts, after: RosterFacts): RosterFacts {
  const said = Object.fromEntries(Object.entries(after).filter(([, value]) => value !== null));
  return { ...before, ...said };
}

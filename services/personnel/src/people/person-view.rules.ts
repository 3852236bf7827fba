import type { Education, Person, PersonRow, Sex } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { masked } from '../sealing/masked.rules.ts';

/** A person as `list-people.sql` tells it. */
export type FoundPerson = Omit<PersonRow, 'citizenId'> & {
  sortName: string;
  citizenId: Buffer | null;
  total: number;
};

/** What the asker may see beyond name, place and phone. */
export type Sight = { profile: boolean; birthDate: boolean };

/** A row of the list: the day of birth for who may see it, the citizen ID masked. */
export function shownRow(
  { sortName: _, total: __, ...row }: FoundPerson,
  citizenId: string | null,
  sight: Sight,
): PersonRow {
  return {
    ...row,
    birthDate: sight.birthDate ? row.birthDate : null,
    citizenId: citizenId === null ? null : masked(citizenId),
  };
}

type Profile = {
  ethnicity: string;
  religion: string;
  education: Education | null;
  partyJoinedOn: PlainDate | null;
  address: string;
  note: string;
  remarks: Person['remarks'];
  version: number;
  sex: Sex;
};

/** The profile with the parts that the asker may see. */
export function shownPerson(
  row: PersonRow,
  { ethnicity, religion, education, partyJoinedOn, address, note, remarks, version }: Profile,
  sight: Sight,
  revealable: Person['revealable'],
): Person {
  const profile = { ethnicity, religion, education, partyJoinedOn, address, note, remarks };
  const shown = sight.profile ? profile : withheld;
  return { ...row, ...shown, withheld: !sight.profile, revealable, version };
}

const withheld = {
  ethnicity: null,
  religion: null,
  education: null,
  partyJoinedOn: null,
  address: null,
  note: null,
  remarks: null,
};

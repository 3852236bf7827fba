import type { Person } from '@antt/contracts';
import type { PersonFields } from './person-fields.tsx';

type Field = Exclude<keyof PersonFields, 'citizenId' | 'health' | 'criminalRecord'>;

/** What a correction may touch, in the order of the form. */
export const correctable: readonly Field[] = [
  'name',
  'birthDate',
  'sex',
  'communeId',
  'phone',
  'education',
  'ethnicity',
  'religion',
  'partyJoinedOn',
  'address',
  'note',
];

/** Empty, null and left out are the same to whoever fills in a form. */
const isSame = (a: unknown, b: unknown) => (a ?? '') === (b ?? '');

/** The parts that were typed otherwise than they are recorded; the others are not sent. */
export function changesOf(
  recorded: Pick<Person, Field>,
  typed: Partial<PersonFields>,
): Partial<PersonFields> {
  const changed = correctable
    .filter((field) => field in typed && !isSame(recorded[field], typed[field]))
    .map((field) => [field, typed[field] ?? emptyOf(field)]);
  const citizenId = typed.citizenId ? { citizenId: typed.citizenId } : {};
  // Nobody sees what lies sealed: what was not touched is not sent.
  const sealed = (['health', 'criminalRecord'] as const)
    .filter((field) => typed[field] !== undefined)
    .map((field) => [field, typed[field]]);
  return { ...Object.fromEntries([...changed, ...sealed]), ...citizenId };
}

const emptyOf = (field: Field) => (field === 'education' || field === 'partyJoinedOn' ? null : '');

/** The parts that somebody else changed between two readings of a record. */
export function changedMeanwhile(before: Pick<Person, Field>, now: Pick<Person, Field>): Field[] {
  return correctable.filter((field) => !isSame(before[field], now[field]));
}

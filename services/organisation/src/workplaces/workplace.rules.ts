import type { WorkplaceHappening } from '@antt/contracts';

export type State = NonNullable<WorkplaceHappening['state']>;

/** The facts that differ between two states; a moved point is one fact. */
export function changedFacts(before: State, after: State): string[] {
  const plain = Object.keys(after).filter(
    (fact) => fact !== 'lon' && fact !== 'lat' && fact !== 'villageId',
  ) as Exclude<keyof State, 'lon' | 'lat' | 'villageId'>[];
  const changed: string[] = plain.filter((fact) => before[fact] !== after[fact]);
  const moved =
    before.lon !== after.lon || before.lat !== after.lat || before.villageId !== after.villageId;
  return moved ? ['point', ...changed] : changed;
}

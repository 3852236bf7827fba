import { problem, type Proposal } from '@antt/contracts';

type Figures = NonNullable<Proposal['accepted']>;

export function figuresOf({
  villages,
  teams,
  members,
  leaders,
  deputies,
  ordinary,
}: Figures): Figures {
  return { villages, teams, members, leaders, deputies, ordinary };
}

export function sameFigures(a: Figures | null, b: Figures | null): boolean {
  return JSON.stringify(a && figuresOf(a)) === JSON.stringify(b && figuresOf(b));
}

/** Leaders, deputies and others are all the members there are, once all three are told. */
export function assertPositions({ leaders, deputies, ordinary, members }: Figures): void {
  if (leaders === null || deputies === null || ordinary === null) return;
  if (leaders + deputies + ordinary !== members)
    throw problem('quota-positions-add-up', { members });
}

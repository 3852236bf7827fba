import type { ConsolidationGroup } from '@antt/contracts';

type Team = ConsolidationGroup['teams'][number];
type Village = ConsolidationGroup['villages'][number];

/**
 * What is proposed until somebody decides otherwise: the team with most villages goes on, of equal ones that with
 * most households, then the oldest; it takes the name of the villages.
 */
export function proposalOf(
  teams: readonly Team[],
  villages: readonly Pick<Village, 'kind' | 'name'>[],
): ConsolidationGroup['proposal'] {
  const [first] = [...teams].sort(
    (a, b) =>
      b.villages - a.villages ||
      (b.households ?? 0) - (a.households ?? 0) ||
      a.foundedOn.localeCompare(b.foundedOn) ||
      a.code.localeCompare(b.code),
  );
  const names = villages.map(({ name }) => name).join(' – ');
  const name = `Tổ bảo vệ ANTT ${villages[0]!.kind} ${names}`.slice(0, 200);
  return { teamId: first!.id, name };
}

/** The state is a warning from the day after the last one that the province allows (law BR-85). */
export function isOverdue(until: string | null, on: string): boolean {
  return until !== null && until < on;
}

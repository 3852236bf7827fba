import type { ConsolidatedGroup } from '@antt/contracts';
import type { FieldError } from '@antt/kernel';

/** What a decision says against itself: a team in two groups, a choice of a team that is not of the group. */
export function decisionErrors(groups: readonly ConsolidatedGroup[]): FieldError[] {
  const errors: FieldError[] = [];
  const seen = new Set<string>();
  groups.forEach(({ teamIds, into, choices }, n) => {
    for (const teamId of new Set([...teamIds, into.id])) {
      if (seen.has(teamId)) errors.push({ path: `groups.${n}.teamIds`, message: 'twice' });
      seen.add(teamId);
    }
    const chosen = choices.map(({ teamId }) => teamId);
    if (new Set(chosen).size < chosen.length) {
      errors.push({ path: `groups.${n}.choices`, message: 'twice' });
    }
    if (chosen.some((teamId) => !teamIds.includes(teamId))) {
      errors.push({ path: `groups.${n}.choices`, message: 'of-another-team' });
    }
  });
  return errors;
}

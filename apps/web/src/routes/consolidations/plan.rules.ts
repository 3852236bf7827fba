import type { ConsolidatedGroup, ConsolidationGroup } from '@antt/contracts';

export type Choice = { continuing: number | null; leaving: number | null; note: string };

/** What somebody wants to decide about one group: at first what is proposed. */
export type GroupPlan = {
  included: boolean;
  /** The team that goes on; null founds a new one. */
  keepId: string | null;
  name: string;
  /** Of a new team. */
  newId: string;
  newCode: string;
  choices: Record<string, Choice>;
};
export type Plan = Record<string, GroupPlan>;

const open: Choice = { continuing: null, leaving: null, note: '' };

export function proposedPlan(groups: readonly ConsolidationGroup[], newId: () => string): Plan {
  return Object.fromEntries(
    groups.map(({ id, proposal }): [string, GroupPlan] => [
      id,
      {
        ...{ included: true, keepId: proposal.teamId, name: proposal.name },
        ...{ newId: newId(), newCode: '', choices: {} },
      },
    ]),
  );
}

export function choiceOf({ choices }: GroupPlan, teamId: string): Choice {
  return choices[teamId] ?? open;
}

/** Groups that are to be decided although a new team has no code or name yet. */
export function incomplete(groups: readonly ConsolidationGroup[], plan: Plan): string[] {
  return groups
    .filter(({ id }) => {
      const { included = false, keepId = null, name = '', newCode = '' } = plan[id] ?? {};
      return included && (name.trim() === '' || (keepId === null && newCode.trim() === ''));
    })
    .map(({ id }) => id);
}

/** The groups of the command; a choice that nobody filled in is not sent. */
export function commandGroups(
  groups: readonly ConsolidationGroup[],
  plan: Plan,
): ConsolidatedGroup[] {
  return groups.flatMap((group) => {
    const own = plan[group.id];
    if (!own?.included) return [];
    const { keepId, name, newId, newCode } = own;
    const into =
      keepId === null
        ? { id: newId, code: newCode.trim(), name: name.trim() }
        : { id: keepId, name: name.trim() };
    const choices = group.teams.flatMap(({ id: teamId }) => {
      const { continuing, leaving, note } = choiceOf(own, teamId);
      if (continuing === null && leaving === null && note.trim() === '') return [];
      return [{ teamId, continuing: continuing ?? 0, leaving: leaving ?? 0, note: note.trim() }];
    });
    return [{ teamIds: group.teams.map(({ id }) => id), into, choices }];
  });
}

import type { ConsolidatedGroup, RowProblem } from '@antt/contracts';
import { finding } from '../imports/row-problem.ts';
import type { ConsolidationRow } from './consolidation-import.ts';

/** A team that stands on a village of the day, as the file may name it. */
export type StandingTeam = {
  communeId: string;
  communeCode: string;
  villageCode: string;
  teamId: string;
  teamCode: string;
};

export type CommuneDecision = {
  communeId: string;
  at: string;
  number: string;
  signedOn: string;
  groups: ConsolidatedGroup[];
};

/** The rows as one decision for each commune, its groups by village; what does not fit is named by its row. */
export function decisionsOf(rows: readonly ConsolidationRow[], standing: readonly StandingTeam[]) {
  const problems: RowProblem[] = [];
  const decisions = new Map<string, CommuneDecision>();
  const groups = new Map<
    string,
    { rows: (ConsolidationRow & { teamId: string })[]; communeId: string }
  >();
  for (const row of rows) {
    const { at, communeCode, villageCode, teamCode } = row;
    const team = standing.find(
      (one) =>
        one.communeCode === communeCode &&
        one.villageCode === villageCode &&
        one.teamCode === teamCode,
    );
    if (!team) {
      problems.push(finding('team-not-on-village', at, { team: teamCode, village: villageCode }));
      continue;
    }
    const { communeId, teamId } = team;
    const key = `${communeCode} ${villageCode}`;
    const group = groups.get(key) ?? { rows: [], communeId };
    groups.set(key, { ...group, rows: [...group.rows, { ...row, teamId }] });
    const said = { number: row.decisionNumber, signedOn: row.decisionSignedOn };
    const known = decisions.get(communeId) ?? { communeId, at, ...said, groups: [] };
    decisions.set(communeId, known);
    if (known.number !== said.number || known.signedOn !== said.signedOn) {
      const members = { commune: communeCode, number: known.number };
      problems.push(finding('commune-has-two-decisions', at, members));
    }
  }
  for (const { rows: own, communeId } of groups.values()) {
    const first = own[0]!;
    const kept = own.filter(({ outcome }) => outcome === 'goes-on');
    if (kept.length !== 1 || own.length < 2) {
      const members = { village: first.villageCode, count: kept.length, teams: own.length };
      problems.push(finding('village-keeps-one-team', first.at, members));
      continue;
    }
    const { teamId: id, newName } = kept[0]!;
    const choices = own.flatMap(({ teamId, continuing, leaving, note }) =>
      continuing === null && leaving === null && !note
        ? []
        : [{ teamId, continuing: continuing ?? 0, leaving: leaving ?? 0, note: note ?? '' }],
    );
    const teamIds = own.map(({ teamId }) => teamId);
    const into = { id, ...(newName && { name: newName }) };
    decisions.get(communeId)!.groups.push({ teamIds, into, choices });
  }
  return { decisions: [...decisions.values()], problems };
}

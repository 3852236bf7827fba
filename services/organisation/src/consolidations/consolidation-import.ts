import { problem, type RowProblem, type TeamWarning } from '@antt/contracts';
import { Problem } from '@antt/kernel';
import { assertInside, type Importer, uuidv7 } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { finding } from '../imports/row-problem.ts';
import { read } from '../imports/reading-worker.ts';
import { missing } from '../imports/unit-import.ts';
import { lockUnits } from '../units/standing-unit.ts';
import { decisionsOf, type StandingTeam } from './consolidation-row.rules.ts';
import type { ConsolidationCommand } from './consolidation.entity.ts';
import { type Acceptance, decide } from './decide.ts';

/** A row of a file of decisions: an old team, and what becomes of it. */
export type ConsolidationRow = {
  at: string;
  communeCode: string;
  villageCode: string;
  teamCode: string;
  outcome: 'goes-on' | 'ends';
  newName: string | null;
  decisionNumber: string;
  decisionSignedOn: string;
  continuing: number | null;
  leaving: number | null;
  note: string | null;
};

/** The decisions of many chairs at once: `instrumentId` is the provincial decision that they cite. */
export const consolidationImporter: Importer<ConsolidationRow[]> = {
  kind: 'consolidations',
  permission: 'team.write',
  read: (file) => read('consolidations', file),
  async apply(tx, rows, { options }, { progress }) {
    const { validFrom: on, instrumentId } = options;
    if (!on || !instrumentId) {
      throw problem('invalid-input', { errors: missing({ validFrom: on, instrumentId }) });
    }
    const standing: StandingTeam[] = await tx.query(
      `select c.unit_id as "communeId", c.code as "communeCode", v.code as "villageCode",
              t.id as "teamId", t.code as "teamCode"
         from team t
         join team_village tv on tv.team_id = t.id
          and tv.valid_from <= $1 and (tv.valid_to is null or $1 < tv.valid_to)
         join unit_version v on v.unit_id = tv.village_id
          and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
         join unit_parent p on p.unit_id = tv.village_id
          and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
         join unit_version c on c.unit_id = p.parent_id
          and c.valid_from <= $1 and (c.valid_to is null or $1 < c.valid_to)
        where t.code = any ($2)`,
      [on, rows.map(({ teamCode }) => teamCode)],
    );
    const { decisions, problems } = decisionsOf(rows, standing);
    const counts = { read: rows.length, decided: 0, merged: 0, dissolved: 0 };
    if (problems.length > 0) return { counts, problems };
    const communes = decisions.map(({ communeId }) => communeId).sort();
    await assertInside(tx, 'team.write', communes, on);
    await lockUnits(tx, communes);
    const { accept = [], reason = '' } = options;
    const found: RowProblem[] = [];
    for (const { communeId, at, number, signedOn, groups } of decisions) {
      const decision = { number, signedOn, basedOn: instrumentId };
      const command = { id: uuidv7(), communeId, on, decision, groups };
      found.push(...(await taken(tx, command, { accept, reason, at })));
      counts.decided += 1;
      counts.merged += groups.length;
      counts.dissolved += groups.reduce((sum, { teamIds }) => sum + teamIds.length - 1, 0);
      progress(counts.decided, decisions.length);
    }
    return { counts, problems: found };
  },
};

type Said = Omit<Acceptance, 'dryRun'> & { at: string };

/**
 * One commune's decision, on its own: what refuses it must not keep the other communes' faults from being told.
 * A rule that the sender accepted is a warning, any other one an error.
 */
async function taken(
  tx: EntityManager,
  command: ConsolidationCommand,
  { at, ...said }: Said,
): Promise<RowProblem[]> {
  const tried = (dryRun: boolean) =>
    tx.transaction((part) => decide(part, command, { ...said, dryRun }));
  try {
    return (await tried(false)).map((warning) => broken(warning, at, 'warning'));
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error;
    const { type, title: _, status: __, ...members } = error.body;
    if (type !== 'team-rule-not-accepted') return [finding(String(type), at, members)];
    // It named what its first group breaks; the others are to be looked at as well.
    return (await tried(true)).map((warning) => {
      const accepted = said.accept.includes(warning.rule);
      return broken(warning, at, accepted ? 'warning' : 'error');
    });
  }
}

function broken(warning: TeamWarning, at: string, severity: RowProblem['severity']): RowProblem {
  const { rule, teams, ...members } = warning;
  return finding(rule, at, { ...members, teams: teams.join(', ') }, severity);
}

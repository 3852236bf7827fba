import { problem, type TeamWarning } from '@antt/contracts';
import { publish, uuidv7 } from '@antt/service-kit';
import { consolidationDecided } from '@antt/contracts';
import type { EntityManager } from 'typeorm';
import { mergeIn } from '../teams/team-merger.service.ts';
import { lockCommune, villagesOf } from '../teams/team-holding.ts';
import {
  ConsolidationChoiceEntity,
  type ConsolidationCommand,
  ConsolidationEntity,
} from './consolidation.entity.ts';
import { decisionErrors } from './decision.rules.ts';

export type Acceptance = {
  dryRun: boolean;
  accept: TeamWarning['rule'][];
  reason: string;
};

/** Merges the teams of each group by the one decision, and keeps how they were and became. */
export async function decide(
  tx: EntityManager,
  command: ConsolidationCommand,
  { dryRun, accept, reason }: Acceptance,
): Promise<TeamWarning[]> {
  const { id, communeId, on, decision, groups } = command;
  const errors = decisionErrors(groups);
  if (errors.length > 0) throw problem('invalid-input', { errors });
  const teamIds = [...new Set(groups.flatMap((group) => [...group.teamIds, group.into.id]))];
  await assertOfCommune(tx, command);
  const was = await teamsAsTheyAre(tx, teamIds);
  const acts: { id: string; instrumentId: string }[] = [];
  const warnings: TeamWarning[] = [];
  for (const { teamIds: merging, into } of groups) {
    const act = { id: uuidv7(), on, teamIds: merging, into, decision, accept, reason, dryRun };
    const { merged, instrumentId } = await mergeIn(tx, act);
    acts.push({ id: act.id, instrumentId });
    warnings.push(...merged.warnings);
  }
  const { instrumentId } = acts[0]!;
  // A dry run keeps it too: what it shows is what the act would leave behind.
  await keep(tx, command, { actIds: acts.map((act) => act.id), instrumentId, was, teamIds });
  if (dryRun) return warnings;
  const told = { id, communeId, on, instrumentId, groups: groups.length };
  await publish(tx, consolidationDecided, told);
  return warnings;
}

type Kept = { actIds: string[]; instrumentId: string; was: object; teamIds: string[] };

async function keep(tx: EntityManager, command: ConsolidationCommand, kept: Kept): Promise<void> {
  const { id, communeId, on, decision, groups } = command;
  const { actIds, instrumentId, was, teamIds } = kept;
  const became = await teamsAsTheyAre(tx, teamIds);
  const basedOnId = decision.basedOn;
  await tx.insert(ConsolidationEntity, {
    ...{ id, communeId, validFrom: on, instrumentId, basedOnId, status: 'applied' as const },
    ...{ command, actIds, was, became },
  });
  for (const { into, choices } of groups) {
    await tx.insert(
      ConsolidationChoiceEntity,
      choices.map((choice) => ({ ...choice, consolidationId: id, intoId: into.id })),
    );
  }
}

async function teamsAsTheyAre(tx: EntityManager, teamIds: string[]): Promise<object> {
  const [{ teams }] = await tx.query('select teams_as_they_are($1) as teams', [teamIds]);
  return teams;
}

/** One chair decides about the teams of the own commune alone; all of them are locked before any is judged. */
async function assertOfCommune(
  tx: EntityManager,
  { communeId, on, groups }: ConsolidationCommand,
): Promise<void> {
  const held = await villagesOf(
    tx,
    groups.flatMap(({ teamIds }) => teamIds),
    on,
  );
  await lockCommune(tx, held, on);
  for (const [n, { teamIds }] of groups.entries()) {
    const rows: { parent_id: string }[] = await tx.query(
      `select distinct p.parent_id from team_village tv
         join unit_parent p on p.unit_id = tv.village_id
          and p.valid_from <= $2 and (p.valid_to is null or $2 < p.valid_to)
        where tv.team_id = any ($1) and tv.valid_from <= $2 and (tv.valid_to is null or $2 < tv.valid_to)`,
      [teamIds, on],
    );
    if (rows.every((row) => row.parent_id === communeId)) continue;
    const errors = [{ path: `groups.${n}.teamIds`, message: 'of-another-commune' }];
    throw problem('invalid-input', { errors });
  }
}

import { type Permission, problem, type ScoreSubject } from '@antt/contracts';
import { currentScope, rootsOf } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { roundBy } from '../campaigns/campaigns-of.ts';
import { subjectOf } from './score.service.ts';

/** What kind of subject it is, once it is sure that the sender may mark it in this round. */
export async function openForMarking(
  tx: EntityManager,
  roundId: string,
  subjectId: string,
  permission: Permission,
): Promise<ScoreSubject> {
  // Nobody ratifies while somebody marks.
  await tx.query('select from campaign_round where id = $1 for share', [roundId]);
  const round = await roundBy(tx, roundId);
  if (round.state !== 'open')
    throw problem('campaign-round-not-open', { number: round.number, state: round.state });
  const subject = await subjectOf(tx, subjectId);
  const absent = problem('score-not-found', { roundId, subjectId });
  if (!subject) throw absent;
  const roots = rootsOf(currentScope(permission, round.to));
  const [{ under, own }] = await tx.query(
    `select sender_is_below($1, p.unit_id, $2, $3) as own, sender_is_under($4, p.unit_id, $2, $3) as under
       from (select coalesce((select commune_id from team_commune where team_id = $1 and valid_from <= $3
                                 and (valid_to is null or $3 < valid_to) limit 1), $1) as unit_id) p`,
    [subjectId, roots, round.to, subject],
  );
  // Who verifies answers for what lies over the subject, not for the subject itself.
  const may = permission === 'report.write' ? own : under;
  if (!may) throw own ? problem('score-of-ones-own', { subjectId }) : absent;
  return subject;
}

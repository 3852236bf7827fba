import { type Permission, problem, type ScoreSubject } from '@antt/contracts';
import { currentScope, rootsOf, sql } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { roundBy } from '../campaigns/campaigns-of.ts';

const placesText = sql(import.meta.url, './mark-places.sql');
/** Where a subject stands: in the sender's area, and with the sender answering for what lies over it. */
type Place = { id: string; subject: ScoreSubject; own: boolean; under: boolean };

/** What kind of subject each is, once it is sure that the sender may mark them all in this round. */
export async function openForMarking(
  tx: EntityManager,
  roundId: string,
  subjectIds: readonly string[],
  permission: Permission,
): Promise<Map<string, ScoreSubject>> {
  // Nobody ratifies while somebody marks.
  await tx.query('select from campaign_round where id = $1 for share', [roundId]);
  const round = await roundBy(tx, roundId);
  if (round.state !== 'open')
    throw problem('campaign-round-not-open', { number: round.number, state: round.state });
  const roots = rootsOf(currentScope(permission, round.to));
  const places: Place[] = await tx.query(placesText, [subjectIds, roots, round.to]);
  const placeOf = new Map(places.map((place) => [place.id, place]));
  for (const subjectId of subjectIds) {
    const place = placeOf.get(subjectId);
    // Who verifies answers for what lies over the subject, not for the subject itself.
    const may = permission === 'report.write' ? place?.own : place?.under;
    if (may) continue;
    throw place?.own
      ? problem('score-of-ones-own', { subjectId })
      : problem('score-not-found', { roundId, subjectId });
  }
  return new Map(places.map(({ id, subject }) => [id, subject]));
}

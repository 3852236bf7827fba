import { problem } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { type EntityManager, MoreThanOrEqual } from 'typeorm';
import { PostingEntity } from '../postings/posting.entity.ts';
import { assertWithinQuota } from '../postings/quota-stop.ts';

/** Refuses to end, or to take up again, a posting on a day after which something else is recorded. */
export async function assertNothingLater(
  tx: EntityManager,
  posting: PostingEntity,
  validFrom: PlainDate,
): Promise<void> {
  const { id, personId, validTo } = posting;
  const later = await tx.findOneBy(PostingEntity, {
    personId,
    validFrom: MoreThanOrEqual(validFrom),
  });
  const isOver = validTo !== null && validTo <= validFrom;
  if (later || isOver || validFrom <= posting.validFrom) {
    const on = later?.validFrom ?? (isOver ? validTo : posting.validFrom);
    throw problem('posting-has-later-changes', { id, on });
  }
}

/**
 * For a posting that goes on again: its team still stands, and nobody has taken its place in the quota since.
 * A surplus that was there before does not keep it from going on.
 */
export async function assertPlaceIsFree(
  tx: EntityManager,
  teamId: string,
  { validFrom, validTo }: { validFrom: PlainDate; validTo: PlainDate | null },
): Promise<void> {
  const [team] = await tx.query('select dissolved_on as "on" from team where id = $1', [teamId]);
  if (team.on !== null && (validTo === null || team.on < validTo)) {
    throw problem('posting-outlives-team', { on: team.on });
  }
  const [place] = await tx.query(
    `select commune_id as "communeId",
            exists (select 1 from team_commune other
                      join posting p on p.team_id = other.team_id and p.valid_from >= $2
                     where other.commune_id = tc.commune_id) as taken
       from team_commune tc
      where team_id = $1 and valid_from <= $2 and (valid_to is null or $2 < valid_to)`,
    [teamId, validFrom],
  );
  if (place?.taken) await assertWithinQuota(tx, place.communeId, { validFrom, validTo });
}

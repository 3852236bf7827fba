import type { ScoreSubject } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { sql } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';

const text = sql(import.meta.url, './revoked-awards.sql');

/** A result that stands though an award it counted was revoked since. */
export type RevokedAward = {
  campaignId: string;
  campaignName: string;
  roundId: string;
  roundName: string;
  awardId: string;
  subject: ScoreSubject;
  subjectId: string;
  name: string;
  revokedOn: PlainDate;
};

/** Ratified results that an award's revocation leaves to be corrected, of a round or of an award. */
export function revokedAwards(
  db: EntityManager,
  { roundId, awardId }: { roundId?: string; awardId?: string },
): Promise<RevokedAward[]> {
  return db.query(text, [roundId ?? null, awardId ?? null]);
}

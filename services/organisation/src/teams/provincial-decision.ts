import { problem } from '@antt/contracts';
import { type PlainDate, searchKey } from '@antt/kernel';
import type { EntityManager } from 'typeorm';
import { instrumentInForce } from '../instruments/standing-instrument.ts';

type Basis = { communeId: string; on: PlainDate };

/**
 * What the chair's decision cites (Law 30/2023/QH15 Art. 14.4–14.5, law BR-18): a decision of the province, in force
 * on the day, for the commune. A resolution sets criteria only, and what a commune decides is no basis for itself.
 */
export async function assertProvincialDecision(
  tx: EntityManager,
  id: string,
  { communeId, on }: Basis,
): Promise<void> {
  const { number, kind, issuer } = await instrumentInForce(tx, id, on);
  const cited = { number, issuer, on };
  if (kind !== 'decision' || isOfCommune(issuer)) {
    throw problem('team-decision-cites-no-provincial-one', cited);
  }
  const [over] = await tx.query(
    'select 1 from instruments_over(array[$1::uuid], $2::date, array[$3::uuid]) limit 1',
    [communeId, on, id],
  );
  if (!over) throw problem('team-decision-cites-one-of-elsewhere', cited);
}

/** Issuers are words; those below the province are known by the place that they name. */
function isOfCommune(issuer: string): boolean {
  return /\b(?:xa|phuong|thi tran|dac khu)\b/u.test(searchKey(issuer));
}

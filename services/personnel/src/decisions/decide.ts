import { type Decision, type DecisionRef, problem } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { uuidv7 } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { DecisionEntity } from './decision.entity.ts';

/**
 * The decision that an act names, recorded with the first act that does. Without an issuer it is that of the
 * chair of the commune concerned (Law 30/2023/QH15 Art. 14.5).
 */
export async function decide(
  tx: EntityManager,
  { number, signedOn, issuer }: DecisionRef,
  { communeId, on }: { communeId: string; on: PlainDate },
): Promise<Decision> {
  const about = { issuer: issuer ?? (await chairOf(tx, communeId, on)), number, signedOn };
  await tx.query(
    `insert into decision (id, issuer, number, signed_on, commune_id) values ($1, $2, $3, $4, $5)
     on conflict on constraint decision_is_named_once do nothing`,
    [uuidv7(), about.issuer, number, signedOn, communeId],
  );
  const { id } = await tx.findOneByOrFail(DecisionEntity, about);
  return { id, ...about };
}

/** How papers name who signs; with what lies over the commune, since names of communes repeat. */
async function chairOf(tx: EntityManager, communeId: string, on: PlainDate): Promise<string> {
  const [row]: { commune: string; over: string | null }[] = await tx.query(
    `select v.kind || ' ' || v.name as commune, above.kind || ' ' || above.name as over
       from unit_version v
       left join unit_parent p on p.unit_id = v.unit_id
        and p.valid_from <= $2 and (p.valid_to is null or $2 < p.valid_to)
       left join unit_version above on above.unit_id = p.parent_id
        and above.valid_from <= $2 and (above.valid_to is null or $2 < above.valid_to)
      where v.unit_id = $1 and v.valid_from <= $2 and (v.valid_to is null or $2 < v.valid_to)`,
    [communeId, on],
  );
  if (!row) throw problem('unit-not-found', { id: communeId, on });
  return [`Chủ tịch UBND ${row.commune}`, row.over].filter(Boolean).join(', ');
}

import { type ClaimKind, problem } from '@antt/contracts';
import type { EntityManager } from 'typeorm';
import { dayOf } from '../duties/night.rules.ts';

type Harm = {
  personId: string;
  communeId: string;
  kind: ClaimKind;
  happenedAt: Date;
  shiftId: string | null;
  orderId: string | null;
};

/** Law BR-58: a shift of the person, or an order for the commune, covers the moment; what is named does. */
export async function assertEvidence(tx: EntityManager, harm: Harm): Promise<void> {
  const { personId, communeId, happenedAt, shiftId, orderId } = harm;
  const [{ shift, ordered }] = await tx.query(
    `select exists (select from shift where id = $1 and person_id = $2
                       and state in ('recorded', 'approved') and starts_at <= $3 and $3 <= ends_at) as shift,
            exists (select from duty_order where id = $4 and commune_id = $5
                       and first_day <= $6 and $6 <= last_day) as ordered`,
    [shiftId, personId, happenedAt, orderId, communeId, dayOf(happenedAt)],
  );
  const isNamed = shiftId !== null || orderId !== null;
  if (!isNamed || (shiftId && !shift) || (orderId && !ordered)) {
    throw problem('claim-rests-on-duty', { on: dayOf(happenedAt) });
  }
}

/** Who is insured is paid by the fund (Law 30/2023/QH15 Art. 24.1): health for treatment, social for the rest. */
export async function assertUninsured(tx: EntityManager, harm: Harm): Promise<void> {
  const on = dayOf(harm.happenedAt);
  const scheme = harm.kind === 'treatment' ? 'health' : 'social';
  const [row] = await tx.query(
    `select from person_records($1) r join person_detail d on d.person_id = r.id
      where d.kind = 'insurance' and d.slot = $2 and d.content ->> 'cover' <> 'none'
        and d.withdrawn_at is null and d.valid_from <= $3 and (d.valid_to is null or $3 < d.valid_to)`,
    [harm.personId, scheme, on],
  );
  if (row) throw problem('claimant-is-insured', { on, scheme });
}

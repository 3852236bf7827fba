import type { PayrollState } from '@antt/contracts';
import type { EntityManager } from 'typeorm';

/** Until a run is approved nothing of it is issued, and its lines may go from one record to the other. */
const open: readonly PayrollState[] = ['draft', 'calculated', 'submitted'];

/** In SQL: every record of the person `$2`. */
export const records = `select id from person_records(coalesce(person_survivor($2), $2::uuid))`;

/** Holds back what a person is to get in a run, under whatever record it will be written. */
export async function hold(
  tx: EntityManager,
  { id, personId, reason, username }: Record<'id' | 'personId' | 'reason' | 'username', string>,
): Promise<void> {
  await tx.query(
    `insert into payroll_hold (payroll_id, person_id, reason, by) values ($1, $2, $3, $4)
     on conflict (payroll_id, person_id) do update
       set reason = excluded.reason, by = excluded.by, at = clock_timestamp(),
           released_by = null, released_at = null, release_reason = '', released_account = null`,
    [id, personId, reason, username],
  );
  const [{ survivor }] = await tx.query('select person_survivor($1) as survivor', [personId]);
  if (survivor !== null && survivor !== personId) {
    await shareHolds(tx, { from: personId, to: survivor });
  }
}

/**
 * What is held of one record of somebody is held of the other as well: a run that was sent on has its lines of the
 * one, and one that is calculated again of the other.
 */
export async function shareHolds(
  tx: EntityManager,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await tx.query(
    `with run as (
       select id from payroll p
        where state = any ($3) and exists (
                select from payroll_hold h
                 where h.payroll_id = p.id and h.person_id in ($1, $2) and h.released_at is null)
          for update)
     insert into payroll_hold (payroll_id, person_id, reason, by, at)
     select h.payroll_id, other.id, h.reason, h.by, h.at
       from payroll_hold h
       join run on run.id = h.payroll_id
       join (values ($1::uuid, $2::uuid), ($2, $1)) other (id, held) on other.held = h.person_id
      where h.released_at is null
     on conflict (payroll_id, person_id) do update
        set reason = excluded.reason, by = excluded.by, at = excluded.at, released_by = null, released_at = null,
            release_reason = '', released_account = null
      where payroll_hold.released_at is not null`,
    [from, to, open],
  );
}

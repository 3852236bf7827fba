import { today } from '@antt/kernel';
import type { EntityManager } from 'typeorm';

/** Accounts whose rights an area decides about, today or later. */
export async function holders(tx: EntityManager, areaId: string): Promise<string[]> {
  const rows: { account_id: string }[] = await tx.query(
    `select distinct account_id from role_grant
      where area_id = $1 and coalesce(valid_to, 'infinity') > $2::date`,
    [areaId, today()],
  );
  return rows.map((row) => row.account_id);
}

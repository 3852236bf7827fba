import type { RowProblem } from '@antt/contracts';
import type { EntityManager } from 'typeorm';
import { type FileAccount, type FileGrant, finding } from './account-file.rules.ts';

type Standing = {
  username: string;
  full_name: string;
  phone: string;
  closed: boolean;
  grants: FileGrant[];
};

/** Parts the accounts of a file into new ones, those that stand as the file says, and usernames taken. */
export async function standingAccounts(
  tx: EntityManager,
  accounts: readonly FileAccount[],
): Promise<{ fresh: FileAccount[]; unchanged: number; taken: RowProblem[] }> {
  const rows: Standing[] = await tx.query(
    `select a.username, a.full_name, a.phone, a.closed_at is not null as closed,
            coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'areaId', g.area_id,
                                                  'from', g.valid_from, 'to', g.valid_to))
                     filter (where g.id is not null), '[]') as grants
       from account a
       left join role_grant g on g.account_id = a.id
      where a.username = any ($1)
      group by a.id`,
    [accounts.map(({ username }) => username)],
  );
  const standing = new Map(rows.map((row) => [row.username, row]));
  const fresh = accounts.filter(({ username }) => !standing.has(username));
  const others = accounts.filter(({ username }) => standing.has(username));
  const taken = others.filter((account) => !says(standing.get(account.username)!, account));
  return {
    fresh,
    unchanged: others.length - taken.length,
    taken: taken.map(({ at, username }) =>
      finding('account-exists-otherwise', at, { value: username }),
    ),
  };
}

function says(standing: Standing, { fullName, phone, grants }: FileAccount): boolean {
  if (standing.closed || standing.full_name !== fullName || standing.phone !== phone) return false;
  return grants.every(({ role, areaId, from, to }) =>
    standing.grants.some(
      (held) =>
        held.role === role && held.areaId === areaId && held.from === from && held.to === to,
    ),
  );
}

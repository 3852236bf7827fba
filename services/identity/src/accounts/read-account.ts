import { type Account, problem } from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
import { sql } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';

const listSql = sql(import.meta.url, './list-accounts.sql');

/** Which accounts, and how many of them. `areas` null sees all. */
export async function readAccounts(
  db: EntityManager,
  choice: {
    areas?: string[] | null;
    key?: string | null;
    role?: string | null;
    state?: Account['state'] | null;
    after?: string | null;
    limit?: number;
    ids?: string[] | null;
    on?: PlainDate;
  },
): Promise<{ items: Account[]; total: number }> {
  const { areas = null, key = null, role = null, state = null } = choice;
  const { after = null, limit = 500, ids = null } = choice;
  const rows: Record<string, unknown>[] = await db.query(listSql, [
    choice.on ?? today(),
    areas,
    key && key.replace(/[\\%_]/g, '\\$&'),
    role,
    after,
    limit,
    ids,
    state,
  ]);
  return { items: rows.map(accountOf), total: (rows[0]?.total as number | undefined) ?? 0 };
}

/** One account as it stands now. */
export async function readAccount(db: EntityManager, id: string): Promise<Account> {
  const { items } = await readAccounts(db, { ids: [id] });
  if (!items[0]) throw problem('account-not-found', { id });
  return items[0];
}

function accountOf(row: Record<string, unknown>): Account {
  const lastSignInAt = row.last_sign_in_at as Date | null;
  return {
    id: row.id,
    username: row.username,
    fullName: row.full_name,
    phone: row.phone,
    state: row.state,
    mustChangePassword: row.must_change_password,
    invented: row.invented,
    lastSignInAt: lastSignInAt?.toISOString() ?? null,
    grants: row.grants,
  } as Account;
}

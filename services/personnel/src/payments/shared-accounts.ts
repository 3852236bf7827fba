import { type PayrollCheck, payrollChecks, type PayrollFinding } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { sql } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';

const sharedSql = sql(import.meta.url, './shared-accounts.sql');
const check: PayrollCheck = 'bank-account-shared';

/** Whose account, by which a batch pays, is recorded of somebody else that day, wherever they are. */
export async function sharedAccounts(
  tx: EntityManager,
  batchId: string,
  on: PlainDate,
): Promise<PayrollFinding[]> {
  const found: PayrollFinding['examples'] = await tx.query(sharedSql, [batchId, on]);
  if (found.length === 0) return [];
  const { severity } = payrollChecks[check];
  return [{ check, severity, people: found.length, examples: found.slice(0, 5) }];
}

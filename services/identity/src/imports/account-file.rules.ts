import { type Role, type RowProblem, Username } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import type { AccountRow } from './account-columns.ts';

export type FileGrant = {
  role: Role;
  areaId: string;
  from: PlainDate;
  to: PlainDate | null;
  at: string;
};

/** An account as a file describes it: the rows of one username together. */
export type FileAccount = {
  at: string;
  username: string;
  fullName: string;
  phone: string;
  grants: FileGrant[];
};

/** A finding about a row, where it stands and with what its text speaks of. */
export function finding(
  code: string,
  at: string,
  members: Record<string, unknown> = {},
): RowProblem {
  return { ...members, code, at, severity: 'error' };
}

/** What a row says that cannot be, whatever else there is. */
export function faultsOf({ at, places, username, phone, from, to }: AccountRow): RowProblem[] {
  const faults: RowProblem[] = [];
  if (!Username.safeParse(username).success) {
    faults.push(finding('username-unusable', places.username ?? at, { value: username }));
  }
  // A spreadsheet that took the number for a figure has dropped its zero.
  if (phone && !/^[0+][\d .()-]{5,28}$/.test(phone)) {
    const members = { value: phone, column: 'Điện thoại' };
    faults.push(finding('value-invalid', places.phone ?? at, members));
  }
  if (to !== null && to <= from) {
    faults.push(finding('days-turned', places.to ?? at, { from, to }));
  }
  return faults;
}

/** Puts the rows of each username together; `areaOf` is the area that a row names, null where none. */
export function accountsOf(
  rows: readonly AccountRow[],
  areaOf: (row: AccountRow) => string | null,
): { accounts: FileAccount[]; problems: RowProblem[] } {
  const accounts = new Map<string, FileAccount>();
  const problems: RowProblem[] = [];
  for (const row of rows) {
    const { at, places, username, fullName, phone, role, from, to } = row;
    const account = accounts.get(username) ?? { at, username, fullName, phone, grants: [] };
    accounts.set(username, account);
    if (account.fullName !== fullName || account.phone !== phone) {
      const members = { value: username, other: account.at };
      problems.push(finding('account-rows-disagree', places.username ?? at, members));
    }
    const areaId = areaOf(row);
    if (!areaId) continue;
    const grant = { role, areaId, from, to, at: places.area ?? at };
    const twice = account.grants.find((other) => overlap(other, grant));
    if (twice) problems.push(finding('grant-twice', at, { value: username, other: twice.at }));
    else account.grants.push(grant);
  }
  return { accounts: [...accounts.values()], problems };
}

function overlap(a: FileGrant, b: FileGrant): boolean {
  if (a.role !== b.role || a.areaId !== b.areaId) return false;
  return (a.to === null || b.from < a.to) && (b.to === null || a.from < b.to);
}

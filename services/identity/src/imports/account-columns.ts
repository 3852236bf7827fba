import type { Role } from '@antt/contracts';
import { addDays } from '@antt/kernel';
import {
  choiceField,
  type Columns,
  dayField,
  readTable,
  readWorkbook,
  textField,
} from '@antt/reading';
import type { ImportFile, Reading } from '@antt/service-kit';
import { roleText } from './role-text.ts';

const columns = {
  username: { headers: ['Tên đăng nhập', 'username'], required: true, field: textField(60) },
  fullName: {
    headers: ['Họ và tên', 'Họ tên', 'full_name'],
    required: true,
    field: textField(100),
  },
  role: { headers: ['Vai trò', 'role'], required: true, field: choiceField<Role>(roleText) },
  area: { headers: ['Khu vực', 'area'], required: true, field: textField(120) },
  from: { headers: ['Từ ngày', 'from'], required: true, field: dayField() },
  // People write the last day; programs (and our own answers) the first one after it.
  lastDay: { headers: ['Đến ngày', 'Đến hết ngày'], field: dayField() },
  to: { headers: ['to'], field: dayField() },
  phone: { headers: ['Điện thoại', 'Số điện thoại', 'phone'], field: textField(30) },
} as const satisfies Columns;

/** Far below what other lists may hold: each new account costs a slow hash. */
const limits = {
  uploadBytes: 5 * 1024 * 1024,
  archiveEntries: 200,
  archiveBytes: 20 * 1024 * 1024,
  annexRows: 2_000,
  listRows: 2_000,
  cells: 40_000,
  wholeRows: 2_000,
  features: 0,
  points: 0,
};

/** A row of a file of accounts: one role of an account, in an area, for dates. */
export type AccountRow = {
  at: string;
  /** Where each value stands, by its column. */
  places: Partial<Record<keyof typeof columns, string>>;
  username: string;
  fullName: string;
  phone: string;
  role: Role;
  area: string;
  from: string;
  to: string | null;
};

export async function readAccountFile({ bytes }: ImportFile): Promise<Reading<AccountRow[]>> {
  const { sheets, problems } = await readWorkbook(bytes, 'list', limits);
  if (sheets.length === 0) return { content: null, problems };
  const table = readTable(sheets, columns);
  const content = table.rows.map(({ at, places, values: { lastDay, ...values } }) => ({
    ...values,
    at,
    places: { ...places, to: places.to ?? places.lastDay },
    to: values.to ?? (lastDay && addDays(lastDay, 1)),
    username: values.username.toLowerCase(),
    phone: values.phone ?? '',
  }));
  return { content, problems: [...problems, ...table.problems] };
}

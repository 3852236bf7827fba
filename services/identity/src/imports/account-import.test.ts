import {
  identityJobs,
  type Job,
  listAccounts,
  type Principal,
  takeHandOver,
} from '@antt/contracts';
import { readWorkbook } from '@antt/reading';
import { eventually, someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { randomUUID } from 'node:crypto';
import { AreaEntity, AreaUnitEntity } from '../areas/area.entity.ts';
import { identity } from '../service.ts';
import { organisation, unit } from '../test-organisation.ts';
import { people } from '../test-people.ts';

const service = useService(identity, organisation);
const { account, signIn } = people(service);

const head = [
  'Tên đăng nhập',
  'Họ và tên',
  'Vai trò',
  'Khu vực',
  'Từ ngày',
  'Đến ngày',
  'Điện thoại',
];
const problem = (type: string) => ({ body: { type } });

const province = unit('Bắc Giang');
const district = unit('Lục Ngạn', province);
const other = unit('Sơn Động', province);

let marks = 0;

/** An area with a name of its own, and usernames of its own, for one test. */
async function place(unitId = district, name = 'Cụm Cẩm Giàng') {
  marks += 1;
  const mark = `${marks}x${randomUUID().slice(0, 4)}`;
  const area = { id: randomUUID(), name: `${name} ${mark}`, whole: false };
  await service.given(AreaEntity, area);
  const dated = { areaId: area.id, unitId, validFrom: '2024-01-01', validTo: null };
  await service.given(AreaUnitEntity, dated);
  return { ...area, user: (name: string) => `${name}-${mark}` };
}

const csv = (...rows: string[][]) =>
  new TextEncoder().encode(
    `\ufeff${[head, ...rows].map((row) => row.map((text) => `"${text}"`).join(',')).join('\r\n')}`,
  );

async function take(
  bytes: Uint8Array,
  {
    dryRun = false,
    by,
    choices,
  }: { dryRun?: boolean; by?: Principal; choices?: Record<string, string> } = {},
): Promise<Job> {
  const file = await service.files.put(
    'tai-khoan.csv',
    new Blob([bytes as BlobPart]).stream(),
    1e8,
  );
  const id = `identity.${randomUUID()}`;
  const options = choices ? { choices } : {};
  await service.call(identityJobs.start, { id, kind: 'accounts', dryRun, file, options }, by);
  return eventually(async () => {
    const job = await service.call(identityJobs.get, { id }, by);
    return job.finishedAt ? job : null;
  }, 30_000);
}

async function sheetOf(job: Job, by?: Principal): Promise<string[][]> {
  const file = await service.call(takeHandOver, { jobId: job.id }, by);
  const { sheets } = await readWorkbook(await service.files.read(file), 'annex');
  return sheets[0]!.rows.map((row) => row.map((cell) => String(cell?.value ?? '')));
}

const codes = (job: Job) => job.problems.map(({ code, at }) => [code, at]);
const accountsNamed = async (q: string) =>
  (await service.call(listAccounts, { q, limit: 100 })).items;

test('a file of accounts makes them all, and its sheet holds the passwords they sign in with', async () => {
  const { name, user } = await place();
  const job = await take(
    csv(
      [user('mot'), 'Nguyễn Thị Ánh', 'Cán bộ cấp xã', name, '01/07/2025', '', '0900 000 001'],
      [user('hai'), 'Đỗ Văn Bình', 'tổ trưởng', name, '2025-07-01', '31/12/2027', ''],
      [user('hai'), 'Đỗ Văn Bình', 'Phụ trách địa bàn', name, '2025-07-01', '', ''],
    ),
  );
  expect(job).toMatchObject({ status: 'succeeded', counts: { read: 3, added: 2, unchanged: 0 } });
  const [two] = await accountsNamed(user('hai'));
  expect(two).toMatchObject({ mustChangePassword: true, invented: false, fullName: 'Đỗ Văn Bình' });
  expect(two!.grants.map(({ role, to }) => [role, to]).sort()).toEqual([
    ['area-officer', null],
    // The last day that the file writes is one of its days.
    ['team-leader', '2028-01-01'],
  ]);
  const lines = await sheetOf(job);
  const values = (label: string) =>
    lines.filter(([first]) => first === label).map(([, text]) => text!);
  expect(values('Họ và tên')).toEqual(['Nguyễn Thị Ánh', 'Đỗ Văn Bình']);
  expect(values('Tên đăng nhập')).toEqual([user('mot'), user('hai')]);
  expect(values('Vai trò')[0]).toBe(`Cán bộ cấp xã – ${name} (từ 01/07/2025)`);
  const passwords = values('Mật khẩu dùng một lần');
  for (const [index, username] of [user('mot'), user('hai')].entries()) {
    const tokens = await signIn(username, passwords[index]);
    expect(tokens.account.mustChangePassword).toBe(true);
  }
});

test('the sheet is given once, and to nobody but who made the accounts', async () => {
  const { name, user } = await place();
  const me = someone('provincial-administrator');
  const job = await take(csv([user('a'), 'Minh Họa', 'Tổ trưởng', name, '01/7/2025', '', '']), {
    by: me,
  });
  const ask = (by: Principal) => service.call(takeHandOver, { jobId: job.id }, by);
  await expect(ask(someone('provincial-administrator'))).rejects.toMatchObject(
    problem('job-not-found'),
  );
  const both = await Promise.allSettled([ask(me), ask(me)]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(ask(me)).rejects.toMatchObject(problem('no-such-file'));
});

test('the passwords stand in the sheet only: not in the tables, the facts or the job', async () => {
  const { name, user } = await place();
  const job = await take(csv([user('kin'), 'Trần Kín', 'Tổ trưởng', name, '01/7/2025', '', '']));
  const password = (await sheetOf(job)).find(([label]) => label === 'Mật khẩu dùng một lần')![1]!;
  const [{ kept }] = await service.db.query(
    `select (select string_agg(t::text, '') from account t)
         || (select string_agg(t::text, '') from job t)
         || (select string_agg(t::text, '') from outbox t) as kept`,
  );
  expect(kept).not.toContain(password);
  const [{ told }] = await service.db.query(`select string_agg(t::text, '') as told from outbox t`);
  expect(told).not.toMatch(/Trần Kín/);
});

test('a dry run tells what would happen and makes nothing', async () => {
  const { name, user } = await place();
  const file = csv([user('thu'), 'Minh Họa', 'Tổ trưởng', name, '01/7/2025', '', '']);
  const job = await take(file, { dryRun: true });
  expect(job).toMatchObject({ status: 'succeeded', counts: { added: 1 } });
  expect(await accountsNamed(user('thu'))).toEqual([]);
  await expect(service.call(takeHandOver, { jobId: job.id })).rejects.toMatchObject(
    problem('no-such-file'),
  );
});

test('the same file twice changes nothing and makes no second sheet', async () => {
  const { name, user } = await place();
  const file = csv([user('lai'), 'Minh Họa', 'Tổ trưởng', name, '01/7/2025', '', '0900000001']);
  await take(file);
  const [before] = await accountsNamed(user('lai'));
  const again = await take(file);
  expect(again).toMatchObject({ status: 'succeeded', counts: { added: 0, unchanged: 1 } });
  expect(await accountsNamed(user('lai'))).toEqual([before]);
  await expect(service.call(takeHandOver, { jobId: again.id })).rejects.toMatchObject(
    problem('no-such-file'),
  );
});

test('one bad row stops the whole file, and every bad row is named', async () => {
  const { name, user } = await place();
  const taken = await account();
  const row = (username: string, change: Partial<Record<number, string>> = {}) =>
    [username, 'Minh Họa', 'Tổ trưởng', name, '01/7/2025', '', ''].map(
      (text, index) => change[index] ?? text,
    );
  const job = await take(
    csv(
      row(user('tot')),
      row('Có Dấu'),
      row(user('vaitro'), { 2: 'Thủ kho' }),
      row(user('khuvuc'), { 3: 'Không có khu vực này' }),
      row(user('ngay'), { 5: '30/06/2025' }),
      row(user('ngay2'), { 4: '31/02/2026' }),
      row(user('dt'), { 6: '900000001' }),
      row(taken.username),
      row(user('tot')),
      row(user('tot'), { 1: 'Người khác', 2: 'Cán bộ xã' }),
    ),
  );
  expect(job.status).toBe('rejected');
  expect(codes(job).sort()).toEqual(
    [
      ['username-unusable', 'A3'],
      ['value-unknown', 'C4'],
      ['area-unknown', 'D5'],
      ['days-turned', 'F6'],
      ['no-such-day', 'E7'],
      ['value-invalid', 'G8'],
      ['account-exists-otherwise', 'A9'],
      ['grant-twice', 'A10'],
      ['account-rows-disagree', 'A11'],
    ].sort(),
  );
  expect(await accountsNamed(user('tot'))).toEqual([]);
  const file = await service.call(identityJobs.errors, { id: job.id });
  const { sheets } = await readWorkbook(await service.files.read(file), 'list');
  const text = JSON.stringify(sheets);
  expect(text).toContain('Tên đăng nhập “có dấu” không dùng được');
  expect(text).toContain('Không có khu vực nào tên “Không có khu vực này”');
});

test('an area is never taken by its name without diacritics; it is offered, and taken when chosen', async () => {
  const { id, name, user } = await place();
  const wrong = name.replace('Giàng', 'Giang');
  const file = csv([user('dau'), 'Minh Họa', 'Tổ trưởng', wrong, '01/7/2025', '', '']);
  const refused = await take(file, { dryRun: true });
  expect(refused.problems).toMatchObject([
    { code: 'area-unknown', at: 'D2', candidates: [{ id, name }] },
  ]);
  const chosen = await take(file, { choices: { D2: id } });
  expect(chosen).toMatchObject({ status: 'succeeded', counts: { added: 1 } });
});

test('a name typed otherwise but with its diacritics is the same area', async () => {
  const { name, user } = await place(district, 'Cụm Hoà Bình');
  const typed = name.replace('Hoà', 'Hòa').normalize('NFD').toUpperCase();
  const job = await take(csv([user('oa'), 'Minh Họa', 'Tổ trưởng', typed, '01/7/2025', '', '']));
  expect(job).toMatchObject({ status: 'succeeded', counts: { added: 1 } });
});

test('an administrator of an area brings in accounts of that area only', async () => {
  const [mine, far] = [await place(district), await place(other, 'Cụm xa')];
  const by = someone('provincial-administrator', [district]);
  const row = (area: string) => [
    mine.user('vung'),
    'Minh Họa',
    'Tổ trưởng',
    area,
    '01/7/2025',
    '',
    '',
  ];
  const refused = await take(csv(row(far.name)), { by });
  expect(codes(refused)).toEqual([['area-unknown', 'D2']]);
  expect(refused.problems[0]!.candidates).not.toContainEqual(
    expect.objectContaining({ id: far.id }),
  );
  expect(await take(csv(row(mine.name)), { by })).toMatchObject({ status: 'succeeded' });
  await expect(take(csv(row(mine.name)), { by: someone('auditor') })).rejects.toMatchObject(
    problem('not-allowed'),
  );
});

test('an Excel workbook with title rows and real dates is read alike', async () => {
  const { name, user } = await place();
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Danh sách');
  sheet.addRow(['DANH SÁCH CẤP TÀI KHOẢN']);
  sheet.addRow([]);
  sheet.addRow(['STT', ...head]);
  sheet.addRow([
    1,
    user('xls'),
    'Lê Thị Minh Họa',
    'Kiểm tra',
    name,
    new Date('2025-07-01'),
    null,
    '0900000001',
  ]);
  const job = await take(new Uint8Array(await book.xlsx.writeBuffer()));
  expect(job).toMatchObject({ status: 'succeeded', counts: { added: 1 } });
  const [made] = await accountsNamed(user('xls'));
  expect(made).toMatchObject({ grants: [{ role: 'auditor', from: '2025-07-01', to: null }] });
});

test('what is no list of accounts is told as such', async () => {
  const job = await take(new TextEncoder().encode('một,hai\n1,2\n'));
  expect(job).toMatchObject({ status: 'rejected', problems: [{ code: 'columns-wrong' }] });
  const tooMany = Array.from({ length: 2_100 }, (_, n) => [
    `u${n}`,
    'A',
    'Tổ trưởng',
    'X',
    '01/7/2025',
    '',
    '',
  ]);
  expect(await take(csv(...tooMany))).toMatchObject({ status: 'rejected', errors: 1 });
});

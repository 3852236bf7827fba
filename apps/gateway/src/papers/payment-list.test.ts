import type { PayrollLine } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import { runList } from './payment-list.ts';

const commune = { id: 'c', kind: 'xã', name: 'Tân Lập' };
const lineOf = (said: Partial<PayrollLine>): PayrollLine => ({
  ...{ id: '1', payrollId: 'p', personId: 'an', personName: 'Nguyễn Văn An', teamId: 't' },
  ...{ teamName: 'Tổ thôn Trung', commune, position: 'leader', code: 'monthly', label: 'Hỗ trợ' },
  ...{ item: 'monthly-support', fund: 'province', month: '2026-10', kind: 'regular', quantity: 1 },
  ...{ payee: 'person', payeeName: '', body: null, caseId: null },
  ...{ rate: 1_500_000, amount: 1_500_000, cause: null, aside: null },
  ...said,
});
const run = {
  ...{
    month: '2026-10',
    illustrative: true,
    state: 'calculated',
    unit: { id: 'u', kind: 'tỉnh', name: 'Bắc Ninh' },
  },
  items: [
    {
      item: 'monthly-support',
      fund: 'province',
      payee: 'person',
      lines: 3,
      amount: 4_500_000,
      aside: null,
    },
    {
      item: 'team-operation',
      fund: 'commune',
      payee: 'team',
      lines: 1,
      amount: 200_000,
      aside: null,
    },
  ],
} as never;

async function read(pages: PayrollLine[][]) {
  const list = await runList(run, async (cursor) => {
    const n = Number(cursor ?? 0);
    const nextCursor = n + 1 < pages.length ? String(n + 1) : null;
    return { items: pages[n]!, nextCursor, total: 0, amount: 0 };
  });
  const rows: unknown[][] = [];
  let n = 0;
  for await (const row of list.rows) {
    n += 1;
    rows.push(list.columns.map(({ cell }) => cell(row, n)));
  }
  return { list, rows, footer: list.footer!().flat() };
}

test('a person is one row across pages: amounts by item, differences apart, the sum in words', async () => {
  const late = lineOf({ id: '2', kind: 'adjustment', month: '2026-09', amount: -100_000 });
  const { rows, footer, list } = await read([
    [lineOf({})],
    [late, lineOf({ personId: 'ba', personName: 'Trần Ba' })],
  ]);
  expect(rows).toEqual([
    [
      1,
      'Nguyễn Văn An',
      'Tổ trưởng',
      'Tổ thôn Trung',
      'xã Tân Lập',
      1_500_000,
      null,
      -100_000,
      1_400_000,
      null,
    ],
    [
      2,
      'Trần Ba',
      'Tổ trưởng',
      'Tổ thôn Trung',
      'xã Tân Lập',
      1_500_000,
      null,
      null,
      1_500_000,
      null,
    ],
  ]);
  expect(footer).toContain('Bằng chữ: Hai triệu chín trăm nghìn đồng');
  expect(list.lines).toEqual(expect.arrayContaining(['Số liệu minh họa', 'BẢN NHÁP, CHƯA DUYỆT']));
});

test('what is held back is on the list and not in the sum that is signed for', async () => {
  const { rows, footer } = await read([
    [lineOf({ aside: 'held' }), lineOf({ personId: 'ba', personName: 'Trần Ba' })],
  ]);
  expect(rows[0]!.at(-1)).toBe('Tạm giữ');
  expect(footer).toContain('Tổng số tiền được chi: 1.500.000 đồng');
  expect(footer).toContain('Tạm giữ, chưa chi: 1.500.000 đồng');
});

test('money of a team has no title of a member', async () => {
  const own = lineOf({
    ...{ personId: null, personName: '', position: null, item: 'team-operation', amount: 200_000 },
  });
  const { rows } = await read([[own]]);
  expect(rows[0]).toEqual([
    ...[
      1,
      'Tổ thôn Trung',
      null,
      'Tổ thôn Trung',
      'xã Tân Lập',
      null,
      200_000,
      null,
      200_000,
      null,
    ],
  ]);
});

test('the State share of insurance and what another body pays are told below, and paid to nobody on the list', async () => {
  const { rows, footer } = await read([
    [
      lineOf({}),
      lineOf({
        item: 'social-insurance',
        fund: 'state',
        payee: 'insurer',
        aside: 'insurer',
        amount: 66_000,
      }),
      lineOf({
        item: 'out-of-area',
        fund: 'mobilising-body',
        aside: 'body',
        body: 'Công an tỉnh',
        amount: 90_000,
      }),
    ],
  ]);
  expect(rows).toHaveLength(1);
  expect(rows[0]!.at(-2)).toBe(1_500_000);
  expect(footer).toEqual(
    expect.arrayContaining([
      'Tổng số tiền được chi: 1.500.000 đồng',
      'Nộp cơ quan bảo hiểm, không chi trên danh sách: 66.000 đồng',
      'Cơ quan điều động, huy động chi, không chi trên danh sách: 90.000 đồng',
    ]),
  );
});

test('who survives somebody signs apart from what that person was still owed', async () => {
  const { rows } = await read([
    [
      lineOf({ item: 'death', payee: 'relative', payeeName: 'Trần Thị Ba (vợ)', kind: 'case' }),
      lineOf({ amount: 700_000 }),
    ],
  ]);
  expect(rows.map((row) => [row[1], row.at(-2)])).toEqual([
    ['Trần Thị Ba (vợ), thân nhân của Nguyễn Văn An', 1_500_000],
    ['Nguyễn Văn An', 700_000],
  ]);
});

import { listTeams, listUnits, type QuotaDraftRow, saveDraftLines } from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { PartsPanel } from './parts-panel.tsx';

const id = (n: number) => `0199d300-0000-7000-8000-00000000000${n}`;
const team = (n: number) => ({
  id: id(n),
  code: `T${n}`,
  name: `Tổ số ${n}`,
  foundedOn: '2024-08-01',
  dissolvedOn: null,
  decisionNumber: '',
  decisionSignedOn: null,
  villages: [],
  commune: null,
  workplace: null,
});
const row: QuotaDraftRow = {
  unitId: id(9),
  villages: 2,
  teams: 2,
  members: 6,
  leaders: 2,
  deputies: 2,
  ordinary: 2,
  note: '',
  parts: [{ villageId: null, teamId: id(1), position: null, members: 6 }],
  version: 3,
  changedBy: 'ai',
  standing: true,
  unit: { code: '01', name: 'Tân Lập', kind: 'xã' },
  parent: null,
  norm: null,
  decided: null,
  active: 2,
  serving: null,
  surplus: 0,
};
const panel = (
  <PartsPanel draftId={id(8)} on="2026-07-01" row={row} writable onClose={() => undefined} />
);
const saved: unknown[] = [];

beforeEach(() => {
  saved.length = 0;
  new FakeApi()
    .on(listUnits, () => ({ items: [], nextCursor: null, total: 0 }))
    .on(listTeams, () => ({ items: [team(1), team(2)], nextCursor: null, total: 2 }))
    .on(saveDraftLines, (command) => {
      saved.push(command.lines);
      return { lines: [{ unitId: id(9), version: 4 }] };
    });
});

const cell = (name: string) => screen.findByLabelText<HTMLInputElement>(name);

test('a commune is divided by Tổ and position; what does not add up is named until it does', async () => {
  draw([{ path: '/', element: panel }], { at: '/', me: meAs('provincial-administrator') });
  const whole = await cell('Tổ số 1: Chưa chia chức danh');
  expect(whole.value).toBe('6');
  fireEvent.change(whole, { target: { value: '' } });
  const table = '1\t1\t1\n1\t1\t0';
  fireEvent.paste(await cell('Tổ số 1: Tổ trưởng'), { clipboardData: { getData: () => table } });
  expect((await cell('Tổ số 2: Tổ phó')).value).toBe('1');
  expect(
    screen.getByText(/Chia theo thôn, Tổ, chức danh được 5 người, xã được giao 6/),
  ).toBeTruthy();
  expect(screen.getByText(/Chia được 1 Tổ viên, dòng của xã ghi 2: lệch 1/)).toBeTruthy();
  const record = screen.getByRole<HTMLButtonElement>('button', { name: 'Ghi' });
  expect(record.disabled).toBe(true);
  fireEvent.change(await cell('Tổ số 2: Tổ viên'), { target: { value: '1' } });
  expect(screen.queryByText(/lệch/)).toBeNull();
  fireEvent.click(record);
  await waitFor(() => expect(saved).toHaveLength(1));
  const part = (n: number, position: string) => ({
    villageId: null,
    teamId: id(n),
    position,
    members: 1,
  });
  expect(saved[0]).toMatchObject([
    {
      version: 3,
      parts: [1, 2].flatMap((n) => ['leader', 'deputy', 'ordinary'].map((one) => part(n, one))),
    },
  ]);
}, 20_000);

test('a paste is taken back in one step, and what cannot be read is told by its name', async () => {
  draw([{ path: '/', element: panel }], { at: '/', me: meAs('provincial-administrator') });
  const first = await cell('Tổ số 1: Chưa chia chức danh');
  const table = 'Tổ số 2\t4\nTổ số 7\t2';
  fireEvent.paste(first, { clipboardData: { getData: () => table } });
  expect((await cell('Tổ số 2: Chưa chia chức danh')).value).toBe('4');
  expect(screen.getByText(/Tổ số 7/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /Hoàn tác/ }));
  expect((await cell('Tổ số 2: Chưa chia chức danh')).value).toBe('');
  expect(first.value).toBe('6');
}, 20_000);

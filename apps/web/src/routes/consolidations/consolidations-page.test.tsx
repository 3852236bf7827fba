import {
  type CommuneConsolidation,
  type ConsolidationGroup,
  decideConsolidation,
  listCommuneConsolidations,
  listConsolidationDecisions,
  listConsolidations,
  listInstruments,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as ConsolidationsPage } from './consolidations-page.tsx';

const id = (n: number) => `0199e000-0000-7000-8000-00000000000${n}`;
const unit = { id: id(1), kind: 'xã' as const, name: 'Lục Sơn', code: '07582' };
const commune: CommuneConsolidation = {
  ...{ unit, waiting: 1, teams: 2, decided: 3, step: 'provincial-decision', basis: null },
  ...{ until: '2026-12-31', overdue: false },
};
const group: ConsolidationGroup = {
  id: id(2),
  commune: unit,
  villages: [{ id: id(2), kind: 'thôn', name: 'Đông', code: '1', households: 320 }],
  since: '2026-07-01',
  act: { id: id(3), title: 'Thôn 2026', instrumentId: id(4), number: '05/NQ-HĐND' },
  teams: [5, 6].map((n) => ({
    ...{ id: id(n), code: `TO-${n}`, name: `Tổ ${n}`, foundedOn: '2024-08-01' },
    ...{ villages: 1, households: 160, share: 3 },
  })),
  ...{ step: 'provincial-decision', basis: null, until: '2026-12-31', overdue: false },
  proposal: { teamId: id(6), name: 'Tổ bảo vệ ANTT thôn Đông' },
};
const totals = { waiting: 1, teams: 2, decided: 3, overdue: 0 };
const basis = { id: id(7), number: '02/QĐ-UBND', signedOn: '2026-09-01' };
const routes = [{ path: '/consolidations', element: <ConsolidationsPage /> }];
const user = userEvent.setup();
let api: FakeApi;

beforeEach(() => {
  const other = { ...commune, unit: { ...unit, id: id(8), name: 'Bảo Đài' }, waiting: 0 };
  api = new FakeApi()
    .on(listCommuneConsolidations, () => ({ items: [commune, other], totals }))
    .on(listConsolidations, () => ({ items: [group], nextCursor: null, total: 1 }))
    .on(listConsolidationDecisions, () => ({ items: [], nextCursor: null, total: 0 }))
    .on(listInstruments, () => ({ items: [], nextCursor: null, total: 0 }));
});

const opened = async (role: 'commune-officer' | 'auditor') => {
  draw(routes, { at: '/consolidations', me: meAs(role) });
  await user.click(await screen.findByRole('button', { name: /Xã Lục Sơn/ }));
  await screen.findByText('Thôn Đông');
};

test('communes stand with what waits, who decides next and until when', async () => {
  draw(routes, { at: '/consolidations', me: meAs('auditor') });
  const line = await screen.findByRole('button', { name: /Xã Lục Sơn/ });
  expect(line.textContent).toContain('1 nhóm thôn chờ, 2 Tổ');
  expect(line.textContent).toContain('Chờ quyết định mới của tỉnh');
  expect(line.textContent).toContain('Hạn đến 31/12/2026');
  expect(screen.getByRole('button', { name: /Xã Bảo Đài/ }).textContent).toContain(
    'Đã kiện toàn xong',
  );
});

test('who may only read sees what is proposed and changes nothing', async () => {
  await opened('auditor');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /Tổ 6/ }).checked).toBe(true);
  expect(screen.queryByText('Kiểm tra trước')).toBeNull();
});

test('an officer keeps another team, says how members chose, checks and records', async () => {
  const sent: unknown[] = [];
  api.on(decideConsolidation, (command) => {
    sent.push(command);
    return {
      ...{ id: command.id, commune: { id: id(1), kind: 'xã', name: 'Lục Sơn' }, on: command.on },
      ...{ number: '9/QĐ', signedOn: '2026-11-01', basis: { id: id(7), number: '02/QĐ-UBND' } },
      ...{ status: 'applied', groups: [], warnings: [] },
    } as never;
  });
  const ready = { ...commune, step: 'chair-decision' as const, basis: { ...basis } };
  api.on(listCommuneConsolidations, () => ({ items: [ready], totals }));
  draw(routes, { at: '/consolidations', me: meAs('commune-officer') });
  // The only commune is open at once.
  await screen.findByText('Thôn Đông');
  fireEvent.click(screen.getByLabelText(/^Tổ 5/));
  const [continuing] = screen.getAllByLabelText('Tiếp tục (người)');
  fireEvent.change(continuing!, { target: { value: '2' } });
  fireEvent.blur(continuing!);
  fireEvent.change(screen.getByLabelText('Số quyết định'), { target: { value: '9/QĐ' } });
  const signed = screen.getByLabelText('Ngày ký');
  fireEvent.mouseDown(signed);
  fireEvent.change(signed, { target: { value: '01/11/2026' } });
  fireEvent.keyDown(signed, { key: 'Enter', keyCode: 13 });
  fireEvent.click(screen.getByText('Kiểm tra trước'));
  fireEvent.click(await screen.findByText('Ghi quyết định', {}, { timeout: 8_000 }));
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent).toMatchObject([{ dryRun: true }, { dryRun: false }]);
  expect(sent[1]).toMatchObject({
    decision: { number: '9/QĐ', signedOn: '2026-11-01', basedOn: id(7) },
    groups: [
      {
        into: { id: id(5), name: 'Tổ bảo vệ ANTT thôn Đông' },
        choices: [{ teamId: id(5), continuing: 2, leaving: 0 }],
      },
    ],
  });
}, 30_000);

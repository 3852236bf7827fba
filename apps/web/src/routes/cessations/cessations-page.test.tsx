import { type Cessation, decideCessation, getCessation, listCessations } from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { fireEvent, screen, within } from '@testing-library/react';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as CessationsPage } from './cessations-page.tsx';

const id = (n: number) => `0199e200-0000-7000-8000-00000000000${n}`;
const cessation: Cessation = {
  id: id(1),
  postingId: id(2),
  personId: id(3),
  personName: 'Nguyễn Văn An',
  position: 'ordinary',
  state: 'proposed',
  letterOn: '2026-07-01',
  proposedOn: '2026-07-06',
  proposalDueOn: '2026-07-08',
  decisionDueOn: '2026-07-13',
  validFrom: null,
  team: { id: id(4), name: 'Tổ số 1' },
  commune: { id: id(5), name: 'Tân Lập', kind: 'xã' },
  ground: 'resignation',
  conduct: null,
  proposalLate: false,
  decisionLate: true,
  decision: null,
  withheld: false,
  villageHead: 'Trần Văn Bình',
  frontHead: 'Lê Thị Cúc',
  basis: null,
  note: null,
  revealable: false,
  accepted: [],
  reason: '',
  findings: [],
};
const routes = [{ path: '/cessations', element: <CessationsPage /> }];
let api: FakeApi;

beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, value: 1200 });
  api = new FakeApi()
    .on(listCessations, () => ({ items: [cessation], nextCursor: null, total: 1 }))
    .on(getCessation, () => cessation);
});

test('a proposal whose term is over is marked, with its ground and its days', async () => {
  draw(routes, { at: '/cessations?on=2026-08-01', me: meAs('commune-officer') });
  const row = await screen.findByRole('row', { name: /Nguyễn Văn An/ });
  const cells = within(row)
    .getAllByRole('gridcell')
    .map((cell) => cell.textContent);
  expect(cells.slice(1, 4)).toEqual(['Có đơn xin thôi', '06/07/2026', '13/07/2026']);
  expect(row.textContent).toContain('Quá hạn quyết định');
});

test('whoever does not see the profile is not told the ground', async () => {
  const kept = { ...cessation, ground: null, letterOn: null, withheld: true };
  api.on(listCessations, () => ({ items: [kept], nextCursor: null, total: 1 }));
  draw(routes, { at: '/cessations?on=2026-08-01', me: meAs('team-leader') });
  const row = await screen.findByRole('row', { name: /Nguyễn Văn An/ });
  expect(row.textContent).toContain('Không hiển thị với bạn');
  expect(screen.queryByRole('button', { name: /Đề xuất cho thôi/ })).toBeNull();
});

test('a decision that breaks a rule asks for a reason, and is sent again with it', async () => {
  const sent: unknown[] = [];
  api.on(decideCessation, (command) => {
    sent.push(command);
    if ((command as { accept?: string[] }).accept?.length) {
      return { ...cessation, state: 'decided' as const, validFrom: '2026-08-01', findings: [] };
    }
    const finding = { rule: 'issues-open', severity: 'soft', article: '', count: 2, limit: 0 };
    return refuse('cessation-rule-not-accepted', 422, { findings: [finding] });
  });
  const at = `/cessations?on=2026-08-01&open=${id(1)}`;
  draw(routes, { at, me: meAs('commune-officer') });
  const type = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  const press = () => fireEvent.click(screen.getAllByText('Ghi').at(-1)!);
  fireEvent.click(await screen.findByText('Ghi quyết định'));
  await screen.findByLabelText('Số quyết định');
  type('Số quyết định', '15/QĐ-UBND');
  press();
  fireEvent.click(await screen.findByText(/Còn 2 biển hiệu/));
  type('Lý do và căn cứ', 'Đã báo mất, đang làm thủ tục');
  press();
  await screen.findByText('Đã cho thôi từ ngày 01/08/2026.');
  expect(sent.at(-1)).toMatchObject({
    accept: ['issues-open'],
    reason: 'Đã báo mất, đang làm thủ tục',
    decision: { number: '15/QĐ-UBND', signedOn: '2026-08-01' },
  });
});

test('an empty list says what to do', async () => {
  api.on(listCessations, () => ({ items: [], nextCursor: null, total: 0 }));
  draw(routes, { at: '/cessations?on=2026-08-01', me: meAs('commune-officer') });
  expect(await screen.findByText('Chưa có đề xuất hoặc quyết định cho thôi nào.')).toBeTruthy();
});

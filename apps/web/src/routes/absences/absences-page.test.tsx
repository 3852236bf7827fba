import {
  type AbsenceRow,
  endAbsence,
  listAbsences,
  listPeople,
  recordAbsence,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as AbsencesPage } from './absences-page.tsx';
import { PersonAbsences } from './person-absences.tsx';

configure({ defaultHidden: true });

const id = (n: number) => `0199e200-0000-7000-8000-00000000000${n}`;
const on = '2026-08-01';
const leave: AbsenceRow = {
  id: id(1),
  personId: id(2),
  kind: 'leave',
  validFrom: '2026-07-20',
  validTo: null,
  personName: 'Nguyễn Văn An',
  team: { id: id(3), name: 'Tổ thôn Trung' },
  commune: { id: id(4), kind: 'xã', name: 'Tân Lập' },
  decision: null,
  reason: 'Đi chữa bệnh',
};
const suspension: AbsenceRow = {
  ...leave,
  id: id(5),
  kind: 'suspension',
  personName: 'Lê Thị Bé',
  validTo: '2026-09-01',
  decision: { id: id(6), number: '31/QĐ-UBND', signedOn: '2026-07-18', issuer: 'Chủ tịch' },
  reason: '',
};
const routes = [
  { path: '/absences', element: <AbsencesPage /> },
  { path: '/of-person', element: <PersonAbsences personId={leave.personId} on={on} /> },
];
const listed = (...items: AbsenceRow[]) => ({ items, nextCursor: null, total: items.length });
const press = (button: HTMLElement) => fireEvent.click(button);
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
let api: FakeApi;

beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, value: 1200 });
  api = new FakeApi()
    .on(listAbsences, () => listed(leave, suspension))
    .on(listPeople, () => ({ ...listed(), totalIsLeast: false }));
});

test('who is absent is told with the days and what they rest on, and leads to person and team', async () => {
  draw(routes, { at: `/absences?on=${on}`, me: meAs('area-officer') });
  const row = await screen.findByRole('row', { name: /Lê Thị Bé/ });
  const cells = within(row)
    .getAllByRole('gridcell')
    .map((cell) => cell.textContent);
  expect(cells).toEqual([
    ...['2', 'Lê Thị Bé', 'Tạm đình chỉ', 'Tổ thôn Trung', 'Xã Tân Lập'],
    ...['20/07/2026', '01/09/2026', '31/QĐ-UBND'],
  ]);
  const links = within(row)
    .getAllByRole('link')
    .map((link) => link.getAttribute('href'));
  expect(links).toEqual([`/people/${id(2)}?on=${on}`, `/teams/${id(3)}?on=${on}`]);
  expect(api.lastOf(listAbsences)).toMatchObject({ on, state: 'running' });
  expect(screen.queryByRole('button', { name: 'Ghi tạm đình chỉ, nghỉ' })).toBeNull();
});

test('who serves again stands on a list of its own', async () => {
  const { search } = draw(routes, { at: `/absences?on=${on}`, me: meAs('commune-officer') });
  api.on(listAbsences, ({ state }) => (state === 'ended' ? listed() : listed(leave)));
  press(await screen.findByText('Đã kết thúc'));
  expect(await screen.findByText('Chưa có lần tạm đình chỉ, nghỉ nào đã kết thúc.')).toBeTruthy();
  expect(search().get('state')).toBe('ended');
});

test('where nobody is absent, the page offers to record it', async () => {
  api.on(listAbsences, () => listed());
  draw(routes, { at: '/absences', me: meAs('commune-officer') });
  expect(await screen.findByText('Không có ai đang tạm đình chỉ, nghỉ.')).toBeTruthy();
  expect(screen.getAllByRole('button', { name: 'Ghi tạm đình chỉ, nghỉ' })).toHaveLength(2);
});

test('a leave of somebody who is absent already is refused at its day', async () => {
  api.on(recordAbsence, () => refuse('person-is-absent-once-a-day', 409));
  draw(routes, { at: '/of-person', me: meAs('commune-officer') });
  press(await screen.findByRole('button', { name: 'Ghi tạm đình chỉ, nghỉ' }));
  press(await screen.findByRole('button', { name: 'Ghi' }));
  expect(await screen.findByText('Không được để trống')).toBeTruthy();
  type('Lý do', 'Về quê');
  press(screen.getByRole('button', { name: 'Ghi' }));
  const told = await screen.findByText(/đã có một lần tạm dừng hoặc nghỉ khác/);
  expect(told.closest('.ant-form-item')?.textContent).toContain('Từ ngày');
  expect(api.lastOf(recordAbsence)).toMatchObject({
    ...{ personId: leave.personId, kind: 'leave', validFrom: on, validTo: null },
    ...{ decision: null, reason: 'Về quê' },
  });
}, 60_000);

test('a suspension asks for its decision', async () => {
  const { id: _, ...told } = suspension;
  api.on(recordAbsence, (command) => ({ ...told, id: command.id }));
  draw(routes, { at: '/of-person', me: meAs('commune-officer') });
  press(await screen.findByRole('button', { name: 'Ghi tạm đình chỉ, nghỉ' }));
  press(await screen.findByRole('radio', { name: 'Tạm đình chỉ' }));
  await screen.findByLabelText('Số quyết định');
  type('Số quyết định', '31/QĐ-UBND');
  press(screen.getByRole('button', { name: 'Ghi' }));
  await screen.findByText('Đã ghi tạm đình chỉ từ ngày 20/07/2026.');
  expect(api.lastOf(recordAbsence)).toMatchObject({
    ...{ kind: 'suspension', decision: { number: '31/QĐ-UBND', signedOn: on }, reason: '' },
  });
}, 60_000);

test('the return is recorded from the list, and refused in words at its day', async () => {
  let refused = true;
  api.on(endAbsence, ({ validTo }) =>
    refused
      ? refuse('absence-ends-after-it-began', 409)
      : { ...leave, id: id(1), validTo: String(validTo) },
  );
  draw(routes, { at: `/absences?on=${on}&open=${id(1)}`, me: meAs('commune-officer') });
  press(await screen.findByRole('button', { name: 'Ghi ngày trở lại' }));
  press(await screen.findByRole('button', { name: 'Ghi' }));
  const told = await screen.findByText(
    'Ngày tham gia trở lại phải sau ngày bắt đầu tạm dừng, nghỉ.',
  );
  expect(told.closest('.ant-form-item')).toBeTruthy();
  refused = false;
  press(screen.getByRole('button', { name: 'Ghi' }));
  await waitFor(() => expect(api.lastOf(endAbsence)).toEqual({ id: id(1), validTo: on }));
  expect(
    await screen.findByText('Nguyễn Văn An tham gia trở lại từ ngày 01/08/2026.'),
  ).toBeTruthy();
}, 60_000);

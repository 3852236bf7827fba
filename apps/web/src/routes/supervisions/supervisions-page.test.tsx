import {
  assignSupervision,
  endSupervision,
  listPeople,
  listSupervisions,
  replaceSupervision,
  reportSupervision,
  revealSupervised,
  type Supervision,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { row as person } from '../people/test-people.ts';
import { PersonSupervisions } from './person-supervisions.tsx';
import { Component as SupervisionsPage } from './supervisions-page.tsx';

configure({ asyncUtilTimeout: 15_000, defaultHidden: true });

const id = (n: number) => `0199e200-0000-7000-8000-00000000000${n}`;
const on = '2026-11-20';
const supervision: Supervision = {
  id: id(1),
  personId: id(2),
  personName: 'Nguyễn Văn An',
  communeId: id(3),
  commune: { id: id(3), kind: 'xã', name: 'Tân Lập' },
  receivedOn: '2026-07-03',
  proposedOn: '2026-07-09',
  proposalDue: '2026-07-08',
  decisionDue: '2026-07-14',
  validFrom: '2026-07-10',
  validTo: null,
  decision: { id: id(4), number: '31/QĐ-UBND', signedOn: '2026-07-10', issuer: 'Chủ tịch' },
  followsId: null,
  reported: [],
  owed: ['2026-Q3'],
  needsReplacement: false,
};
const routes = [
  { path: '/supervisions', element: <SupervisionsPage /> },
  { path: '/of-person', element: <PersonSupervisions personId={id(2)} on={on} /> },
];
const listed = <T,>(...items: T[]) => ({ items, nextCursor: null, total: items.length });
const press = (button: HTMLElement) => fireEvent.click(button);
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const fieldOf = (told: HTMLElement) => told.closest('.ant-form-item')!.textContent;
const at = `/supervisions?on=${on}&open=${id(1)}`;
const openForm = async (name: string) => {
  draw(routes, { at, me: meAs('commune-officer') });
  press(await screen.findByRole('button', { name }));
  return screen.findByRole('button', { name: 'Ghi' });
};
/** Chooses the one member that is found. */
async function choose(label: string) {
  fireEvent.mouseDown(screen.getByLabelText(label));
  press((await screen.findAllByText(person.name)).at(-1)!);
}
let api: FakeApi;

beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, value: 1200 });
  api = new FakeApi()
    .on(listSupervisions, () => listed(supervision))
    .on(listPeople, () => ({ ...listed(person), totalIsLeast: false }));
});

test('the list tells which reports are owed, and where another member is needed', async () => {
  const lost = { ...supervision, id: id(5), personName: 'Lê Thị Bé', needsReplacement: true };
  api.on(listSupervisions, () => listed(supervision, { ...lost, owed: [] }));
  draw(routes, { at: `/supervisions?on=${on}`, me: meAs('auditor') });
  const cellsOf = async (name: RegExp) =>
    within(await screen.findByRole('row', { name }))
      .getAllByRole('gridcell')
      .map((cell) => cell.textContent);
  expect(await cellsOf(/Nguyễn Văn An/)).toEqual([
    ...['Nguyễn Văn An', 'Xã Tân Lập', '31/QĐ-UBND', '10/07/2026', '', 'Quý III/2026'],
    'Đang thực hiện Thiếu 1 báo cáo quý',
  ]);
  expect((await cellsOf(/Lê Thị Bé/)).at(-1)?.trim()).toBe('Phải phân công người khác');
  expect(screen.queryByRole('button', { name: 'Phân công' })).toBeNull();
});

test('late acts are marked, and who may not be told the name is offered nothing', async () => {
  draw(routes, { at, me: meAs('auditor') });
  expect(await screen.findByText('Muộn 1 ngày')).toBeTruthy();
  expect(screen.getByText('Không hiển thị với bạn')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Ghi báo cáo quý' })).toBeNull();
});

test('whom it is about is told to who gives a reason, and stands nowhere else', async () => {
  api.on(revealSupervised, () => ({ name: 'Hoàng Văn Thử' }));
  const { router } = draw(routes, { at, me: meAs('commune-officer') });
  press(await screen.findByRole('button', { name: 'Xem tên' }));
  press(await screen.findByRole('button', { name: 'Xem' }));
  expect(await screen.findByText('Ghi lý do')).toBeTruthy();
  expect(api.lastOf(revealSupervised)).toBeUndefined();
  type('Lý do', 'Lập báo cáo quý III');
  press(screen.getByRole('button', { name: 'Xem' }));
  expect(await screen.findByText('Hoàng Văn Thử')).toBeTruthy();
  expect(api.lastOf(revealSupervised)).toEqual({ id: id(1), reason: 'Lập báo cáo quý III' });
  expect(router.state.location.search).not.toContain('Thử');
  press(screen.getByRole('button', { name: 'Ẩn ngay' }));
  await waitFor(() => expect(screen.queryByText('Hoàng Văn Thử')).toBeNull());
}, 60_000);

test('the report that is owed is recorded first, and a wrong quarter is told at its field', async () => {
  let refused = true;
  api.on(reportSupervision, () => {
    if (refused) return refuse('supervision-not-of-quarter', 422, { quarter: '2026-Q3' });
    return { ...supervision, owed: [], reported: ['2026-Q3'] };
  });
  const send = await openForm('Ghi báo cáo quý');
  press(send);
  const told = await screen.findByText('Quý này nằm ngoài thời gian được phân công giám sát.');
  expect(fieldOf(told)).toContain('Quý báo cáo');
  refused = false;
  press(send);
  expect(await screen.findByText('Đã ghi báo cáo Quý III/2026.')).toBeTruthy();
  expect(api.lastOf(reportSupervision)).toEqual({ id: id(1), quarter: '2026-Q3', reportedOn: on });
}, 60_000);

test('another member goes on by a new decision', async () => {
  api.on(replaceSupervision, (command) => ({
    ...supervision,
    ...{ id: String(command.id), followsId: id(1), validFrom: on },
  }));
  const { search } = draw(routes, { at, me: meAs('commune-officer') });
  press(await screen.findByRole('button', { name: 'Phân công người khác' }));
  const send = await screen.findByRole('button', { name: 'Ghi' });
  await choose('Thành viên thay thế');
  type('Số quyết định', '60/QĐ-UBND');
  press(send);
  await screen.findByText('Đã ghi người thay.');
  const sent = api.lastOf(replaceSupervision);
  expect(sent).toMatchObject({
    ...{ followsId: id(1), personId: person.id, validFrom: on },
    decision: { number: '60/QĐ-UBND', signedOn: on },
  });
  await waitFor(() => expect(search().get('open')).toBe(sent!.id));
}, 60_000);

test('an end before the beginning is told at its day', async () => {
  api.on(endSupervision, () => refuse('supervision-ends-after-it-began', 422));
  press(await openForm('Kết thúc'));
  const told = await screen.findByText('Ngày kết thúc phải sau ngày bắt đầu.');
  expect(fieldOf(told)).toContain('Kết thúc từ');
  expect(api.lastOf(endSupervision)).toEqual({ id: id(1), validTo: on });
}, 60_000);

test('on the page of a member stand the decisions, with the reports owed', async () => {
  draw(routes, { at: '/of-person', me: meAs('commune-officer') });
  const told = await screen.findByText('Quyết định 31/QĐ-UBND, từ 10/07/2026');
  expect(told.closest('li')!.textContent).toContain('Thiếu 1 báo cáo quý');
  expect(api.lastOf(listSupervisions)).toMatchObject({ personId: id(2), on });
  press(screen.getByRole('button', { name: 'Xem phân công' }));
  expect(await screen.findByRole('button', { name: 'Ghi báo cáo quý' })).toBeTruthy();
});

test('a member is assigned with the sealed name of whom it is about', async () => {
  api.on(listSupervisions, () => listed());
  api.on(assignSupervision, () => refuse('supervision-is-proposed-after-reception', 422));
  draw(routes, { at: `/supervisions?on=${on}`, me: meAs('commune-officer') });
  expect(await screen.findByText('Chưa phân công ai.')).toBeTruthy();
  press(screen.getAllByRole('button', { name: 'Phân công' })[0]!);
  type('Người được giám sát', 'Hoàng Văn Thử');
  for (const label of ['Ngày tiếp nhận', 'Ngày đề xuất']) {
    const day = screen.getByLabelText(label);
    fireEvent.mouseDown(day);
    fireEvent.change(day, { target: { value: '16/11/2026' } });
    fireEvent.keyDown(day, { key: 'Enter', keyCode: 13 });
    fireEvent.blur(day);
  }
  await choose('Thành viên được phân công');
  type('Số quyết định', '60/QĐ-UBND');
  press(screen.getByRole('button', { name: 'Ghi' }));
  const told = await screen.findByText('Ngày đề nghị không được trước ngày tiếp nhận.');
  expect(fieldOf(told)).toContain('Ngày đề xuất');
  expect(api.lastOf(assignSupervision)).toMatchObject({
    ...{ supervisedName: 'Hoàng Văn Thử', personId: person.id, validFrom: on },
    ...{ receivedOn: '2026-11-16', proposedOn: '2026-11-16' },
    decision: { number: '60/QĐ-UBND', signedOn: on },
  });
}, 90_000);

import {
  type EquipmentRow,
  issueEquipment,
  listEquipment,
  listEquipmentNorms,
  withdrawEquipment,
  type WorkplaceProfile,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { WorkplaceEquipment } from './workplace-equipment.tsx';

const id = (n: number) => `0199e300-0000-7000-8000-00000000000${n}`;
const on = '2026-08-01';
const place: WorkplaceProfile = {
  id: id(1),
  code: 'N1',
  name: 'Trụ sở Tổ số 1',
  kind: 'office',
  address: 'Thôn Chằm',
  villageId: id(3),
  lon: 106.2,
  lat: 21.3,
  validFrom: '2024-09-01',
  validTo: null,
  tenure: null,
  tenureUntil: null,
  condition: null,
  areaM2: null,
  on,
  since: '2024-09-01',
  teams: [
    { id: id(4), name: 'Tổ số 1', since: '2024-09-01' },
    { id: id(5), name: 'Tổ số 2', since: '2025-09-01' },
  ],
  commune: { id: id(2), kind: 'xã', name: 'Tân Lập' },
  village: { id: id(3), kind: 'thôn', name: 'Chằm' },
  isOutside: false,
  photos: [],
};
const desks: EquipmentRow = {
  id: id(6),
  item: 'desk',
  name: 'Bàn làm việc',
  unit: 'chiếc',
  teamId: id(4),
  workplaceId: id(1),
  team: { id: id(4), name: 'Tổ số 1' },
  workplace: { id: id(1), name: 'Trụ sở Tổ số 1' },
  quantity: 3,
  left: 2,
  receivedOn: '2025-03-01',
  serviceEndsOn: '2026-03-01',
  isDue: true,
  condition: 'worn',
  note: '',
};
const norm = {
  ...{ item: 'desk', name: 'Bàn làm việc', unit: 'chiếc', sizeFrom: 3, sizeTo: 5 },
  ...{ perMember: false, least: 3, most: 3, serviceYears: 10, source: 'Nghị định 40/2024/NĐ-CP' },
  ...{ validFrom: '2024-07-01', validTo: null },
};
const listed = (...items: EquipmentRow[]) => ({ items, nextCursor: null, total: items.length });
const equipment = (mayWrite: boolean) => [
  { path: '/', element: <WorkplaceEquipment {...{ place, on, mayWrite }} /> },
];
/** Drawers are fetched when they are wanted. */
const slowly = { timeout: 15_000 };
let api: FakeApi;

// Clicked and not walked to: whether a place can be clicked is asked of every style of the page.
const press = (text: string) => fireEvent.click(screen.getByText(text));
const choose = async (label: string, option: string) => {
  fireEvent.mouseDown(await screen.findByLabelText(label, {}, slowly));
  fireEvent.click(await screen.findByTitle(option, {}, slowly));
};
const send = () => fireEvent.click(document.querySelector('.ant-drawer .ant-btn-primary')!);

beforeEach(() => {
  api = new FakeApi()
    .on(listEquipment, () => listed(desks))
    .on(listEquipmentNorms, () => ({ items: [norm], nextCursor: null, total: 1 }));
});

test('what stands in a workplace is told with the Tổ whose it is, and whether its service life is over', async () => {
  draw(equipment(false), { me: meAs('auditor') });
  const line = (await screen.findByText('2 chiếc', {}, slowly)).closest('tr')!;
  expect(within(line).getByText('Tổ số 1').closest('a')?.getAttribute('href')).toContain(id(4));
  expect(line.textContent).toContain('28/02/2026');
  expect(within(line).getByText('Đã hết')).toBeTruthy();
  expect(screen.queryByText('Cấp trang bị')).toBeNull();
  expect(api.lastOf(listEquipment)).toMatchObject({ workplaceId: id(1), on });
});

test('where several Tổ work, equipment is issued to the one that is chosen, and a refusal stands at its field', async () => {
  api.on(issueEquipment, () =>
    refuse('team-not-active', 422, { name: 'Tổ số 2', on: '2026-08-01' }),
  );
  draw(equipment(true), { me: meAs('commune-officer') });
  await screen.findByText('2 chiếc', {}, slowly);
  press('Cấp trang bị');
  await choose('Loại trang bị', 'Bàn làm việc');
  await choose('Tổ', 'Tổ số 2');
  send();
  const told = await screen.findByText(/Tổ số 2 không hoạt động vào ngày 01\/08\/2026/, {}, slowly);
  expect(told.closest('.ant-form-item')!.querySelector('#receivedOn')).toBeTruthy();
  expect(api.lastOf(issueEquipment)).toMatchObject({
    ...{ item: 'desk', teamId: id(5), workplaceId: id(1), quantity: 1 },
  });
}, 60_000);

test('more than there is cannot be taken back, and is not made less without a word', async () => {
  const sent: unknown[] = [];
  api.on(withdrawEquipment, (command) => {
    sent.push(command);
    return refuse('equipment-not-there-yet', 422, { on, day: '2026-09-01' });
  });
  draw(equipment(true), { me: meAs('commune-officer') });
  await screen.findByText('2 chiếc', {}, slowly);
  fireEvent.click(screen.getAllByText('Kiểm kê, thu hồi').at(-1)!);
  await choose('Việc', 'Thu hồi');
  const quantity = await screen.findByLabelText('Số lượng', {}, slowly);
  fireEvent.change(quantity, { target: { value: '5' } });
  fireEvent.blur(quantity);
  send();
  expect(await screen.findByText(/Hiện chỉ còn 2/, {}, slowly)).toBeTruthy();
  expect(sent).toEqual([]);
  fireEvent.change(quantity, { target: { value: '2' } });
  send();
  const told = await screen.findByText(/mới nhận, chưa có vào ngày/, {}, slowly);
  expect(told.closest('.ant-form-item')!.querySelector('#on')).toBeTruthy();
  await waitFor(() => expect(sent).toMatchObject([{ kind: 'return', quantity: 2 }]), slowly);
}, 60_000);

import {
  getWorkplace,
  getWorkplaceHistory,
  issueEquipment,
  listEquipment,
  listEquipmentNorms,
  listWorkplaces,
  type WorkplaceProfile,
} from '@antt/contracts';
import { beforeEach, expect, jest, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';

// There is nothing to draw a map on here.
jest.unstable_mockModule('../../map/place-map.tsx', () => ({ default: () => null }));
const { Component: WorkplacesPage } = await import('./workplaces-page.tsx');
const { Component: WorkplacePage } = await import('./workplace-page.tsx');

const id = (n: number) => `0199e100-0000-7000-8000-00000000000${n}`;
const facts = {
  id: id(1),
  code: 'N1',
  name: 'Trụ sở Tổ số 1',
  kind: 'office' as const,
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
  teams: [{ id: id(4), name: 'Tổ số 1' }],
};
const place: WorkplaceProfile = {
  ...facts,
  on: '2026-08-01',
  since: '2024-09-01',
  teams: [{ id: id(4), name: 'Tổ số 1', since: '2024-09-01' }],
  commune: { id: id(2), kind: 'xã', name: 'Tân Lập' },
  village: { id: id(3), kind: 'thôn', name: 'Chằm' },
  isOutside: false,
  photos: [],
};
const none = { items: [], nextCursor: null, total: 0 };
const desk = {
  item: 'desk',
  name: 'Bàn làm việc',
  unit: 'chiếc',
  sizeFrom: 3,
  sizeTo: 5,
  perMember: false,
  least: 3,
  most: 3,
  serviceYears: 10,
  source: 'Nghị định 40/2024/NĐ-CP',
  validFrom: '2024-07-01',
  validTo: null,
};
const routes = [
  { path: '/workplaces', element: <WorkplacesPage /> },
  { path: '/workplaces/:workplaceId', element: <WorkplacePage /> },
];
/** Drawers and the map's stand-in are fetched when they are wanted. */
const slowly = { timeout: 15_000 };
let api: FakeApi;

beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, value: 1200 });
  api = new FakeApi()
    .on(listWorkplaces, () => ({ items: [facts], nextCursor: null, total: 1 }))
    .on(getWorkplace, () => place)
    .on(getWorkplaceHistory, () => none)
    .on(listEquipment, () => none)
    .on(listEquipmentNorms, () => ({ items: [desk], nextCursor: null, total: 1 }));
});

test('a workplace that no Tổ uses says so', async () => {
  api.on(listWorkplaces, () => ({ items: [{ ...facts, teams: [] }], nextCursor: null, total: 1 }));
  draw(routes, { at: '/workplaces?on=2026-08-01', me: meAs('auditor') });
  const row = await screen.findByRole('row', { name: /Trụ sở Tổ số 1/ });
  expect(row.textContent).toContain('Chưa có Tổ');
});

test('workplaces are listed with the Tổ that work there', async () => {
  draw(routes, { at: '/workplaces?on=2026-08-01', me: meAs('auditor') });
  const row = await screen.findByRole('row', { name: /Trụ sở Tổ số 1/ });
  expect(within(row).getByText('Tổ số 1')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Thêm nơi làm việc' })).toBeNull();
});

test('a search that finds nothing says so, and not that there are no workplaces', async () => {
  api.on(listWorkplaces, ({ q }) => (q ? none : { items: [facts], nextCursor: null, total: 1 }));
  draw(routes, { at: '/workplaces?on=2026-08-01&q=xyz', me: meAs('commune-officer') });
  expect(await screen.findByText(/Không có nơi làm việc nào khớp/)).toBeTruthy();
});

test('an area without workplaces says so for its day', async () => {
  api.on(listWorkplaces, () => none);
  draw(routes, { at: '/workplaces?on=2026-08-01', me: meAs('commune-officer') });
  expect(await screen.findByText(/Chưa có nơi làm việc nào/)).toBeTruthy();
});

test('a list that does not come is told with a way to ask again', async () => {
  api.on(listWorkplaces, () => refuse('outside-area', 403));
  draw(routes, { at: '/workplaces?on=2026-08-01', me: meAs('commune-officer') });
  expect(await screen.findByRole('alert')).toBeTruthy();
});

// Clicked and not walked to: whether a place can be clicked is asked of every style of the page, which takes minutes.
test('equipment is recorded where it stands, for the Tổ that works there', async () => {
  const issued: unknown[] = [];
  api.on(issueEquipment, (command) => {
    issued.push(command);
    return { ...command, serviceEndsOn: null, condition: 'good', note: '' } as never;
  });
  draw(routes, { at: `/workplaces/${id(1)}?on=2026-08-01`, me: meAs('commune-officer') });
  fireEvent.click(await screen.findByText('Cấp trang bị', {}, slowly));
  const item = await screen.findByLabelText('Loại trang bị', {}, slowly);
  const drawer = item.closest<HTMLElement>('.ant-drawer')!;
  expect(within(drawer).getByText('Trụ sở Tổ số 1')).toBeTruthy();
  fireEvent.mouseDown(item);
  fireEvent.click(await screen.findByTitle('Bàn làm việc', {}, slowly));
  fireEvent.click(drawer.querySelector('.ant-btn-primary')!);
  await waitFor(
    () =>
      expect(issued).toMatchObject([
        { item: 'desk', teamId: id(4), workplaceId: id(1), quantity: 1 },
      ]),
    slowly,
  );
}, 60_000);

test('a workplace where no Tổ works says why nothing can be recorded there', async () => {
  api.on(getWorkplace, () => ({ ...place, teams: [] }));
  draw(routes, { at: `/workplaces/${id(1)}?on=2026-08-01`, me: meAs('commune-officer') });
  expect(await screen.findByText(/chưa có Tổ nào làm việc ở nơi này/, {}, slowly)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Cấp trang bị' })).toBeNull();
});

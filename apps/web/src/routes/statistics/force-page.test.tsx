import { type ForceFigures, getExtent, getForceStatistics } from '@antt/contracts';
import { beforeEach, expect, jest, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { PointerEventsCheckLevel, userEvent } from '@testing-library/user-event';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { figures } from './force-columns.tsx';

type Drawn = {
  on: string;
  level: string;
  fills: { id: string; colour: string | null }[];
  lineOf: (id: string) => string | null;
  onChoose: (id: string | undefined) => void;
};

// WebGL is not for jsdom: what the map was given to draw stands here as buttons.
jest.unstable_mockModule('../../map/map-view.tsx', () => ({
  default: ({ on, level, fills, lineOf, onChoose }: Drawn) => (
    <div role="img" aria-label={`${level} ${on}`}>
      {fills.map(({ id, colour }) => (
        <button key={id} data-colour={colour} onClick={() => onChoose(id)}>
          {lineOf(id)}
        </button>
      ))}
    </div>
  ),
}));
const { Component: ForcePage } = await import('./force-page.tsx');

const zero = Object.fromEntries(figures.map((figure) => [figure, 0])) as ForceFigures;
const total: ForceFigures = {
  ...zero,
  ...{ teams: 40, quota: 130, total: 128, active: 120, left: 8, leaders: 40, deputies: 40 },
  ...{ ordinary: 40, male: 102, female: 18, under70: 117, from70: 3, lowerSecondary: 120 },
  ...{ joined: 2, ended: 1, commended: 3, trained: 96 },
};
const unit = {
  id: '0199e200-0000-7000-8000-000000000002',
  code: '07210',
  kind: 'xã',
  name: 'Tân Lập',
};
const small = { ...unit, id: '0199e200-0000-7000-8000-000000000003', name: 'Sa Lý' };
const rows = [
  { ...total, unit },
  { ...total, ...{ quota: null, active: 3, trained: 0 }, unit: small },
];
const routes = [
  { path: '/force-statistics', element: <ForcePage /> },
  { path: '/people', element: <p>danh sách</p> },
];
// Styles of the whole page are not looked up for each touch.
const user = userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never });
let api: FakeApi;

beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, value: 1200 });
  api = new FakeApi()
    .on(getForceStatistics, () => ({ from: '2026-05-15', to: '2026-06-14', items: rows, total }))
    .on(getExtent, () => ({ bounds: [106, 21, 107, 22], sources: [], levels: ['commune'] }));
});

test('a commune has its figures in a row, with who was trained', async () => {
  draw(routes, { at: '/force-statistics', me: meAs('auditor') });
  const row = await screen.findByRole('row', { name: /Xã Tân Lập/ });
  const cells = within(row)
    .getAllByRole('gridcell')
    .map((cell) => cell.textContent);
  expect(cells.slice(0, 6)).toEqual(['Xã Tân Lập', '40', '130', '128', '120', '8']);
  expect(cells.at(-1)).toBe('96');
  expect(api.lastOf(getForceStatistics)).toEqual({});
});

test('as a chart the whole stands in shares, and each commune leads to its people', async () => {
  const { search } = draw(routes, { at: '/force-statistics', me: meAs('auditor') });
  await user.click(await screen.findByRole('radio', { name: 'Biểu đồ' }));
  const bySex = await screen.findByRole('region', { name: 'Theo giới tính' });
  expect(bySex.textContent).toContain('Nam102 85%');
  expect(bySex.textContent).toContain('Nữ18 15%');
  const communes = screen.getByRole('region', { name: 'Theo xã, phường: Đang tham gia' });
  expect(communes.textContent).toMatch(/Xã Tân Lập120Xã Sa Lý3$/);
  const link = within(communes).getByRole('link', { name: 'Xã Sa Lý' }).getAttribute('href')!;
  expect(Object.fromEntries(new URL(link, 'http://x').searchParams)).toEqual({
    ...{ on: '2026-06-14', within: small.id, state: 'serving' },
  });
  expect(search().get('view')).toBe('chart');
});

test('on the map the communes of the last day have the colour of the figure and lead to their people', async () => {
  const { router } = draw(routes, {
    ...{ at: '/force-statistics?view=map&figure=trained', me: meAs('auditor') },
  });
  const map = within(await screen.findByRole('img', { name: 'commune 2026-06-14' }));
  const [many, none] = map.getAllByRole('button');
  expect([many!.textContent, none!.textContent]).toEqual(['Xã Tân Lập: 96', 'Xã Sa Lý: 0']);
  expect(many!.dataset.colour).not.toBe(none!.dataset.colour);
  const legend = screen.getByRole('region', { name: 'Được tập huấn' });
  expect(legend.textContent).toContain('Tính đến ngày 14/06/2026.');
  await user.click(many!);
  await screen.findByText('danh sách');
  const { pathname, search } = router.state.location;
  expect([pathname, Object.fromEntries(new URLSearchParams(search))]).toEqual([
    '/people',
    { on: '2026-06-14', within: unit.id, state: 'serving' },
  ]);
});

test('a commune without a decision has no colour, and the table is one key away', async () => {
  const { search } = draw(routes, {
    ...{ at: '/force-statistics?view=map&figure=quota', me: meAs('auditor') },
  });
  const map = within(await screen.findByRole('img', { name: /^commune/ }));
  expect(map.getByRole('button', { name: 'Xã Sa Lý: chưa có' }).dataset.colour).toBeUndefined();
  // The one after the last is the first.
  fireEvent.keyDown(screen.getByRole('radio', { name: 'Bản đồ' }), { key: 'ArrowRight' });
  await waitFor(() => expect(search().get('view')).toBeNull());
  await screen.findByRole('row', { name: /Xã Tân Lập/ });
});

test('the window of the address is the one that is asked for', async () => {
  draw(routes, { at: '/force-statistics?from=2026-01-01&to=2026-03-31', me: meAs('auditor') });
  await screen.findByRole('row', { name: /Xã Tân Lập/ });
  expect(api.lastOf(getForceStatistics)).toEqual({ from: '2026-01-01', to: '2026-03-31' });
});

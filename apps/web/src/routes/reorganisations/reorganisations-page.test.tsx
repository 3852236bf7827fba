import {
  decideAreaPart,
  getReorganisation,
  listAreaParts,
  listReorganisations,
  undoReorganisation,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as ReorganisationsPage } from './reorganisations-page.tsx';

const id = (n: number) => `0199e000-0000-7000-8000-00000000000${n}`;
const act = {
  id: id(1),
  on: '2025-07-01',
  instrumentId: id(2),
  instrumentNumber: '01/NQ-HĐND',
  title: 'Sắp xếp thôn xã Lục Sơn',
  status: 'applied' as const,
};
const hop = { id: id(3), kind: 'thôn' as const, name: 'Hợp Nhất' };
const effects = {
  counts: {
    founded: 1,
    changed: 0,
    ended: 2,
    moved: 0,
    outlines: 0,
    quotas: 0,
    teams: 2,
    workplaces: 1,
  },
  moved: [],
  teams: [{ id: id(4), name: 'Tổ Đông', villages: ['Hợp Nhất'] }],
  quotas: [],
  decisions: [{ what: 'teams-await-consolidation' as const, unit: hop, count: 2 }],
};
const plan = {
  on: act.on,
  instrumentId: act.instrumentId,
  title: act.title,
  founded: [],
  changed: [],
  ended: [],
  lineage: [],
  undecided: 'refuse' as const,
  outlines: 'join' as const,
};
const routes = [{ path: '/reorganisations', element: <ReorganisationsPage /> }];
const user = userEvent.setup();
let api: FakeApi;

beforeEach(() => {
  api = new FakeApi()
    .on(listReorganisations, () => ({ items: [act], nextCursor: null, total: 1 }))
    .on(getReorganisation, () => ({ ...act, effects, plan, bounds: null }))
    .on(listAreaParts, () => ({ items: [] }));
});

const opened = async () => {
  draw(routes, { at: '/reorganisations', me: meAs('provincial-administrator') });
  await user.click(await screen.findByRole('button', { name: /Sắp xếp thôn xã Lục Sơn/ }));
  await screen.findByText('Thôn Hợp Nhất');
};

test('the map of an act opens where its units lie, also of one with too many for pictures', async () => {
  api.on(getReorganisation, () => ({ ...act, effects, plan, bounds: [106, 21, 106.2, 21.1] }));
  draw(routes, { at: '/reorganisations', me: meAs('provincial-administrator') });
  await user.click(await screen.findByRole('button', { name: /Sắp xếp thôn xã Lục Sơn/ }));
  const link = await screen.findByRole('link', { name: /01\/07\/2025/ });
  const [lat, lng, zoom] = new URLSearchParams(link.getAttribute('href')!.split('?')[1])
    .get('at')!
    .split(',')
    .map(Number);
  expect([lat, lng]).toEqual([21.05, 106.1]);
  expect(zoom).toBeGreaterThan(10);
});

test('an act opens with what it moved and what is left to decide', async () => {
  await opened();
  expect(screen.getByText('2 Tổ')).toBeTruthy();
  expect(screen.getByText('đơn vị kết thúc').previousSibling?.textContent).toBe('2');
  expect(screen.getByRole('link', { name: /30\/06\/2025/ }).getAttribute('href')).toBe(
    '/map?on=2025-06-30',
  );
});

test('an act is undone after a question, or says what stands on it', async () => {
  api.on(undoReorganisation, () => refuse('reorganisation-has-followers', 409));
  await opened();
  await user.click(screen.getByRole('button', { name: 'Hoàn tác' }));
  const sure = await screen.findByRole('tooltip');
  await user.click(within(sure).getByRole('button', { name: 'Hoàn tác' }));
  expect(await screen.findByText(/Không hoàn tác được/)).toBeTruthy();
});

const part = {
  id: id(6),
  area: { id: id(7), name: 'Địa bàn Lục Ngạn' },
  unit: { id: id(8), name: 'Chung', kind: 'xã' as const },
  on: act.on,
  reorganisationId: act.id,
};

test('what an act made partly of an area is taken into the area from the act', async () => {
  let waiting = [part];
  api
    .on(listAreaParts, () => ({ items: waiting }))
    .on(decideAreaPart, ({ id: one, decision }) => {
      waiting = [];
      return { id: one, decision };
    });
  await opened();
  expect(await screen.findByText('Địa bàn Lục Ngạn, từ 01/07/2025')).toBeTruthy();
  expect(api.lastOf(listAreaParts)).toEqual({ reorganisationId: act.id });
  await user.click(screen.getByRole('button', { name: 'Đưa vào khu vực' }));
  expect(api.lastOf(decideAreaPart)).toEqual({ id: part.id, decision: 'take' });
  expect(await screen.findByText('Đã đưa Xã Chung vào Địa bàn Lục Ngạn')).toBeTruthy();
  await waitFor(() => expect(screen.queryByText('Địa bàn Lục Ngạn, từ 01/07/2025')).toBeNull());
});

test('where nothing was reorganised the page says how to begin', async () => {
  api.on(listReorganisations, () => ({ items: [], nextCursor: null, total: 0 }));
  draw(routes, { at: '/reorganisations', me: meAs('provincial-administrator') });
  expect(await screen.findByText('Chưa có đợt sắp xếp nào')).toBeTruthy();
});

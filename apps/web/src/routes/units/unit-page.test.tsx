import {
  endUnitTag,
  explainNorm,
  getCoverage,
  getUnit,
  getUnitHistory,
  getUnitLineage,
  listFigures,
  listInForce,
  listPeople,
  listPoints,
  listTags,
  listTeams,
  listUnitTags,
  listWorkplaces,
  withdrawFigure,
} from '@antt/contracts';
import { beforeEach, expect, jest, test } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { coverageOf } from '../map/test-coverage.ts';
import { Component as UnitPage } from './unit-page.tsx';

const id = (n: number) => `0199f000-0000-7000-8000-00000000000${n}`;
const routes = [{ path: '/units/:unitId', element: <UnitPage /> }];
const user = userEvent.setup();
const none = { items: [], nextCursor: null, total: 0 };
const households = {
  kind: 'households' as const,
  value: 240,
  measuredOn: '2025-06-30',
  source: 'Công an xã',
};
let api: FakeApi;

beforeEach(() => {
  api = new FakeApi()
    .on(getUnit, () => ({
      id: id(1),
      level: 'village',
      kind: 'thôn',
      code: '07531001',
      list: 'village',
      name: 'Chằm',
      parentId: id(2),
      validFrom: '2024-07-01',
      validTo: null,
      ancestors: [{ id: id(2), level: 'commune', kind: 'xã', name: 'Tân Sơn' }],
      figures: [households],
      tags: ['border'],
      point: null,
      bounds: null,
    }))
    .on(getCoverage, () => coverageOf([]))
    .on(getUnitHistory, () => none)
    .on(getUnitLineage, () => ({
      predecessors: [
        { unit: { id: id(3), kind: 'thôn', name: 'Chằm Cũ' }, share: 0.5, on: '2026-07-01' },
      ],
      successors: [],
    }))
    .on(listFigures, () => ({ items: [households], nextCursor: null, total: 1 }))
    .on(listTags, () => ({
      items: [
        {
          code: 'border',
          name: 'Biên giới',
          nameEn: 'Border',
          levels: ['village'],
          family: null,
        },
      ],
      nextCursor: null,
      total: 1,
    }))
    .on(listUnitTags, () => ({
      items: [
        {
          tag: 'border',
          validFrom: '2024-07-01',
          validTo: null,
          instrumentId: null,
          instrumentNumber: '12/NQ-HĐND',
        },
      ],
      nextCursor: null,
      total: 1,
    }))
    .on(listInForce, () => ({ items: [] }))
    .on(listTeams, () => none)
    .on(listPoints, () => ({ items: [] }))
    .on(listWorkplaces, () => none)
    .on(explainNorm, () => ({
      villages: 1,
      teams: { min: 1, max: 1 },
      members: { min: 3, max: 3 },
      binding: 'exact',
      positions: null,
      open: [],
      missing: [],
      known: { villages: 1, teams: { min: 1, max: 1 }, members: { min: 3, max: 3 } },
      unit: {
        id: id(1),
        code: '1',
        name: 'Chằm',
        kind: 'thôn',
        level: 'village',
        parentId: id(2),
        parentName: 'Tân Sơn',
      },
      cluster: null,
      criteria: null,
      steps: [
        { step: 'figure', metric: 'households', figure: { ...households, metric: 'households' } },
      ],
    }));
});

const at = { at: `/units/${id(1)}?on=2026-08-01`, me: meAs('provincial-administrator') };

test('a village shows its figures with day and source, its tags, and how its norm comes about', async () => {
  draw(routes, at);
  await screen.findByRole('heading', { name: 'Thôn Chằm' });
  expect((await screen.findAllByText('Công an xã, ngày 30/06/2025'))[0]).toBeTruthy();
  expect(await screen.findByText('Biên giới')).toBeTruthy();
  expect(screen.getByText(/12\/NQ-HĐND/)).toBeTruthy();
  expect(await screen.findByText('1 Tổ, 3 thành viên')).toBeTruthy();
  expect(screen.getByText('số hộ: 240 (Công an xã, 30/06/2025)')).toBeTruthy();
});

test('no figure of one day stands under another while that is on its way', async () => {
  const { router } = draw(routes, at);
  const figure = 'Công an xã, ngày 30/06/2025';
  expect((await screen.findAllByText(figure))[0]).toBeTruthy();
  globalThis.fetch = jest.fn(() => new Promise(() => {})) as never;
  await act(() => router.navigate(`/units/${id(1)}?on=2025-01-01`));
  expect(screen.queryAllByText(figure)).toEqual([]);
});

test('what another day holds is said to be on its way, and not counted as none', async () => {
  const commune = { ...at, at: `/units/${id(2)}?on=2026-08-01` };
  api
    .on(getUnit, ({ id: asked }) => ({
      ...{ id: asked, level: 'commune', kind: 'xã', code: '07531', list: '2025', name: 'Tân Sơn' },
      ...{ parentId: null, validFrom: '2024-07-01', validTo: null, ancestors: [], figures: [] },
      ...{ tags: [], point: null, bounds: [106, 21, 107, 22] },
    }))
    .on(listPeople, ({ state }) => ({
      ...none,
      total: state === 'serving' ? 24 : 0,
      totalIsLeast: false,
    }));
  const { router } = draw(routes, commune);
  await screen.findByText(/^24 /);
  await screen.findByText('Chưa có nơi làm việc.');
  await screen.findByText(/ngày 01\/08\/2026: chưa có Tổ và chưa có nơi làm việc có tọa độ\.$/);
  const answered = globalThis.fetch;
  const waits = /\/api\/(teams|people|workplaces|instruments|quotas\/norms|units\?|map-points)/;
  globalThis.fetch = ((...asked: Parameters<typeof fetch>) =>
    waits.test(String(asked[0])) ? new Promise(() => {}) : answered(...asked)) as never;
  await act(() => router.navigate(`/units/${id(2)}?on=2025-01-01`));
  const titles = ['Tổ', 'Thành viên', 'Nơi làm việc', 'Văn bản đang có hiệu lực'];
  for (const title of [...titles, 'Định mức theo tiêu chí', 'Đơn vị trực thuộc']) {
    const heading = await screen.findByRole('heading', { name: title });
    const part = heading.closest('section')!;
    expect(part.querySelectorAll('[aria-busy=true]')).toHaveLength(1);
  }
  expect(screen.queryByText(/^24 /)).toBeNull();
  expect(screen.getByText(/ ngày 01\/01\/2025\.$/)).toBeTruthy();
});

test('where a unit lies is also said in words, and that its outline is not known', async () => {
  draw(routes, at);
  expect(await screen.findByText(/^Chưa có ranh giới nào vào ngày 01\/08\/2026/)).toBeTruthy();
});

test('what a village was made of is a link to the eve of that day', async () => {
  draw(routes, at);
  const before = await screen.findByRole('link', { name: 'Thôn Chằm Cũ' });
  expect(before.getAttribute('href')).toBe(`/units/${id(3)}?on=2026-06-30`);
});

test('a figure is withdrawn and a tag ended on the day of the page', async () => {
  api
    .on(withdrawFigure, () => ({ withdrawn: true }))
    .on(endUnitTag, () => ({ tag: 'border', validTo: '2026-08-01', removed: false }));
  draw(routes, at);
  await user.click(await screen.findByRole('button', { name: 'Rút Số hộ ngày 30/06/2025' }));
  await waitFor(() => expect(api.lastOf(withdrawFigure)).toMatchObject({ kind: 'households' }));
  await user.click(screen.getByRole('button', { name: 'Kết thúc từ 01/08/2026' }));
  await waitFor(() =>
    expect(api.lastOf(endUnitTag)).toMatchObject({ tag: 'border', validTo: '2026-08-01' }),
  );
  expect(await screen.findByRole('button', { name: 'Hoàn tác' })).toBeTruthy();
});

test('who may not change units is offered nothing to change', async () => {
  draw(routes, { ...at, me: meAs('commune-officer', 'Xã Tân Sơn') });
  await screen.findByRole('heading', { name: 'Thôn Chằm' });
  expect(screen.queryByRole('button', { name: /Rút|Kết thúc|Ghi số liệu|Đổi tên/ })).toBeNull();
});

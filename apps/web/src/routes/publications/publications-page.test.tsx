import {
  checkPublications,
  listPublicationQuotas,
  listPublications,
  withdrawPublication,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { fireEvent, screen, within } from '@testing-library/react';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as PublicationsPage } from './publications-page.tsx';

const id = (last: number) => `0199f000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const quota = {
  ...{ id: id(1), code: 'TT.04', unitId: null, name: 'Mỗi UBND cấp huyện, 01 tin mỗi tuần' },
  ...{ nameEn: '', medium: 'district', kinds: ['news', 'article'], cycle: 'week', least: 1 },
  ...{ levels: ['district'], certainty: 'A', citation: 'Kế hoạch triển khai thi hành Luật' },
  ...{ validFrom: '2024-01-01', validTo: null },
};
const cycle = (name: string, from: string, to: string, count: number, isOver = true) => ({
  ...{ name, from, to, count, least: 1, met: count > 0, isOver },
});
const publication = {
  ...{ id: id(3), unitId: id(2), unitName: 'Huyện Lục Nam', medium: 'district', kind: 'news' },
  ...{ title: 'Ra mắt Tổ bảo vệ ANTT', outlet: '', link: '', publishedOn: '2024-09-04' },
  ...{ instrumentId: null, recordedBy: 'huyen', withdrawnBecause: null },
  recordedAt: '2024-09-05T02:00:00.000Z',
};
const routes = [{ path: '/publications', element: <PublicationsPage /> }];
let api: FakeApi;

beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, value: 1200 });
  const cycles = [
    cycle('2024-W36', '2024-09-02', '2024-09-08', 2),
    cycle('2024-W37', '2024-09-09', '2024-09-15', 0),
  ];
  api = new FakeApi()
    .on(listPublicationQuotas, () => ({ items: [quota], nextCursor: null, total: 1 }))
    .on(checkPublications, () => ({
      items: [{ unitId: id(2), unitName: 'Huyện Lục Nam', cycles, met: 1, of: 2 }],
      ...{ nextCursor: null, total: 1 },
    }))
    .on(listPublications, () => ({ items: [publication], nextCursor: null, total: 1 }));
});

test('each unit stands with its weeks: two items in one do not cover the next', async () => {
  const at = '/publications?from=2024-09-02&to=2024-09-15';
  draw(routes, { at, me: meAs('auditor') });
  expect(await screen.findByText('Huyện Lục Nam')).toBeTruthy();
  expect(screen.getByText('1/2 kỳ đạt')).toBeTruthy();
  expect(screen.getByLabelText('Đạt (02/09/2024 – 08/09/2024): 2/1').textContent).toBe('T36 2');
  expect(screen.getByLabelText('Chưa đạt (09/09/2024 – 15/09/2024): 0/1')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Ghi tin, bài' })).toBeNull();
  expect(api.lastOf(checkPublications)).toMatchObject({ code: 'TT.04', from: '2024-09-02' });
});

test('who records takes out what was recorded wrongly, with the reason', async () => {
  api.on(withdrawPublication, ({ id: asked }) => ({ id: asked }));
  const at = '/publications?view=list&from=2024-09-02&to=2024-09-15';
  draw(routes, { at, me: meAs('area-officer') });
  const row = await screen.findByRole('row', { name: /Ra mắt Tổ bảo vệ ANTT/ });
  expect(within(row).getByText('UBND cấp huyện')).toBeTruthy();
  fireEvent.doubleClick(row);
  fireEvent.click(row);
  const reason = await screen.findByLabelText('Lý do rút');
  fireEvent.change(reason, { target: { value: 'Ghi trùng với bài đã có' } });
  fireEvent.click(screen.getByRole('button', { name: 'Rút tin, bài' }));
  expect(await screen.findByText(/Đã rút tin, bài/)).toBeTruthy();
  expect(api.lastOf(withdrawPublication)).toEqual({
    ...{ id: publication.id, reason: 'Ghi trùng với bài đã có' },
  });
}, 60_000);

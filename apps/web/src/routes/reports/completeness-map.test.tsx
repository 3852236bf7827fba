import {
  type CompletenessRow,
  getExtent,
  listCompleteness,
  listReportingPeriods,
} from '@antt/contracts';
import { beforeEach, expect, jest, test } from '@jest/globals';
import { fireEvent, screen, within } from '@testing-library/react';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';

type Drawn = {
  fills: { id: string; colour: string | null }[];
  lineOf: (id: string) => string;
  on: string;
  level: string;
  onChoose: (id: string) => void;
};

// WebGL is not for jsdom: what the map was given to draw stands here as buttons.
jest.unstable_mockModule('../../map/map-view.tsx', () => ({
  default: ({ fills, lineOf, on, level, onChoose }: Drawn) => (
    <div role="img" aria-label={`${level} ${on}`}>
      {fills.map(({ id, colour }) => (
        <button key={id} data-colour={colour ?? undefined} onClick={() => onChoose(id)}>
          {lineOf(id)}
        </button>
      ))}
    </div>
  ),
}));
const { Component: CompletenessPage } = await import('./completeness-page.tsx');

const id = (last: number) => `0199f000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const [province, periodId] = [id(1), id(2)];
const row = (n: number, name: string, missing: number, late: number): CompletenessRow => ({
  ...{ unitId: id(n), name, kind: 'xã', parentName: 'tỉnh Bắc Ninh', periodId },
  ...{ periodName: '2026-06', dueOn: '2026-06-17', owed: 4, missing, submitted: 0, returned: 0 },
  ...{ verified: 0, accepted: 4 - missing, inTime: 4 - missing - late, late },
  changedSinceAcceptance: 0,
});
const items = [row(6, 'Lục Ngạn', 1, 0), row(7, 'Tân Yên', 0, 2), row(8, 'Yên Thế', 0, 0)];
const routes = [
  { path: '/report-completeness', element: <CompletenessPage /> },
  { path: '/reports', element: <p>danh sách báo cáo</p> },
];
let api: FakeApi;

beforeEach(() => {
  api = new FakeApi()
    .on(listReportingPeriods, () => ({
      items: [
        {
          ...{ id: periodId, provinceId: province, kindCode: 'LL-01', kindId: id(4) },
          ...{ name: '2026-06', from: '2026-05-15', to: '2026-06-14', cutOffOn: '2026-06-14' },
          ...{ dueOn: '2026-06-17', lateFrom: '2026-06-17T17:00:00.000Z' },
          ...{ closesFrom: '2026-07-07T17:00:00.000Z', workingDays: 3, resubmissionDays: 2 },
          ...{ inUse: true, kindName: 'Biểu tháng', senders: ['team'], formSenders: ['team'] },
        },
      ],
      ...{ nextCursor: null, total: 1 },
    }))
    .on(getExtent, () => ({ bounds: [106, 21, 107, 22], sources: [], levels: ['commune'] }))
    .on(listCompleteness, () => ({
      ...{ items, nextCursor: null, total: 3, whole: row(9, '', 1, 2) },
    }));
});

const map = async () =>
  within(await screen.findByRole('img', { name: 'commune 2026-06-14' })).getAllByRole('button');
const at = `/report-completeness?within=${province}&view=map`;

test('communes of the period have the colour of how they stand: missing, late, in time', async () => {
  draw(routes, { at: `${at}&measure=standing`, me: meAs('provincial-administrator') });
  const drawn = await map();
  expect(drawn.map(({ dataset }) => dataset.colour)).toEqual(['#e66101', '#fdb863', '#2c7fb8']);
  expect(drawn[0]!.textContent).toBe('Xã Lục Ngạn: 3/4 đã gửi; đúng hạn 3, chậm 0, chưa báo cáo 1');
  const legend = within(screen.getByRole('region', { name: 'Đủ, đúng hạn' }));
  expect(legend.getByText('Đủ, có báo cáo chậm').parentElement!.textContent).toContain('1');
  expect(api.lastOf(listCompleteness)).toMatchObject({ level: 'commune', on: '2026-06-14' });
});

test('a commune leads to its reports of the period', async () => {
  draw(routes, { at, me: meAs('auditor') });
  fireEvent.click((await map())[1]!);
  expect(await screen.findByText('danh sách báo cáo')).toBeTruthy();
});

test('coloured by the share in time, the share says which class a commune is in', async () => {
  draw(routes, { at: `${at}&measure=in-time`, me: meAs('auditor') });
  const colours = (await map()).map(({ dataset }) => dataset.colour);
  expect(new Set(colours).size).toBe(3);
  expect(colours[2]).toBe('#2c7fb8');
});

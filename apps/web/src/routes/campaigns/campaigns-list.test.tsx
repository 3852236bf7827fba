import {
  getCampaign,
  listCampaigns,
  listLaunches,
  listShippedScoreTemplates,
  openRound,
  setCampaign,
  setScoreTemplate,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as CampaignsPage } from './campaigns-page.tsx';

const id = (last: number) => `0199f000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const round = {
  ...{ id: id(2), number: 1, name: 'Đợt 1', theme: '', from: '2024-08-19', to: '2025-02-03' },
  ...{ days: 169, state: 'planned' as const, openedAt: null, ratifiedAt: null, revision: 0 },
};
const campaign = {
  ...{ id: id(1), unitId: null, name: 'Đợt thi đua đặc biệt', from: '2024-08-19' },
  ...{ to: '2025-08-19', plannedOn: '2024-08-19', citation: 'Kế hoạch 399', certainty: null },
  ...{ combination: 'by-days', launchBefore: null, launchInclusive: false, rounds: [round] },
  warnings: [{ warning: 'days-without-round', from: '2025-05-20', to: '2025-08-19', days: 92 }],
};
const shipped = {
  ...{ subject: 'commune', certainty: 'D', citation: 'Mặc định của phần mềm' },
  document: {
    ...{ baseMax: 12, bonusMax: null, bonusInside: false, penaltyMax: null, floorAtZero: true },
    ...{ reportKinds: [], leastDays: 15, cap: null, tieBreaks: [], grades: [] },
    contents: [
      {
        ...{ code: 'C1', name: 'Nắm tình hình', nameEn: '', column: 'base', max: 12 },
        scoring: 'mean',
        items: ['C1.1', 'C1.2'].map((code) => ({
          ...{ code, name: `Mục ${code}`, nameEn: '', kind: 'range', max: null, indicator: null },
          ...{ target: null, perCase: null, noCase: 'full', latePercent: 0, mustMax: false },
          gate: false,
        })),
      },
    ],
  },
};
const routes = [{ path: '/campaigns', element: <CampaignsPage /> }];
let api: FakeApi;

beforeEach(() => {
  api = new FakeApi()
    .on(listCampaigns, () => ({ items: [campaign], nextCursor: null, total: 1 }))
    .on(listShippedScoreTemplates, () => ({ items: [shipped], nextCursor: null, total: 1 }))
    .on(getCampaign, () => ({ ...campaign, groups: [], templates: [] }));
});

test('a campaign stands with its rounds and the days that no round has', async () => {
  draw(routes, { at: '/campaigns', me: meAs('auditor') });
  expect(await screen.findByText('Đợt 1: từ 19/08/2024 đến 03/02/2025 (169 ngày)')).toBeTruthy();
  expect(screen.getByText('92 ngày chưa thuộc đợt nào (20/05/2025 – 19/08/2025)')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Mở đợt' })).toBeNull();
});

test('who runs a campaign opens a round', async () => {
  api.on(openRound, () => ({ ...round, state: 'open', templates: [] }));
  draw(routes, { at: '/campaigns', me: meAs('provincial-administrator') });
  fireEvent.click(await screen.findByRole('button', { name: 'Mở đợt' }));
  expect(await screen.findByText(/Đã mở đợt/)).toBeTruthy();
  expect(api.lastOf(openRound)).toEqual({ id: round.id });
});

test('a shipped template is taken over, and said to be no rule', async () => {
  const template = { ...shipped, id: id(3), campaignId: id(1), version: 1 };
  api.on(setScoreTemplate, () => {
    api.on(getCampaign, () => ({ ...campaign, groups: [], templates: [template] }));
    return template;
  });
  draw(routes, { at: '/campaigns', me: meAs('provincial-administrator') });
  fireEvent.click(await screen.findByRole('button', { name: 'Thang điểm' }));
  fireEvent.click(await screen.findByRole('button', { name: /thang điểm có sẵn cho cấp xã/ }));
  expect(await screen.findByText('Mặc định của phần mềm, không phải quy định')).toBeTruthy();
  expect(screen.getByRole('row', { name: 'C1.2 Mục C1.2 6' })).toBeTruthy();
  expect(api.lastOf(setScoreTemplate)).toMatchObject({ campaignId: id(1), certainty: 'D' });
});

test('the form keeps how rounds are combined and by when the campaign is launched', async () => {
  const launched = { ...campaign, launchBefore: '2024-09-25', combination: 'alike' };
  api
    .on(listCampaigns, () => ({ items: [launched], nextCursor: null, total: 1 }))
    .on(setCampaign, () => launched);
  draw(routes, { at: '/campaigns', me: meAs('provincial-administrator') });
  fireEvent.click(await screen.findByRole('button', { name: 'Sửa kế hoạch' }));
  expect(await screen.findByText('Các đợt tính như nhau')).toBeTruthy();
  fireEvent.click(screen.getByLabelText(/Tính cả ngày đó là đúng hạn/));
  fireEvent.click(screen.getByRole('button', { name: 'Ghi' }));
  expect(await screen.findByText('Đã ghi kế hoạch phong trào.')).toBeTruthy();
  expect(api.lastOf(setCampaign)).toMatchObject({
    ...{ combination: 'alike', launchBefore: '2024-09-25', launchInclusive: true },
    rounds: [{ number: 1, theme: '' }],
  });
}, 60_000);

test('launch ceremonies stand with their kind, and who was late', async () => {
  const launch = (name: string, heldOn: string, manner: string, daysLate: number) => ({
    ...{ unitId: id(name.length), unitName: name, heldOn, manner, daysLate, note: '' },
  });
  const none = { unitId: id(99), unitName: 'Huyện Lục Nam', heldOn: null, manner: null };
  const items = [
    launch('Huyện Lục Ngạn', '2024-09-24', 'own', 0),
    launch('Huyện Yên Thế', '2024-09-25', 'within-another', 1),
    { ...none, daysLate: null, note: '' },
  ];
  const due = { ...campaign, launchBefore: '2024-09-25' };
  api
    .on(listCampaigns, () => ({ items: [due], nextCursor: null, total: 1 }))
    .on(listLaunches, () => ({ items, nextCursor: null, total: 3 }));
  draw(routes, { at: '/campaigns', me: meAs('auditor') });
  fireEvent.click(await screen.findByRole('button', { name: 'Lễ phát động' }));
  expect(
    await screen.findByRole('row', { name: 'Huyện Lục Ngạn 24/09/2024 Tổ chức riêng' }),
  ).toBeTruthy();
  expect(
    screen.getByRole('row', { name: 'Huyện Yên Thế 25/09/2024 (chậm 1 ngày) Lồng ghép' }),
  ).toBeTruthy();
  expect(screen.getByText(/Tổ chức trước ngày 25\/09\/2024\. 2\/3 nơi đã tổ chức\./)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Ghi lễ phát động' })).toBeNull();
}, 60_000);

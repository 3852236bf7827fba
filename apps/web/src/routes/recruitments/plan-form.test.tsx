import {
  foreseeRecruitment,
  getUnit,
  listRecruitments,
  listUnits,
  planRecruitment,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { usualDays } from './plan.rules.ts';
import { Component as RecruitmentPage } from './recruitment-page.tsx';
import { Component as RecruitmentsPage } from './recruitments-page.tsx';
import { drafted, recruiting } from './test-recruitment.ts';

const slowly = { timeout: 20_000 };
const unit = {
  ...{ id: drafted.communeId, level: 'commune', kind: 'xã', code: '1', list: 'gso' },
  ...{ name: 'Tân Lập', parentId: null, parentName: null, parentKind: null },
  ...{ validFrom: '2025-07-01', validTo: null },
};
const profile = { ...unit, ancestors: [], figures: [], tags: [], point: null, bounds: null };
const routes = [
  { path: '/recruitments', element: <RecruitmentsPage /> },
  { path: '/recruitments/:recruitmentId', element: <RecruitmentPage /> },
];
let api: FakeApi;

beforeEach(() => {
  api = new FakeApi()
    .on(listRecruitments, () => ({ items: [], nextCursor: null, total: 0 }))
    .on(listUnits, () => ({ items: [unit], nextCursor: null, total: 1 }))
    .on(getUnit, () => profile)
    .on(foreseeRecruitment, () => ({
      ...{ quota: 10, active: 7, vacancies: 3, firstMeetingDay: '2030-03-26' },
    }));
});

test('a plan begins with my commune, its free places and the first day that the posting allows', async () => {
  const refusals = [refuse('recruitment-exceeds-vacancies', 409, { places: 3, vacancies: 2 })];
  const { held } = recruiting(api);
  api.on(planRecruitment, () => refusals.shift() ?? held.now);
  const { router } = draw(routes, { at: '/recruitments', me: meAs('commune-officer', 'Tân Lập') });
  fireEvent.click((await screen.findAllByText('Lập kế hoạch', {}, slowly))[0]!);
  expect(await screen.findByText(/còn thiếu 3 người/, {}, slowly)).toBeTruthy();
  expect(screen.getByText(/^Sớm nhất 26\/03\/2030/)).toBeTruthy();
  expect(await screen.findByDisplayValue('Trụ sở Công an xã Tân Lập', {}, slowly)).toBeTruthy();
  fireEvent.click(screen.getByText('Lưu kế hoạch'));
  const told = await screen.findByText(/không thể tuyển 3 người/, {}, slowly);
  expect(told.closest('.ant-form-item')?.textContent).toContain('Số cần tuyển');
  fireEvent.click(screen.getByText('Lưu kế hoạch'));
  await waitFor(
    () => expect(router.state.location.pathname).toMatch(/^\/recruitments\/[0-9a-f-]{36}$/),
    slowly,
  );
  expect(await screen.findByText('Ban hành kế hoạch', {}, slowly)).toBeTruthy();
  expect(api.lastOf(planRecruitment)).toMatchObject({
    ...{ communeId: unit.id, places: 3, receivingBody: 'police', meetingOn: '2030-03-26' },
    receivePlace: 'Trụ sở Công an xã Tân Lập',
  });
}, 120_000);

test('a plan of an earlier day receives files in the days after it', async () => {
  recruiting(api);
  draw(routes, { at: '/recruitments', me: meAs('commune-officer', 'Tân Lập') });
  fireEvent.click((await screen.findAllByText('Lập kế hoạch', {}, slowly))[0]!);
  const drafting = await screen.findByLabelText('Ngày lập kế hoạch', {}, slowly);
  fireEvent.mouseDown(drafting);
  fireEvent.focus(drafting);
  fireEvent.change(drafting, { target: { value: '02/02/2026' } });
  fireEvent.keyDown(drafting, { key: 'Enter', keyCode: 13 });
  const { receiveFrom, receiveTo } = usualDays('2026-02-02');
  for (const day of [receiveFrom, receiveTo]) {
    const shown = day.split('-').reverse().join('/');
    expect(await screen.findByDisplayValue(shown, {}, slowly)).toBeTruthy();
  }
}, 120_000);

test('a commune without free places is told on the board why no plan can be drafted, and the lawful ways', async () => {
  api.on(foreseeRecruitment, () => ({
    ...{ quota: 75, active: 98, vacancies: 0, firstMeetingDay: null },
  }));
  draw(routes, { at: '/recruitments', me: meAs('commune-officer', 'Tân Lập') });
  const told = await screen.findByText(/được giao 75 thành viên, đang có 98 người/, {}, slowly);
  const note = within(told.closest<HTMLElement>('.full-note')!);
  const links = note.getAllByRole('link').map((link) => link.getAttribute('href'));
  expect(links).toEqual(['/cessations', '/proposals']);
}, 60_000);

test('the usual days of receipt leave time to post the plan and fall on weekdays', () => {
  // Monday; Wednesday, where both days would fall on a weekend
  expect(usualDays('2026-02-02')).toEqual({ receiveFrom: '2026-02-05', receiveTo: '2026-02-19' });
  expect(usualDays('2026-02-04')).toEqual({ receiveFrom: '2026-02-09', receiveTo: '2026-02-23' });
});

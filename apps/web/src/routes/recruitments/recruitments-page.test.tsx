import { getRecruitment, listRecruitments, type Recruitment } from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { columnOf, mostUrgent } from './board.rules.ts';
import { Component as RecruitmentPage } from './recruitment-page.tsx';
import { Component as RecruitmentsPage } from './recruitments-page.tsx';

const id = (n: number) => `0199e000-0000-7000-8000-00000000000${n}`;
const recruitment: Recruitment = {
  id: id(1),
  communeId: id(2),
  commune: { id: id(2), kind: 'xã', name: 'Tân Lập' },
  purpose: 'Bổ sung thành viên',
  requirements: '',
  places: 2,
  receiveFrom: '2026-02-04',
  receiveTo: '2026-02-25',
  receivePlace: 'Công an xã',
  receivingBody: 'police',
  meetingOn: '2026-03-24',
  draftedOn: '2026-02-02',
  stage: 'minutes-signed',
  open: true,
  applications: 1,
  clocks: [
    { step: 'notified', by: 'police', dueOn: '2026-03-27', doneOn: '2026-03-30', daysLate: 1 },
    { step: 'proposed', by: 'police', dueOn: '2026-03-31', doneOn: null, daysLate: 2 },
  ],
  acts: [
    {
      act: { step: 'issued', on: '2026-02-03', number: '11/KH-UBND' },
      recordedAt: '2026-02-03T02:00:00Z',
      recordedBy: 'xa',
    },
    {
      act: { step: 'notified', on: '2026-03-30', places: ['Nhà văn hóa'], until: null },
      recordedAt: '2026-03-30T02:00:00Z',
      recordedBy: 'xa',
    },
  ],
  takenBack: [],
  next: ['proposed'],
  revocable: [],
  firstMeetingDay: '2026-03-24',
  council: { size: 8, least: 5 },
  result: { selected: [id(3)], passed: [], failed: [], tie: null },
  candidates: [
    {
      id: id(3),
      person: { id: id(4), name: 'Nguyễn Văn An' },
      receivedOn: '2026-02-10',
      dossier: ['application', 'cv', 'health-certificate', 'education-proof'],
      complete: true,
      residentSince: '2020-01-01',
      backgroundKnown: true,
      healthKnown: true,
      listed: true,
      votes: 8,
      outcome: 'selected',
      teamId: null,
      position: null,
      postingId: null,
    },
  ],
};
const routes = [
  { path: '/recruitments', element: <RecruitmentsPage /> },
  { path: '/recruitments/:recruitmentId', element: <RecruitmentPage /> },
];

beforeEach(() => {
  const { acts: _, next: __, firstMeetingDay: ___, ...rest } = recruitment;
  const { council: ____, result: _____, candidates: ______, ...others } = rest;
  const { takenBack: _______, revocable: ________, ...row } = others;
  new FakeApi()
    .on(listRecruitments, () => ({ items: [row], nextCursor: null, total: 1 }))
    .on(getRecruitment, () => recruitment);
});

test('a card stands in the column of its stage and says what is owed next, and how late', async () => {
  draw(routes, { at: '/recruitments?on=2026-04-02', me: meAs('commune-officer') });
  const column = await screen.findByRole('region', { name: 'Đã họp xét tuyển (1)' });
  const card = within(column).getByRole('link', { name: /xã Tân Lập/i });
  expect(card.textContent).toContain('trình công nhận');
  expect(card.textContent).toContain('31/03/2026');
  expect(card.textContent).toContain('quá 2 ngày làm việc');
});

test('the page of a recruitment shows its acts with their terms and the votes', async () => {
  draw(routes, { at: `/recruitments/${id(1)}?on=2026-04-02`, me: meAs('commune-officer') });
  expect(await screen.findByText('Nguyễn Văn An', { selector: 'a' })).toBeTruthy();
  expect(screen.getByText('Trúng tuyển')).toBeTruthy();
  expect(screen.getByText(/quá 1 ngày làm việc/)).toBeTruthy();
});

test('the most urgent act is the open one whose term ends first', () => {
  expect(mostUrgent(recruitment.clocks)?.step).toBe('proposed');
  expect(mostUrgent([])).toBeNull();
  expect(columnOf('result-posted')).toBe('done');
  expect(columnOf('closed')).toBe('closed');
});

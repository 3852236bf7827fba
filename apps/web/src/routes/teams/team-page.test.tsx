import {
  getTeam,
  getTeamHistory,
  listEquipment,
  listEquipmentShortages,
  listInstruments,
  listPeople,
  listTeams,
  type TeamProfile,
} from '@antt/contracts';
import { beforeEach, expect, jest, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { listed, row as member } from '../people/test-people.ts';

// There is nothing to draw a map on here.
jest.unstable_mockModule('../../map/place-map.tsx', () => ({ default: () => null }));
const { Component: TeamPage } = await import('./team-page.tsx');
const { Component: TeamsPage } = await import('./teams-page.tsx');

const id = (n: number) => `0199e000-0000-7000-8000-00000000000${n}`;
const commune = { id: id(2), kind: 'xã', name: 'Tân Lập' };
const team: TeamProfile = {
  id: id(1),
  code: 'T1',
  name: 'Tổ số 1',
  foundedOn: '2024-08-01',
  dissolvedOn: null,
  decisionNumber: '15/QĐ-UBND',
  decisionSignedOn: '2024-07-25',
  commune,
  villages: [
    {
      id: id(3),
      kind: 'thôn',
      name: 'Chằm',
      lon: null,
      lat: null,
      shares: [{ id: id(4), name: 'Tổ số 2' }],
    },
  ],
  workplace: null,
  on: '2026-08-01',
  decision: null,
  basedOn: null,
};
const row = { ...team, villages: [{ id: id(3), kind: 'thôn', name: 'Chằm' }] };
const none = { items: [], nextCursor: null, total: 0 };
const routes = [
  { path: '/teams', element: <TeamsPage /> },
  { path: '/teams/:teamId', element: <TeamPage /> },
];
const user = userEvent.setup();
let api: FakeApi;

beforeEach(() => {
  api = new FakeApi()
    .on(listTeams, () => ({ items: [row as never], nextCursor: null, total: 1 }))
    .on(getTeam, () => team)
    .on(getTeamHistory, () => ({
      items: [
        {
          on: '2024-08-01',
          what: 'founded' as const,
          name: 'Tổ số 1',
          villages: ['thôn Chằm'],
          teams: [],
          workplace: null,
          decision: { number: '15/QĐ-UBND', signedOn: '2024-07-25' },
          basedOn: null,
          accepted: ['team-over-quota'],
          reason: 'Chờ quyết định mới',
        },
      ],
      nextCursor: null,
      total: 1,
    }))
    .on(listEquipment, () => none)
    .on(listEquipmentShortages, () => ({ ...none, teamsWithoutSize: 1 }))
    .on(listInstruments, () => none)
    .on(listPeople, () => listed());
});

const at = `/teams/${team.id}?on=2026-08-01`;

test('a team tells its villages, who shares them, and what happened with the decision behind it', async () => {
  draw(routes, { at, me: meAs('commune-officer') });
  expect(await screen.findByRole('heading', { name: 'Tổ số 1' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Tổ số 2' }).getAttribute('href')).toBe(
    `/teams/${id(4)}?on=2026-08-01`,
  );
  expect(await screen.findByText('Thành lập Tổ số 1, phụ trách thôn Chằm')).toBeTruthy();
  expect(screen.getByText(/Quyết định 15\/QĐ-UBND ngày 25\/07\/2024/)).toBeTruthy();
  expect(screen.getByText('Chấp thuận vượt quy định: Chờ quyết định mới')).toBeTruthy();
  expect(await screen.findByText(/Chưa rõ số thành viên của Tổ/)).toBeTruthy();
});

test('a Tổ tells its members by title, and that it has no leader', async () => {
  const deputy = { ...member, id: id(7), name: 'Lê Thị Phó', position: 'deputy' as const };
  api.on(listPeople, () => listed({ ...member, position: 'ordinary' }, deputy));
  draw(routes, { at, me: meAs('commune-officer') });
  expect(await screen.findByText('Ngày 01/08/2026 Tổ chưa có Tổ trưởng.')).toBeTruthy();
  expect(api.lastOf(listPeople)).toMatchObject({ teamId: team.id, state: 'serving' });
  const names = screen.getAllByRole('link').map(({ textContent }) => textContent);
  expect(names.indexOf('Lê Thị Phó')).toBeLessThan(names.indexOf('Nguyễn Văn Mẫu'));
  expect(screen.getByRole('button', { name: 'Công nhận thành viên' })).toBeTruthy();
});

test('who may only read is offered no decision to record', async () => {
  draw(routes, { at, me: meAs('auditor') });
  await screen.findByRole('heading', { name: 'Tổ số 1' });
  expect(screen.queryByRole('button', { name: 'Ghi quyết định' })).toBeNull();
});

test('teams are listed with what they lack as filters, which stand in the address', async () => {
  const asked: unknown[] = [];
  api.on(listTeams, (question) => {
    asked.push(question.lacks);
    return { items: [row as never], nextCursor: null, total: 1 };
  });
  draw(routes, { at: '/teams', me: meAs('auditor') });
  await user.click(await screen.findByRole('button', { name: 'Chưa có nơi làm việc' }));
  expect(await screen.findByText('1 Tổ')).toBeTruthy();
  expect(asked).toContain('workplace');
});

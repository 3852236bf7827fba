import { addDays, type PlainDate } from '@antt/kernel';
import { lastBeforeReform, merger, workday } from './calendar.ts';
import type { Cell } from './csv.ts';
import {
  beginPeople,
  createPerson,
  type DemoPerson,
  type DemoPosition,
  randomOf,
} from './member.ts';
import type { Random } from './random.ts';
import { type Team } from './team-history.ts';
import { teamSize, type PlannedTeam } from './team.ts';

/** Somebody in a team for days; `to` is the first day after it. */
export type Stay = {
  person: DemoPerson;
  team: string;
  position: DemoPosition;
  from: PlainDate;
  to: PlainDate | null;
  number: string;
  signedOn: PlainDate;
};

/** How many teams have lost their leader, and how many of their members. */
const leaderless = 14;
const understrength = 18;
const leftOn: PlainDate = '2026-05-29';

/** Who serves where, from the founding of each team until the new map of villages. */
export function createRoster(teams: readonly Team[], plan: readonly PlannedTeam[]): Stay[] {
  beginPeople();
  const planned = new Set(plan.map(({ code }) => code));
  const founded = teams.filter(({ code }) => planned.has(code));
  const stays = founded.flatMap(foundingMembers);
  for (const team of teams.filter(({ code }) => !planned.has(code))) {
    stays.push(...movedInto(team, teams, stays));
  }
  const standing = founded.filter(({ dissolvedOn }) => dissolvedOn === null);
  const step = Math.floor(standing.length / (leaderless + understrength));
  const lacking = standing
    .filter((_, index) => index % step === 0)
    .slice(0, leaderless + understrength);
  const without = new Map(
    lacking.map(({ code }, n) => [code, n < leaderless ? 'leader' : 'members']),
  );
  return stays.map((stay) => {
    const lack = stay.to === null && stay.from < leftOn ? without.get(stay.team) : undefined;
    const isGone = lack === 'leader' ? stay.position === 'Tổ trưởng' : stay.position === 'Tổ viên';
    return lack && isGone ? { ...stay, to: leftOn } : stay;
  });
}

/** Never more than the decision of either year counts on. */
function sizeOf({ villages }: Team): number {
  const households = (list: 'old' | 'new') =>
    villages.reduce((sum, village) => sum + village[list].households, 0);
  return Math.min(teamSize(households('old')), teamSize(households('new')));
}

const positionOf = (index: number): DemoPosition =>
  index === 0 ? 'Tổ trưởng' : index === 1 ? 'Tổ phó' : 'Tổ viên';

/** The founding decision recognises the first members; a few have left since, and most were replaced. */
function foundingMembers(team: Team): Stay[] {
  const random = randomOf(team.code);
  const { commune } = team.villages[0]!.old;
  const place = { district: commune.district, kind: commune.kind };
  const founding = { number: team.decisionNumber, signedOn: team.decisionSignedOn };
  return Array.from({ length: sizeOf(team) }, (_, index) => positionOf(index)).flatMap(
    (position) => {
      const person = createPerson(random, position, place, team.foundedOn);
      const first = {
        person,
        team: team.code,
        position,
        from: team.foundedOn,
        to: team.dissolvedOn,
        ...founding,
      };
      const isLast = team.dissolvedOn !== null || team.foundedOn > '2025-12-01';
      if (isLast || !random.chance(0.045)) return [first];
      const left = workday(
        random,
        later(addDays(team.foundedOn, 90), '2025-01-06'),
        lastBeforeReform,
      );
      const ended = { ...first, to: left };
      if (random.chance(0.25)) return [ended];
      const next = later(left, workday(random, left, addDays(left, 40)));
      return [ended, { ...replacement(random, team, position, place, next) }];
    },
  );
}

function replacement(
  random: Random,
  team: Team,
  position: DemoPosition,
  place: { district: string; kind: string },
  from: PlainDate,
): Stay {
  const person = createPerson(random, position, place, later(from, merger));
  const number = `${random.int(60, 400)}-MH/QĐ-UBND`;
  return { person, team: team.code, position, from, to: null, number, signedOn: addDays(from, -3) };
}

/** Two teams became one: who has a place there goes on, with one leader and one deputy. */
function movedInto(team: Team, teams: readonly Team[], stays: readonly Stay[]): Stay[] {
  const former = teams.filter(
    ({ code, dissolvedOn, villages }) =>
      code !== team.code &&
      dissolvedOn === team.foundedOn &&
      villages.some((one) => team.villages.includes(one)),
  );
  const codes = new Set(former.map(({ code }) => code));
  const rank = ['Tổ trưởng', 'Tổ phó', 'Tổ viên'];
  const own = stays
    .filter((stay) => codes.has(stay.team) && stay.to === team.foundedOn)
    .sort((a, b) => rank.indexOf(a.position) - rank.indexOf(b.position));
  return own.slice(0, sizeOf(team)).map(({ person }, index) => ({
    ...{ person, team: team.code, position: positionOf(index), from: team.foundedOn, to: null },
    ...{ number: team.decisionNumber, signedOn: team.decisionSignedOn },
  }));
}

const later = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? b : a);

export const rosterColumns = [
  ...(['Mã Tổ', 'Chức danh', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Số CCCD', 'Từ ngày'] as const),
  ...(['valid_to', 'Số quyết định', 'Ngày quyết định', 'Trình độ học vấn', 'Dân tộc'] as const),
  ...(['Tôn giáo', 'Ngày vào Đảng', 'Điện thoại', 'Lực lượng trước đây'] as const),
  ...(['Số giấy chứng nhận', 'Ghi chú'] as const),
] as const;

/** Rows as provinces keep them; whoever is in it is marked as invented. */
export function rosterRows(stays: readonly Stay[]): Record<(typeof rosterColumns)[number], Cell>[] {
  return stays.map(({ person, team, position, from, to, number, signedOn }) => ({
    'Mã Tổ': team,
    'Chức danh': position,
    'Họ và tên': person.name,
    'Ngày sinh': person.birthDate,
    'Giới tính': person.sex === 'male' ? 'Nam' : 'Nữ',
    'Số CCCD': person.citizenId,
    'Từ ngày': from,
    valid_to: to,
    'Số quyết định': number,
    'Ngày quyết định': signedOn,
    'Trình độ học vấn': person.education,
    'Dân tộc': person.ethnicity,
    'Tôn giáo': person.religion,
    'Ngày vào Đảng': person.partyJoinedOn,
    'Điện thoại': person.phone,
    'Lực lượng trước đây': person.formerForce,
    'Số giấy chứng nhận': person.certificate,
    'Ghi chú': 'Số liệu minh họa',
  }));
}

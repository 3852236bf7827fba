import { type ForceFigures, getForceStatistics, recordDetail } from '@antt/contracts';
import { searchKey } from '@antt/kernel';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { PersonEntity } from '../people/person.entity.ts';
import { PostingEntity } from '../postings/posting.entity.ts';
import { ageOn } from '../postings/recognition.rules.ts';
import { personnel } from '../service.ts';
import { territory } from '../test-territory.ts';

const service = useService(personnel);
const { unit, team, quota, place } = territory(service);
const window = { from: '2026-05-15', to: '2026-06-14' };

type Person = Pick<
  PersonEntity,
  'id' | 'sex' | 'birthDate' | 'education' | 'ethnicity' | 'partyJoinedOn'
>;
type Posting = Pick<PostingEntity, 'personId' | 'teamId' | 'position' | 'validFrom' | 'validTo'>;

async function put(communeId: string, said: Partial<Person> = {}): Promise<Person> {
  const person: Person = {
    ...{ id: randomUUID(), sex: 'male', birthDate: '1980-03-04', education: 'lower-secondary' },
    ...{ ethnicity: 'Kinh', partyJoinedOn: null },
    ...said,
  };
  const name = 'Nguyễn Văn An';
  const names = { name, searchKey: searchKey(name), sortName: name };
  const rest = { phone: '', religion: '', address: '', note: '', communeId, version: 1 };
  await service.given(PersonEntity, { ...person, ...names, ...rest });
  return person;
}

async function post(
  personId: string,
  teamId: string,
  validFrom: string,
  validTo: string | null = null,
  position: Posting['position'] = 'ordinary',
): Promise<Posting> {
  const posting = { personId, teamId, position, validFrom, validTo };
  await service.given(PostingEntity, { id: randomUUID(), ...posting });
  return posting;
}

/** The same figures in plain words. */
function oracle(people: readonly Person[], postings: readonly Posting[], { from, to } = window) {
  const of = (id: string) =>
    postings
      .filter(({ personId }) => personId === id)
      .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const known = people.filter(({ id }) => of(id).some(({ validFrom }) => validFrom <= to));
  const now = (id: string) =>
    of(id).find((one) => one.validFrom <= to && (one.validTo === null || to < one.validTo));
  const active = known.filter(({ id }) => now(id));
  const count = (holds: (person: Person) => boolean) => active.filter(holds).length;
  const inside = (day: string | null) => day !== null && from <= day && day <= to;
  const schooled = (...levels: Person['education'][]) =>
    count(({ education }) => levels.includes(education));
  return {
    total: known.length,
    active: active.length,
    left: known.length - active.length,
    leaders: count(({ id }) => now(id)!.position === 'leader'),
    deputies: count(({ id }) => now(id)!.position === 'deputy'),
    ordinary: count(({ id }) => now(id)!.position === 'ordinary'),
    under70: count(({ birthDate }) => ageOn(birthDate, to) < 70),
    from70: count(({ birthDate }) => ageOn(birthDate, to) >= 70),
    male: count(({ sex }) => sex === 'male'),
    female: count(({ sex }) => sex === 'female'),
    belowPrimary: schooled('none'),
    primary: schooled('primary'),
    lowerSecondary: schooled('lower-secondary'),
    upperSecondary: schooled('upper-secondary'),
    college: schooled('elementary', 'intermediate', 'college'),
    university: schooled('university', 'postgraduate'),
    educationUnknown: schooled(null),
    minority: count(({ ethnicity }) => ethnicity !== 'Kinh'),
    party: count(({ partyJoinedOn }) => partyJoinedOn !== null && partyJoinedOn <= to),
    joined: postings.filter(
      ({ personId, validFrom }) =>
        inside(validFrom) && !of(personId).some(({ validTo }) => validTo === validFrom),
    ).length,
    ended: postings.filter(
      ({ personId, validTo }) =>
        inside(validTo) && !of(personId).some(({ validFrom }) => validFrom === validTo),
    ).length,
  } satisfies Partial<ForceFigures>;
}

test('every figure is what counting one by one gives, by commune and in all', async () => {
  const province = await unit('province', 'Minh Họa', null, { from: '2020-01-01' });
  const here = await place(9, province);
  const other = await place(7, province);
  const people: Person[] = [];
  const postings: Posting[] = [];
  const levels = [
    'none',
    'primary',
    'lower-secondary',
    'upper-secondary',
    'elementary',
    'intermediate',
    'college',
  ] as const;
  const education = [...levels, 'university', 'postgraduate', null] as const;
  for (let n = 0; n < 54; n += 1) {
    const person = await put(here.communeId, {
      sex: n % 7 === 0 ? 'female' : 'male',
      // some are born on the very day, the day after and the day before being 70
      birthDate: n % 5 === 0 ? `1956-06-${String(13 + (n % 3)).padStart(2, '0')}` : '1985-02-28',
      education: education[n % education.length]!,
      ethnicity: n % 4 === 0 ? 'Nùng' : 'Kinh',
      partyJoinedOn: n % 6 === 0 ? '2010-05-19' : n % 6 === 1 ? '2026-06-15' : null,
    });
    people.push(person);
    const team = n % 3 === 0 ? other.teamId : here.teamId;
    const starts = ['2024-08-01', '2026-05-14', '2026-05-15', '2026-06-14', '2026-06-15'][n % 5]!;
    const ends = [null, null, '2026-06-14', '2026-06-15', null, '2026-07-01'][n % 6]!;
    const to = ends !== null && ends > starts ? ends : null;
    const position = n === 3 || n === 4 ? 'leader' : n % 8 === 1 ? 'deputy' : 'ordinary';
    postings.push(await post(person.id, team, starts, to, position));
    // a transfer within the window is neither a beginning nor an end
    if (to === '2026-06-14' && n % 4 === 2) postings.push(await post(person.id, here.teamId, to));
  }
  const answer = await service.call(getForceStatistics, { ...window, within: province });
  const rest = { commended: 0, trained: 0, formerForce: 0 };
  expect(answer.total).toEqual({ ...oracle(people, postings), ...rest, teams: 2, quota: 16 });
  expect(answer.total.joined * answer.total.ended).toBeGreaterThan(0);
  expect(answer.items.map(({ unit: { id } }) => id).sort()).toEqual(
    [here.communeId, other.communeId].sort(),
  );
  for (const figure of [
    'teams',
    'quota',
    'total',
    'active',
    'left',
    'from70',
    'party',
    'joined',
  ] as const) {
    const sum = answer.items.reduce((all, row) => all + row[figure]!, 0);
    expect([figure, sum]).toEqual([figure, answer.total[figure]]);
  }
});

test('a commune officer and an asked commune count that commune alone', async () => {
  const [mine, other] = [await place(), await place()];
  for (const { communeId, teamId } of [mine, mine, other]) {
    await post((await put(communeId)).id, teamId, '2024-08-01');
  }
  const officer = someone('commune-officer', [mine.communeId]);
  const own = await service.call(getForceStatistics, window, officer);
  expect([own.total.active, own.items.length]).toEqual([2, 1]);
  const asked = await service.call(getForceStatistics, { ...window, within: other.communeId });
  expect(asked.total.active).toBe(1);
});

test('a commune without a force stands in the list with nothing, while it stands', async () => {
  const province = await unit('province', 'Minh Họa', null, { from: '2020-01-01' });
  await unit('commune', 'Còn Trống', province, { from: '2020-01-01' });
  await unit('commune', 'Đã Hết', province, { from: '2020-01-01', to: '2026-06-14' });
  const { items } = await service.call(getForceStatistics, { ...window, within: province });
  expect(items).toMatchObject([
    { unit: { name: 'Còn Trống' }, teams: 0, quota: null, total: 0, active: 0, joined: 0 },
  ]);
});

test('who left before a merger is counted where the villages of the team lie today', async () => {
  const old = await unit('commune', 'Phì Điền', null, { from: '2020-01-01', to: '2025-07-01' });
  const heir = await unit('commune', 'Lục Ngạn', null, { from: '2025-07-01' });
  const village = await unit('village', 'Chằm', old, { from: '2020-01-01', to: '2025-07-01' });
  await service.db.query(
    'insert into unit_version select unit_id, kind, code, name, $2::date, null from unit_version where unit_id = $1',
    [village, '2025-07-01'],
  );
  await service.db.query('insert into unit_parent values ($1, $2, $3, null)', [
    village,
    heir,
    '2025-07-01',
  ]);
  const gone = await team([village], { from: '2024-07-01', to: '2025-03-01' });
  await post((await put(old)).id, gone, '2024-08-01', '2025-03-01');
  await quota(heir, 3, { from: '2025-07-01' });
  const { items } = await service.call(getForceStatistics, { ...window, within: heir });
  expect(items).toMatchObject([
    { unit: { name: 'Lục Ngạn' }, teams: 0, quota: 3, total: 1, active: 0, left: 1 },
  ]);
});

test('former service is counted from what the roster said', async () => {
  const { communeId, teamId } = await place();
  const { id } = await put(communeId);
  await post(id, teamId, '2024-08-01');
  await service.db.query(
    `insert into roster_remark values ($1, 'former-force', 'Bảo vệ dân phố')`,
    [id],
  );
  const { total } = await service.call(getForceStatistics, { ...window, within: communeId });
  expect(total.formerForce).toBe(1);
});

/** Attends a course that ends in the year before the window, unless said otherwise. */
async function attend(
  personId: string,
  unitId: string,
  { kind = 'initial', result = 'passed', endsOn = '2025-09-24' } = {},
): Promise<string> {
  const courseId = randomUUID();
  await service.db.query(
    `insert into course (id, unit_id, name, kind, topics, starts_on, ends_on, hours)
     values ($1, $2, 'Tập huấn minh họa', $3, '{T1}', '2025-09-22', $4, 24)`,
    [courseId, unitId, kind, endsOn],
  );
  await service.db.query(
    'insert into attendance (course_id, person_id, hours, result) values ($1, $2, 24, $3)',
    [courseId, personId, result],
  );
  return courseId;
}

async function certify(
  personId: string,
  unitId: string,
  { issuedOn = '2025-10-01', validTo = null as string | null, withdrawnOn = null as string | null },
): Promise<void> {
  const courseId = await attend(personId, unitId, { result: 'unassessed' });
  await service.db.query(
    `insert into certificate (id, course_id, person_id, number, issued_on, valid_to, state, state_on)
     values ($1, $2, $3, $8, $4, $5, $6, $7)`,
    [
      ...[randomUUID(), courseId, personId, issuedOn, validTo],
      ...[withdrawnOn ? 'withdrawn' : 'in-use', withdrawnOn, randomUUID()],
    ],
  );
}

test('trained is who serves and passed a course, or holds a certificate, by the last day', async () => {
  const { communeId, teamId } = await place(10);
  const serving = async (to: string | null = null) => {
    const { id } = await put(communeId);
    await post(id, teamId, '2024-08-01', to);
    return id;
  };
  const trained = async () =>
    (await service.call(getForceStatistics, { ...window, within: communeId })).total.trained;

  await attend(await serving(), communeId, { result: 'failed' });
  await attend(await serving(), communeId, { result: 'absent' });
  await attend(await serving(), communeId, { kind: 'drill' });
  await attend(await serving(), communeId, { endsOn: '2026-06-15' });
  await attend(await serving('2026-06-01'), communeId);
  await certify(await serving(), communeId, { issuedOn: '2026-06-15' });
  await certify(await serving(), communeId, { validTo: '2026-06-14' });
  await certify(await serving(), communeId, { withdrawnOn: '2026-06-14' });
  expect(await trained()).toBe(0);

  const twice = await serving();
  await attend(twice, communeId, { endsOn: '2026-06-14' });
  await attend(twice, communeId, { kind: 'refresher' });
  expect(await trained()).toBe(1);
  const holder = await serving();
  await certify(holder, communeId, { validTo: '2026-06-15' });
  await attend(holder, communeId);
  await certify(await serving(), communeId, { withdrawnOn: '2026-06-15' });
  expect(await trained()).toBe(3);
});

test('commended is whom a decision of the window commends, once, whether they serve still or not', async () => {
  const { communeId, teamId } = await place();
  const [twice, gone, earlier] = [await put(communeId), await put(communeId), await put(communeId)];
  const commended = (personId: string, validFrom: string) =>
    service.call(recordDetail, {
      ...{ id: randomUUID(), personId, validFrom, validTo: null },
      content: { kind: 'commendation', award: 'Giấy khen của Chủ tịch UBND xã', decision: '12/QĐ' },
    });
  for (const { id } of [twice, earlier]) await post(id, teamId, '2024-08-01');
  await post(gone.id, teamId, '2024-08-01', '2026-06-01');
  await commended(twice.id, window.from);
  await commended(twice.id, window.to);
  await commended(gone.id, '2026-05-20');
  await commended(earlier.id, '2026-05-14');
  const { total } = await service.call(getForceStatistics, { ...window, within: communeId });
  expect([total.active, total.commended]).toEqual([2, 2]);
});

test('what a record that was merged attended is of whom it stands for', async () => {
  const { communeId, teamId } = await place();
  const [kept, merged] = [await put(communeId), await put(communeId)];
  await post(kept.id, teamId, '2024-08-01');
  await attend(merged.id, communeId);
  await service.db.query('update person set merged_into = $1 where id = $2', [kept.id, merged.id]);
  const { total } = await service.call(getForceStatistics, { ...window, within: communeId });
  expect([total.active, total.trained]).toEqual([1, 1]);
});

test('without days the window is that of the monthly report, and one that is turned is refused', async () => {
  const { from, to } = await service.call(getForceStatistics, {});
  expect([from.slice(8), to.slice(8)]).toEqual(['15', '14']);
  const turned = { from: '2026-06-14', to: '2026-05-15' };
  await expect(service.call(getForceStatistics, turned)).rejects.toMatchObject({
    type: 'invalid-input',
  });
});

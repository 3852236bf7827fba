import {
  approveShifts,
  assignSupervision,
  countPeopleWorkByUnit,
  decideClaim,
  getPeopleWork,
  issueThings,
  judgeDuplicate,
  listAgeReviews,
  listPeopleWork,
  PeopleWorkKind,
  proposeCessation,
  receiveClaim,
  recordAgeReview,
  recordDetail,
  recordShift,
  type Role,
  setParameter,
} from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { personnel } from '../service.ts';
import { recruiting } from '../recruitments/test-recruitment.ts';
import { decision, territory } from '../test-territory.ts';

const service = useService(personnel);
const { place, person, member, quota, unit } = territory(service);
const { plan } = recruiting(service);
const on = '2026-08-03';

async function work(communeId: string, role: Role = 'commune-officer', day = on) {
  const question = { on: day, within: communeId };
  const { entries } = await service.call(getPeopleWork, question, someone(role, [communeId]));
  return Object.fromEntries(entries.map((entry) => [entry.kind, entry]));
}

/** A commune whose team of three has lost one of its members for good. */
async function shortTeam(left: 'leader' | 'ordinary', leftOn: string) {
  const here = await place();
  const leader = await member(here, { position: 'leader' });
  const others = [await member(here), await member(here)];
  const gone = left === 'leader' ? leader : others[0]!;
  await service.db.query('update posting set valid_to = $2 where id = $1', [
    gone.posting.id,
    leftOn,
  ]);
  return { ...here, gone };
}

test('a Tổ without leader is work of the commune since the day on which the leader left', async () => {
  const { communeId, teamId } = await shortTeam('leader', '2026-06-01');
  expect((await work(communeId))['leader-vacant']).toEqual({
    kind: 'leader-vacant',
    count: 1,
    oldest: '2026-06-01',
    closedBy: 'posting.write',
    mine: true,
  });
  expect((await work(communeId, 'area-officer'))['leader-vacant']).toMatchObject({ mine: false });
  expect((await work(communeId, 'commune-officer', '2026-05-31'))['leader-vacant']).toBeUndefined();
  await member({ communeId, teamId }, { position: 'leader', from: '2026-07-01' });
  expect((await work(communeId))['leader-vacant']).toBeUndefined();
});

test('a Tổ is under strength by the number that its province says, since it fell below it without a break', async () => {
  const { communeId, teamId } = await shortTeam('ordinary', '2026-05-01');
  expect((await work(communeId))['team-under-strength']).toMatchObject({
    count: 1,
    oldest: '2026-05-01',
  });
  await member({ communeId, teamId }, { from: '2026-07-15' });
  expect((await work(communeId))['team-under-strength']).toBeUndefined();
  await service.call(setParameter, {
    id: randomUUID(),
    code: 'least-members-per-team',
    unitId: communeId,
    value: 4,
    source: 'Nghị quyết 7/NQ-HĐND',
    validFrom: '2026-01-01',
  });
  expect((await work(communeId))['team-under-strength']).toMatchObject({
    count: 1,
    oldest: '2024-07-01',
  });
});

test('records that may be of one person are work of who may change both, until somebody has judged', async () => {
  const [here, there] = [await place(), await place()];
  const said = { name: 'Nguyễn Văn An', birthDate: '1985-05-20' };
  const first = await person(here.communeId, said);
  const second = await person(there.communeId, said);
  expect((await work(here.communeId))['likely-duplicate']).toBeUndefined();
  const officer = someone('commune-officer', [here.communeId, there.communeId]);
  const asked = { on, within: here.communeId };
  const duplicates = async () => {
    const { entries } = await service.call(getPeopleWork, asked, officer);
    return entries.find(({ kind }) => kind === 'likely-duplicate');
  };
  expect(await duplicates()).toMatchObject({ count: 1, mine: true });
  const listed = { ...asked, kind: 'likely-duplicate' as const, limit: 10 };
  expect((await service.call(listPeopleWork, listed, officer)).items).toMatchObject([
    { noun: 'duplicate', name: 'Nguyễn Văn An – Nguyễn Văn An', unitId: here.communeId },
  ]);
  const reason = 'Đối chiếu căn cước và giấy khai sinh';
  const judged = { id: randomUUID(), personIds: [first, second] as [string, string], reason };
  await service.call(judgeDuplicate, { ...judged, judgement: 'different', keptId: null }, officer);
  expect(await duplicates()).toBeUndefined();
});

test('more members than the decision and its roadmap allow are work, and no more within the roadmap', async () => {
  const { communeId } = await shortTeam('ordinary', '2026-05-01');
  await service.db.query(`update quota set valid_to = '2026-07-01' where unit_id = $1`, [
    communeId,
  ]);
  await quota(communeId, 1, { from: '2026-07-01' });
  expect((await work(communeId))['members-over-quota']).toMatchObject({
    count: 1,
    oldest: '2026-07-01',
  });
  await service.db.query(
    `insert into surplus (id, unit_id, members, valid_from, valid_to)
     values ($1, $2, 1, '2026-07-01', '2026-12-31')`,
    [randomUUID(), communeId],
  );
  expect((await work(communeId))['members-over-quota']).toBeUndefined();
  const later = await work(communeId, 'commune-officer', '2027-01-01');
  expect(later['members-over-quota']).toMatchObject({ count: 1, oldest: '2026-12-31' });
});

test('who turns 70 is looked into once, and goes on serving', async () => {
  const here = await place();
  const { personId } = await member(here, { said: { birthDate: '1956-08-20' } });
  expect((await work(here.communeId))['age-review-due']).toMatchObject({
    count: 1,
    oldest: '2026-08-20',
  });
  const earlier = await work(here.communeId, 'commune-officer', '2026-07-20');
  expect(earlier['age-review-due']).toBeUndefined();
  const review = {
    id: randomUUID(),
    personId,
    reviewedOn: '2025-08-19',
    outcome: 'continues' as const,
    basis: 'Giấy khám sức khỏe loại II',
  };
  await expect(service.call(recordAgeReview, review)).rejects.toMatchObject({
    type: 'age-review-too-early',
    body: { first: '2025-08-20' },
  });
  await expect(
    service.call(recordAgeReview, { ...review, reviewedOn: '2099-01-01' }),
  ).rejects.toMatchObject({ type: 'age-review-to-come' });
  const leaving = { ...review, id: randomUUID(), outcome: 'to-cease' as const };
  await service.call(recordAgeReview, { ...leaving, reviewedOn: '2026-08-02' });
  expect((await work(here.communeId))['age-review-due']).toMatchObject({ count: 1 });
  await service.call(recordAgeReview, { ...review, reviewedOn: '2026-08-03' });
  expect((await work(here.communeId))['age-review-due']).toBeUndefined();
  const told = async (role: Role) => {
    const asker = someone(role, [here.communeId]);
    const { items } = await service.call(listAgeReviews, { personId }, asker);
    return items.map(({ basis }) => basis);
  };
  expect(await told('commune-officer')).toEqual([review.basis, review.basis]);
  expect(await told('area-officer')).toEqual([null, null]);
  const [{ stored }] = await service.db.query(
    `select string_agg(encode(basis, 'escape'), '') as stored from age_review where person_id = $1`,
    [personId],
  );
  expect(stored).not.toContain('II');
});

test('papers that run out and nothing follows, what is worn out, and what somebody who left still has', async () => {
  const { communeId, gone, teamId } = await shortTeam('ordinary', '2026-05-01');
  const other = await member({ communeId, teamId });
  await service.db.query(`update posting set valid_to = '2026-04-01' where id = $1`, [
    other.posting.id,
  ]);
  const stays = await member({ communeId, teamId }, { from: '2026-05-02' });
  const insured = { kind: 'insurance', scheme: 'health', cover: 'own', number: null } as const;
  const detail = {
    personId: stays.personId,
    content: insured,
    validFrom: '2025-08-20',
    validTo: '2026-08-20',
  };
  await service.call(recordDetail, { id: randomUUID(), ...detail });
  const issue = { quantity: 1, accept: [], reason: '', dryRun: false, note: '', number: null };
  const give = (personId: string, item: string, issuedOn: string) =>
    service.call(issueThings, {
      ...{ id: randomUUID(), personId, item, ...issue, issuedOn, servesUntil: '2026-07-31' },
    });
  await give(stays.personId, 'soft-cap', '2026-05-02');
  await give(gone.personId, 'badge', '2025-05-02');
  await give(other.personId, 'soft-cap', '2025-05-02');
  const found = await work(communeId);
  expect(found).toMatchObject({
    'document-expiring': { count: 1, oldest: '2026-08-20' },
    'supply-due': { count: 1, oldest: '2026-07-31' },
    'supply-unreturned': { count: 1, oldest: '2026-05-01' },
  });
  const next = { ...detail, validFrom: '2026-08-20', validTo: '2027-08-20' };
  await service.call(recordDetail, { id: randomUUID(), ...next });
  expect((await work(communeId))['document-expiring']).toBeUndefined();
});

test('terms that run are work until they are met: a resignation, a selection, a report on supervision', async () => {
  const here = await place();
  const { personId, posting } = await member(here);
  await service.call(proposeCessation, {
    ...{ id: randomUUID(), postingId: posting.id, ground: 'resignation', conduct: null },
    ...{ letterOn: '2026-07-27', proposedOn: '2026-07-31', basis: null, note: '' },
    ...{ villageHead: 'Trần Văn Bình', frontHead: 'Lê Thị Cúc' },
    ...{ accept: [], reason: '', dryRun: false },
  });
  await service.call(assignSupervision, {
    ...{ id: randomUUID(), personId, supervisedName: 'Nguyễn Văn Minh Họa' },
    ...{ receivedOn: '2026-04-01', proposedOn: '2026-04-03', validFrom: '2026-04-06' },
    decision: decision('2026-04-06'),
  });
  const recruitmentId = await plan(here.communeId);
  const asker = someone('commune-officer', [here.communeId]);
  expect(await work(here.communeId)).toMatchObject({
    'cessation-due': { count: 1, oldest: '2026-08-07' },
    'supervision-report-due': { count: 1, oldest: '2026-07-01' },
  });
  const none = await service.call(
    listPeopleWork,
    { kind: 'recruitment-due', on, limit: 100 },
    asker,
  );
  expect(none.items.map(({ id }) => id)).not.toContain(recruitmentId);
});

test('a dossier of harm on duty is owed step by step, until it is decided', async () => {
  const here = await place();
  const { personId } = await member(here);
  const shiftId = randomUUID();
  await service.call(recordShift, {
    ...{
      id: shiftId,
      personId,
      kind: 'watch' as const,
      withPolice: false,
      restDay: false,
      heavy: false,
      note: '',
      orderId: null,
    },
    ...{ startsAt: '2026-07-20T19:00:00+07:00', endsAt: '2026-07-20T22:00:00+07:00' },
  });
  const { id } = await service.call(receiveClaim, {
    ...{ id: randomUUID(), personId, kind: 'treatment', happenedAt: '2026-07-20T20:00:00+07:00' },
    ...{ shiftId, orderId: null, exclusions: [], receivedOn: '2026-07-24', channel: 'bank' },
    papers: ['application', 'receipts', 'discharge-paper'],
  });
  const asker = someone('commune-officer', [here.communeId]);
  const due = async () =>
    (await service.call(listPeopleWork, { kind: 'claim-due', on, limit: 10 }, asker)).items;
  expect(await due()).toMatchObject([{ noun: 'claim', id, since: '2026-07-31' }]);
  const refusal = { id, outcome: 'refused', reasons: 'Không thuộc trường hợp được hưởng' } as const;
  await service.call(decideClaim, { ...refusal, decision: decision('2026-07-30') });
  expect(await due()).toEqual([]);
});

test('a shift waits for the commune police until it is approved', async () => {
  const here = await place();
  const { personId } = await member(here);
  const id = randomUUID();
  await service.call(recordShift, {
    ...{
      id,
      personId,
      kind: 'watch' as const,
      withPolice: false,
      restDay: false,
      heavy: false,
      note: '',
      orderId: null,
    },
    ...{ startsAt: '2026-08-01T19:00:00+07:00', endsAt: '2026-08-01T22:00:00+07:00' },
  });
  expect((await work(here.communeId))['shift-waiting']).toMatchObject({
    count: 1,
    oldest: '2026-08-01',
    mine: true,
  });
  expect((await work(here.communeId, 'team-leader'))['shift-waiting']).toMatchObject({
    mine: false,
  });
  await service.call(approveShifts, { ids: [id] });
  expect((await work(here.communeId))['shift-waiting']).toBeUndefined();
});

test('every kind lists exactly what it counts, page by page, and nothing of another commune', async () => {
  const { communeId } = await shortTeam('leader', '2026-06-01');
  const other = await shortTeam('leader', '2026-06-01');
  const asker = someone('provincial-administrator', [communeId]);
  const { entries } = await service.call(getPeopleWork, { on }, asker);
  const counted = new Map(entries.map(({ kind, count }) => [kind, count]));
  for (const kind of PeopleWorkKind.options) {
    const { items, total } = await service.call(listPeopleWork, { kind, on, limit: 100 }, asker);
    expect([kind, items.length, total]).toEqual([
      kind,
      counted.get(kind) ?? 0,
      counted.get(kind) ?? 0,
    ]);
  }
  const both = someone('commune-officer', [communeId, other.communeId]);
  const page = { kind: 'leader-vacant', on, limit: 1 } as const;
  const first = await service.call(listPeopleWork, page, both);
  const second = await service.call(listPeopleWork, { ...page, cursor: first.nextCursor! }, both);
  const names = [...first.items, ...second.items].map(({ unitId }) => unitId).sort();
  expect(names).toEqual([communeId, other.communeId].sort());
  expect(first.items[0]).toMatchObject({
    noun: 'team',
    name: 'Tổ bảo vệ ANTT',
    place: 'xã Tân Lập',
    since: '2026-06-01',
  });
});

test('what a role does not see is refused', async () => {
  const { communeId } = await place();
  const asker = someone('team-leader', [communeId]);
  await expect(
    service.call(listPeopleWork, { kind: 'age-review-due', on, limit: 100 }, asker),
  ).rejects.toMatchObject({ type: 'not-allowed' });
});

test('terms come page by page like everything else', async () => {
  const here = await place();
  const asker = someone('commune-officer', [here.communeId]);
  const given: string[] = [];
  for (const day of ['2026-04-06', '2026-04-07', '2026-04-08']) {
    const { personId } = await member(here);
    const id = randomUUID();
    given.push(id);
    await service.call(assignSupervision, {
      ...{ id, personId, supervisedName: 'Nguyễn Văn Minh Họa' },
      ...{ receivedOn: '2026-04-01', proposedOn: '2026-04-03', validFrom: day },
      decision: decision('2026-04-06'),
    });
  }
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const question = { kind: 'supervision-report-due', on, limit: 2, cursor } as const;
    const { items, nextCursor, total } = await service.call(listPeopleWork, question, asker);
    expect(total).toBe(3);
    expect(items.map(({ noun }) => noun)).not.toContain('person');
    seen.push(...items.map(({ id }) => id));
    cursor = nextCursor ?? undefined;
  } while (cursor);
  expect(seen.sort()).toEqual(given.sort());
});

test('two roles in two communes do not add up: what may be closed elsewhere is not mine here', async () => {
  const [seen, mine] = [
    await shortTeam('leader', '2026-06-01'),
    await shortTeam('leader', '2026-06-01'),
  ];
  const asker = {
    ...someone('area-officer', [seen.communeId]),
    grants: [
      ...someone('area-officer', [seen.communeId]).grants,
      ...someone('commune-officer', [mine.communeId]).grants,
    ],
  };
  const vacant = async (within: string) => {
    const { entries } = await service.call(getPeopleWork, { on, within }, asker);
    return entries.find(({ kind }) => kind === 'leader-vacant');
  };
  expect(await vacant(seen.communeId)).toMatchObject({ count: 1, mine: false });
  expect(await vacant(mine.communeId)).toMatchObject({ count: 1, mine: true });
});

test('who is still recorded in a Tổ that has ended is work since that day, until moved', async () => {
  const here = await place();
  const { posting } = await member(here);
  await service.db.query(`update team set dissolved_on = '2026-07-01' where id = $1`, [
    here.teamId,
  ]);
  expect((await work(here.communeId))['team-ended']).toMatchObject({
    count: 1,
    oldest: '2026-07-01',
    mine: true,
  });
  expect(
    (await work(here.communeId, 'commune-officer', '2026-06-30'))['team-ended'],
  ).toBeUndefined();
  await service.db.query(`update posting set valid_to = '2026-07-01' where id = $1`, [posting.id]);
  expect((await work(here.communeId))['team-ended']).toBeUndefined();
});

test('what waits about people in the communes of a province adds up to what its list has', async () => {
  const province = await unit('province', 'Bắc Ninh');
  const [first, second] = [await place(10, province), await place(10, province)];
  await place(10, province);
  // of two in the first, one supervises somebody: a term that the database does not reckon
  const { personId } = await member(first, {
    position: 'leader',
    said: { name: 'Hoàng Văn Dũng', birthDate: '1979-01-02' },
  });
  await member(first, { said: { name: 'Lý Thị Én', birthDate: '1991-11-12' } });
  await member(second, { said: { name: 'Vi Văn Phú', birthDate: '1983-07-30' } });
  await service.call(assignSupervision, {
    ...{ id: randomUUID(), personId, supervisedName: 'Nguyễn Văn Minh Họa' },
    ...{ receivedOn: '2026-04-01', proposedOn: '2026-04-03', validFrom: '2026-04-06' },
    decision: decision('2026-04-06'),
  });
  const asker = someone('commune-officer', [province]);
  const sumOf = (counts: { count: number }[]) => counts.reduce((sum, { count }) => sum + count, 0);
  const listed = Object.values(await work(province));
  expect(listed.map(({ kind }) => kind)).toContain('supervision-report-due');
  for (const level of ['province', 'commune'] as const) {
    const question = { on, within: province, level };
    const { items, total } = await service.call(countPeopleWorkByUnit, question, asker);
    expect([sumOf(items), total]).toEqual([sumOf(listed), sumOf(listed)]);
    for (const { unitId, count } of items) {
      expect(count).toBe(sumOf(Object.values(await work(unitId))));
    }
  }
  const vacant = { on, within: province, level: 'commune', kind: 'leader-vacant' } as const;
  const { items } = await service.call(countPeopleWorkByUnit, vacant, asker);
  expect(items.map(({ unitId }) => unitId)).not.toContain(first.communeId);
  expect(sumOf(items)).toBe(2);
});

test('a likely duplicate of two communes counts once on a map of both', async () => {
  const province = await unit('province', 'Bắc Giang');
  const [here, there] = [await place(10, province), await place(10, province)];
  const said = { name: 'Trần Thị Bích', birthDate: '1988-03-12' };
  await person(here.communeId, said);
  await person(there.communeId, said);
  const asker = someone('commune-officer', [province]);
  const kind = 'likely-duplicate' as const;
  const counted = { on, within: province, kind, level: 'commune' } as const;
  const { items, total } = await service.call(countPeopleWorkByUnit, counted, asker);
  const list = await service.call(listPeopleWork, { on, within: province, kind, limit: 10 }, asker);
  expect([items.length, total, list.total]).toEqual([1, 1, 1]);
});

test('nobody is told where work waits of a kind, or in a commune, that they do not see', async () => {
  const [here, there] = [await place(), await place()];
  const question = { on, level: 'commune' as const };
  const officer = someone('commune-officer', [here.communeId]);
  const { items } = await service.call(countPeopleWorkByUnit, question, officer);
  expect(items.map(({ unitId }) => unitId)).toEqual([here.communeId]);
  expect(items.map(({ unitId }) => unitId)).not.toContain(there.communeId);
  const leader = someone('team-leader', [here.communeId]);
  await expect(
    service.call(countPeopleWorkByUnit, { ...question, kind: 'age-review-due' }, leader),
  ).rejects.toMatchObject({ type: 'not-allowed' });
});

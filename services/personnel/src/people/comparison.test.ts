import {
  changePerson,
  endCertificate,
  getPerson,
  issueCertificate,
  judgeDuplicate,
  listAttendances,
  listCertificates,
  listComparisons,
  listDetails,
  listDuplicates,
  listPeople,
  listPostings,
  listTrainingDays,
  recordAttendances,
  recordCourse,
  recordDetail,
  undoComparison,
} from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { personnel } from '../service.ts';
import { recruiting } from '../recruitments/test-recruitment.ts';
import { territory } from '../test-territory.ts';

const service = useService(personnel);
const { place, person, member } = territory(service);
const { proposed, take, decided, check } = recruiting(service);
const on = '2026-09-01';
const reason = 'Đối chiếu căn cước và giấy khai sinh';

/** What an officer of the commune, and of others, is offered. */
const likely = (within: string, ...others: string[]) => {
  const officer = someone('commune-officer', [within, ...others]);
  return service.call(listDuplicates, { on, within, limit: 50 }, officer);
};
const judging = (
  personIds: [string, string],
  judgement: 'same' | 'different' = 'different',
  keptId: string | null = null,
) => ({ id: randomUUID(), personIds, judgement, keptId, reason });

test.each([
  ['the same day', 'Nguyễn Văn Án', '1985-05-20', true],
  ['two days later', 'Nguyễn Văn An', '1985-05-22', true],
  ['day and month swapped', 'Nguyễn Văn An', '1985-04-03', false],
  ['a year off', 'Nguyễn Văn An', '1986-05-20', true],
  ['another month', 'Nguyễn Văn An', '1985-08-20', false],
  ['another name', 'Trần Thị Hoa', '1985-05-20', false],
])(
  'of somebody born on %s a name alike is offered, others are not',
  async (_, name, birthDate, is) => {
    const { communeId } = await place();
    await person(communeId, { name: 'Nguyễn Văn An', birthDate: '1985-05-20' });
    await person(communeId, { name, birthDate });
    expect((await likely(communeId)).total).toBe(is ? 1 : 0);
  },
);

test('likely pairs come page by page, the likeliest first, each once', async () => {
  const { communeId } = await place();
  const names = ['Nguyễn Văn An', 'Nguyễn Văn An', 'Nguyễn Văn Anh', 'Nguyễn Văn An'];
  for (const [n, name] of names.entries()) {
    await person(communeId, { name, birthDate: n === 3 ? '1985-05-22' : '1985-05-20' });
  }
  const whole = (await likely(communeId)).items;
  expect(whole).toHaveLength(6);
  const officer = someone('commune-officer', [communeId]);
  const seen: typeof whole = [];
  let cursor: string | null = null;
  do {
    const after: { cursor?: string } = cursor === null ? {} : { cursor };
    const asked = { on, within: communeId, limit: 2, ...after };
    const page: Output<typeof listDuplicates> = await service.call(listDuplicates, asked, officer);
    seen.push(...page.items);
    cursor = page.nextCursor;
    if (page.items.length > 0) expect(page.total).toBe(6);
  } while (cursor !== null);
  expect(seen).toEqual(whole);
  const sameDay = whole.map(({ people: [a, b] }) => a.birthDate === b.birthDate);
  expect(sameDay).toEqual([true, true, true, false, false, false]);
  const nonsense = { on, within: communeId, limit: 2, cursor: `0 1 ${communeId}` };
  await expect(service.call(listDuplicates, nonsense, officer)).rejects.toMatchObject({
    type: 'invalid-input',
  });
});

test('day and month that were swapped are found', async () => {
  const { communeId } = await place();
  await person(communeId, { birthDate: '1985-03-04' });
  await person(communeId, { birthDate: '1985-04-03' });
  expect((await likely(communeId)).items).toMatchObject([{ similarity: 1 }]);
});

test('a corrected name or day of birth makes likely pairs and ends them, a merger ends those of the record that went', async () => {
  const { communeId } = await place();
  const birthDate = '1985-05-20';
  const first = await person(communeId, { name: 'Nguyễn Văn An', birthDate });
  const second = await person(communeId, { name: 'Trần Thị Hoa', birthDate });
  expect((await likely(communeId)).total).toBe(0);
  await service.call(changePerson, { id: second, version: 1, name: 'Nguyễn Văn Anh' });
  expect((await likely(communeId)).total).toBe(1);
  await service.call(changePerson, { id: second, version: 2, birthDate: '1990-01-31' });
  expect((await likely(communeId)).total).toBe(0);
  await service.call(changePerson, { id: second, version: 3, birthDate });
  const third = await person(communeId, { name: 'Nguyễn Văn An', birthDate });
  expect((await likely(communeId)).total).toBe(3);
  const judged = await service.call(judgeDuplicate, judging([first, third], 'same', first));
  expect((await likely(communeId)).total).toBe(1);
  await service.call(undoComparison, { id: judged.id, reason });
  expect((await likely(communeId)).total).toBe(3);
});

test('a pair is offered only to whoever may see both, and no more once it is judged', async () => {
  const [here, there] = [await place(), await place()];
  const pair: [string, string] = [await person(here.communeId), await person(there.communeId)];
  const officer = someone('commune-officer', [here.communeId]);
  expect((await likely(here.communeId)).total).toBe(0);
  expect((await likely(here.communeId, there.communeId)).total).toBe(1);
  await expect(service.call(judgeDuplicate, judging(pair), officer)).rejects.toMatchObject({
    type: 'person-not-found',
  });
  await service.call(judgeDuplicate, judging(pair));
  expect((await likely(here.communeId, there.communeId)).total).toBe(0);
  await expect(service.call(judgeDuplicate, judging(pair))).rejects.toMatchObject({
    type: 'people-are-compared-once',
  });
  expect((await service.call(listComparisons, { personId: pair[0] })).items).toMatchObject([
    { judgement: 'different', reason },
  ]);
});

test('a merger keeps both histories, and the record that went leads to the one that stays', async () => {
  const here = await place();
  const { personId: kept } = await member(here, { from: '2025-03-01' });
  const { personId: gone, posting } = await member(here, { from: '2024-08-01' });
  await service.db.query(`update posting set valid_to = '2025-01-01' where id = $1`, [posting.id]);
  const content = { kind: 'kin', relation: 'vợ', name: 'Trần Thị Bình', phone: '' } as const;
  const detail = {
    id: randomUUID(),
    personId: gone,
    content,
    validFrom: '2024-08-01',
    validTo: null,
  };
  await service.call(recordDetail, detail);

  const judged = await service.call(judgeDuplicate, judging([kept, gone], 'same', kept));
  expect(await service.call(getPerson, { id: gone, on })).toMatchObject({ id: kept });
  const { items } = await service.call(listPostings, { personId: kept, limit: 10 });
  expect(items.map(({ validFrom }) => validFrom).sort()).toEqual(['2024-08-01', '2025-03-01']);
  expect((await service.call(listDetails, { id: kept })).items).toMatchObject([{ id: detail.id }]);
  const listed = await service.call(listPeople, { on, within: here.communeId, limit: 100 });
  expect(listed.items.map(({ id }) => id)).toEqual([kept]);
  await expect(
    service.call(changePerson, { id: gone, version: 1, phone: '0912' }),
  ).rejects.toMatchObject({ type: 'person-is-merged', body: { survivorId: kept } });

  await service.call(undoComparison, { id: judged.id, reason });
  expect((await service.call(getPerson, { id: gone, on })).id).toBe(gone);
  const back = await service.call(listPostings, { personId: gone, limit: 10 });
  expect(back.items).toMatchObject([{ id: posting.id }]);
});

test('training, certificates and remarks of a record that was merged are those of the one that stays', async () => {
  const [here, elsewhere] = [await place(), await place()];
  const { personId: gone } = await member({ ...elsewhere, teamId: here.teamId });
  const kept = await person(here.communeId);
  const courseId = randomUUID();
  await service.call(recordCourse, {
    ...{ id: courseId, unitId: here.communeId, name: 'Lớp công cụ hỗ trợ', kind: 'initial' },
    ...{ topics: ['tools'], startsOn: '2025-03-03', endsOn: '2025-03-05', hours: 24 },
    ...{ place: '', organiser: '', instrument: '' },
  });
  const attend = (personId: string, hours: number) =>
    service.call(recordAttendances, {
      courseId,
      attendances: [{ personId, days: ['2025-03-03'], hours, result: 'passed' }],
    });
  await attend(gone, 8);
  const issue = (personId: string) => {
    const days = { issuedOn: '2025-03-10', validTo: null };
    const id = randomUUID();
    return service.call(issueCertificate, { id, courseId, personId, number: id, ...days });
  };
  const { id } = await issue(gone);
  await service.db.query(`insert into roster_remark values ($1, 'former-force', 'Dân phòng')`, [
    gone,
  ]);
  await service.call(judgeDuplicate, judging([kept, gone], 'same', kept));

  const officer = someone('commune-officer', [here.communeId]);
  const days = { from: '2025-03-01', to: '2025-03-31', limit: 10 };
  for (const asked of [{}, { personId: kept }]) {
    const of = { on, limit: 10, ...asked };
    expect((await service.call(listAttendances, of, officer)).items).toMatchObject([
      { courseId, personId: kept, days: ['2025-03-03'] },
    ]);
    expect((await service.call(listCertificates, of, officer)).items).toMatchObject([
      { id, personId: kept, isValid: true },
    ]);
    expect((await service.call(listTrainingDays, { ...days, ...asked }, officer)).items).toEqual([
      expect.objectContaining({ personId: kept, day: '2025-03-03' }),
    ]);
  }
  expect((await service.call(getPerson, { id: kept, on })).remarks).toEqual([
    { heading: 'former-force', value: 'Dân phòng' },
  ]);
  // what is said of it later is said of the same attendance and the same certificate
  await attend(kept, 16);
  const again = await service.call(listAttendances, { on, personId: kept, limit: 10 });
  expect(again.items).toMatchObject([{ hours: 16 }]);
  await service.call(endCertificate, { id, state: 'lost', on: '2026-01-01', reason: '' });
  expect(await issue(kept)).toMatchObject({ personId: kept });
});

test('who applied under a record that was merged is recognised under the one that stays', async () => {
  const here = await place();
  const { id, candidates } = await proposed(here, 1);
  const kept = await person(here.communeId);
  await service.call(judgeDuplicate, judging([kept, candidates[0]!.personId], 'same', kept));
  await check(candidates[0]!.id);
  await take(id, decided(candidates));
  const { items } = await service.call(listPostings, { teamId: here.teamId, limit: 10 });
  expect(items).toMatchObject([{ personId: kept }]);
});

test('what was judged names both records to who may see them, and one alone to others', async () => {
  const [here, there] = [await place(), await place()];
  const one = await person(here.communeId);
  const other = await person(there.communeId, { name: 'Nguyễn Văn Ân' });
  await service.call(judgeDuplicate, judging([one, other], 'different', null));
  const asked = { personId: one };
  const named = [...(await service.call(listComparisons, asked)).items[0]!.names];
  expect(named.sort()).toEqual(['Nguyễn Văn An', 'Nguyễn Văn Ân'].sort());
  const officer = someone('commune-officer', [here.communeId]);
  const [seen] = (await service.call(listComparisons, asked, officer)).items;
  expect(seen!.names.filter((name) => name !== null)).toEqual(['Nguyễn Văn An']);
  expect(seen!.keptName).toBeNull();
});

test('who served in two teams at once is not one person', async () => {
  const here = await place();
  const { personId: kept } = await member(here);
  const { personId: gone } = await member(here);
  await expect(
    service.call(judgeDuplicate, judging([kept, gone], 'same', kept)),
  ).rejects.toMatchObject({ type: 'person-serves-in-one-team-a-day' });
  expect((await service.call(getPerson, { id: gone, on })).id).toBe(gone);
});

test('a merger that something rests on is not undone', async () => {
  const here = await place();
  const { personId: kept } = await member(here);
  const gone = await person(here.communeId);
  const judged = await service.call(judgeDuplicate, judging([kept, gone], 'same', kept));
  const content = { kind: 'kin', relation: 'vợ', name: 'Trần Thị Bình', phone: '' } as const;
  const later = { id: randomUUID(), personId: kept, content, validFrom: on, validTo: null };
  await service.call(recordDetail, later);
  await expect(service.call(undoComparison, { id: judged.id, reason })).rejects.toMatchObject({
    type: 'comparison-has-followers',
  });
});

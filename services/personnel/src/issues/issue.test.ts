import {
  decideCessation,
  issueCertificate,
  issueThings,
  listIssueNeeds,
  listIssueNorms,
  listIssues,
  proposeCessation,
  recordAttendances,
  recordCourse,
  returnThings,
  setIssueNorm,
  setParameter,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { personnel } from '../service.ts';
import { decision, territory } from '../test-territory.ts';

const service = useService(personnel);
const { unit, place, person, member } = territory(service);

const issue = (personId: string, item: string, said: Partial<Input<typeof issueThings>> = {}) => ({
  id: randomUUID(),
  personId,
  item,
  quantity: 1,
  number: null,
  issuedOn: '2025-04-01',
  note: '',
  accept: [],
  reason: '',
  dryRun: false,
  ...said,
});
const give = (personId: string, item: string, said: Partial<Input<typeof issueThings>> = {}) =>
  service.call(issueThings, issue(personId, item, said));
const giveBack = (issueId: string, on: string, kind: 'return' | 'lost' = 'return') =>
  service.call(returnThings, {
    ...{ id: randomUUID(), issueId, kind, quantity: 1, on, reason: '' },
  });

/** A commune in a province of the north with a team of so many members. */
async function staffed(size: number) {
  const province = await unit('province', 'Bắc Ninh');
  await service.db.query(`update unit_version set code = '24' where unit_id = $1`, [province]);
  const here = await place(10, province);
  const members: string[] = [];
  for (let n = 0; n < size; n++) members.push((await member(here)).personId);
  return { ...here, province, members };
}

async function train(communeId: string, personIds: string[]) {
  const courseId = randomUUID();
  await service.call(recordCourse, {
    ...{ id: courseId, unitId: communeId, name: 'Lớp công cụ hỗ trợ', kind: 'initial' },
    ...{ topics: ['tools'], startsOn: '2025-03-03', endsOn: '2025-03-05', hours: 24 },
    ...{ place: '', organiser: '', instrument: '' },
  });
  await service.call(recordAttendances, {
    courseId,
    attendances: personIds.map((personId) => ({
      ...{ personId, days: ['2025-03-03'], hours: 8, result: 'passed' as const },
    })),
  });
  for (const personId of personIds) {
    await service.call(issueCertificate, {
      ...{ id: randomUUID(), courseId, personId, number: randomUUID() },
      ...{ issuedOn: '2025-03-10', validTo: null },
    });
  }
}

test('tools stay within 80, 50 and 30 per cent of a team, rounded as the province says', async () => {
  const { communeId, members } = await staffed(3);
  await train(communeId, members);
  const [first, second, third] = members as [string, string, string];
  await give(first, 'rubber-baton');
  await give(second, 'rubber-baton');
  await expect(give(third, 'rubber-baton')).rejects.toMatchObject({
    type: 'issue-rule-broken',
    body: { findings: [{ rule: 'tool-limit-exceeded', count: 3, limit: 2 }] },
  });
  await expect(give(first, 'stab-vest')).rejects.toMatchObject({
    body: { findings: [{ rule: 'tool-limit-exceeded', count: 1, limit: 0 }] },
  });
  await service.call(setParameter, {
    ...{ id: randomUUID(), code: 'tool-rounding', unitId: communeId, value: 'up' },
    ...{ source: 'Công văn 1/CAT', validFrom: '2025-01-01' },
  });
  expect(await give(first, 'stab-vest')).toMatchObject({ findings: [] });
});

test('of simultaneous issues a team gets no more tools than it is due', async () => {
  const { communeId, members } = await staffed(4);
  await train(communeId, members);
  const outcomes = await Promise.allSettled(members.map((id) => give(id, 'metal-baton')));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
});

test('a tool goes only to who holds a valid certificate, and other items are unknown', async () => {
  const { members } = await staffed(5);
  await expect(give(members[0]!, 'rubber-baton')).rejects.toMatchObject({
    body: { findings: [{ rule: 'tool-certificate-missing' }] },
  });
  await expect(give(members[0]!, 'electric-baton')).rejects.toMatchObject({
    type: 'issue-item-unknown',
  });
  const { communeId } = await staffed(0);
  await expect(give(await person(communeId), 'belt')).rejects.toMatchObject({
    type: 'person-does-not-serve',
  });
});

test('uniform is due again at the end of its service life; earlier it takes a reason', async () => {
  const { province, members } = await staffed(1);
  const [id] = members as [string];
  const norm = { item: 'belt', quantity: 1, serviceMonths: 36, unitId: province } as const;
  const source = 'Nghị quyết 5/NQ-HĐND';
  for (const phase of ['first', 'following'] as const) {
    const line = { ...norm, id: randomUUID(), phase, source, validFrom: '2025-01-01' };
    await service.call(setIssueNorm, line);
  }
  const first = await give(id, 'belt');
  expect(first.servesUntil).toBe('2028-04-01');
  const early = { issuedOn: '2028-03-31' };
  await expect(give(id, 'belt', early)).rejects.toMatchObject({
    type: 'issue-rule-not-accepted',
    body: { findings: [{ rule: 'issued-too-early' }] },
  });
  const accept = ['issued-too-early' as const];
  await expect(give(id, 'belt', { ...early, accept })).rejects.toMatchObject({
    type: 'issue-acceptance-without-reason',
  });
  expect(await give(id, 'belt', { issuedOn: '2028-04-01' })).toMatchObject({ findings: [] });
  const due = { on: '2028-04-01', dueBy: '2028-04-01', personId: id, limit: 10 };
  expect((await service.call(listIssues, due)).items).toMatchObject([
    { id: first.id, isDue: true, left: 1 },
  ]);
});

test('the winter set goes north; in the south it takes a note of need', async () => {
  const { members } = await staffed(1);
  expect(await give(members[0]!, 'warm-coat')).toMatchObject({ findings: [] });
  const south = await unit('province', 'Cà Mau');
  await service.db.query(`update unit_version set code = '96' where unit_id = $1`, [south]);
  const { personId } = await member(await place(10, south));
  await expect(give(personId, 'warm-coat')).rejects.toMatchObject({
    body: { findings: [{ rule: 'winter-not-eligible' }] },
  });
  const need = { accept: ['winter-not-eligible' as const], reason: 'Trực đêm ven biển' };
  await give(personId, 'warm-coat', need);
  // what stands instead of the winter set comes without a note
  expect(await give(personId, 'summer-suit-instead')).toMatchObject({
    servesUntil: '2026-04-01',
    findings: [],
  });
});

test('law BR-76: numbers of plates and certificates are unique and tell what became of them', async () => {
  const { members } = await staffed(2);
  const [one, two] = members as [string, string];
  await expect(give(one, 'name-plate')).rejects.toMatchObject({
    body: { findings: [{ rule: 'number-missing' }] },
  });
  const { id } = await give(one, 'name-plate', { number: 'BH-0001' });
  await expect(give(two, 'name-plate', { number: 'BH-0001' })).rejects.toMatchObject({
    type: 'issue-number-is-taken',
  });
  await giveBack(id, '2025-06-01', 'lost');
  const state = async (on: string) =>
    (await service.call(listIssues, { on, personId: one, limit: 10 })).items[0]!.state;
  expect(await state('2025-05-31')).toBe('in-use');
  expect(await state('2025-06-01')).toBe('lost');
});

test('no more is taken back than was issued, and not before it was', async () => {
  const { members } = await staffed(1);
  const { id } = await give(members[0]!, 'soft-cap');
  await expect(giveBack(id, '2025-03-31')).rejects.toMatchObject({ type: 'issue-not-there-yet' });
  await giveBack(id, '2025-05-01');
  await expect(giveBack(id, '2025-05-02')).rejects.toMatchObject({
    type: 'issue-not-enough',
    body: { left: 0 },
  });
});

test('who still has a plate ceases only by who accepts it (law BR-44)', async () => {
  const here = await place();
  const { personId, posting } = await member(here);
  const plate = await give(personId, 'name-plate', { number: 'BH-0777' });
  const { id } = await service.call(proposeCessation, {
    ...{ id: randomUUID(), postingId: posting.id, ground: 'relocation', conduct: null },
    ...{ letterOn: null, proposedOn: '2025-05-05', villageHead: '', frontHead: '', basis: null },
    ...{ note: '', accept: [], reason: '', dryRun: false },
  });
  const command = {
    ...{ id, decision: decision('2025-05-07'), validFrom: '2025-05-07' },
    ...{ accept: [], reason: '', dryRun: false },
  };
  await expect(service.call(decideCessation, command)).rejects.toMatchObject({
    type: 'cessation-rule-not-accepted',
    body: { findings: [{ rule: 'issues-open', count: 1 }] },
  });
  await giveBack(plate.id, '2025-05-07');
  expect(await service.call(decideCessation, command)).toMatchObject({ state: 'decided' });
});

test('what a commune needs in a year is what is due and does not serve to its end', async () => {
  const { communeId, members } = await staffed(5);
  await train(communeId, members.slice(0, 1));
  await give(members[0]!, 'rubber-baton');
  await give(members[0]!, 'helmet');
  const asked = { year: 2026, within: communeId, limit: 1000 };
  const { items } = await service.call(listIssueNeeds, asked);
  const of = (item: string) => items.find((one) => one.item === item);
  expect(of('helmet')).toMatchObject({ members: 5, due: 5, serving: 1, need: 4 });
  expect(of('socks')).toMatchObject({ due: 10, serving: 0, need: 10 });
  expect(of('rubber-baton')).toMatchObject({ due: 4, serving: 1, need: 3 });
  expect(of('warm-coat')).toMatchObject({ need: 5 });
  expect(of('summer-suit-instead')).toBeUndefined();
  const page = await service.call(listIssueNeeds, { ...asked, limit: 2 });
  expect(page).toMatchObject({ total: items.length });
  const rest = await service.call(listIssueNeeds, { ...asked, cursor: page.nextCursor! });
  expect([...page.items, ...rest.items]).toEqual(items);
});

test('norms name their source, tools cannot be set by a province', async () => {
  const { province } = await staffed(0);
  const { items } = await service.call(listIssueNorms, { on: '2025-01-01' });
  expect(items.find(({ item }) => item === 'rubber-baton')).toMatchObject({
    percent: 80,
    source: 'Thông tư 14/2024/TT-BCA, Điều 8',
  });
  expect(items.find(({ item }) => item === 'helmet')!.source).toContain('Dự thảo');
  await expect(
    service.call(setIssueNorm, {
      ...{ id: randomUUID(), item: 'rubber-baton', phase: 'first', quantity: 5 },
      ...{ serviceMonths: null, unitId: province, source: 'x', validFrom: '2025-01-01' },
    }),
  ).rejects.toMatchObject({ type: 'issue-norm-is-national' });
});

test('things of members of another commune are neither listed nor issued nor taken back', async () => {
  const [mine, other] = [await staffed(0), await staffed(1)];
  const officer = someone('commune-officer', [mine.communeId]);
  const [theirs] = other.members as [string];
  const { id } = await give(theirs, 'belt');
  const question = { on: '2025-05-01', limit: 10 };
  expect(await service.call(listIssues, question, officer)).toMatchObject({ items: [], total: 0 });
  for (const ask of [
    () => service.call(issueThings, issue(theirs, 'socks'), officer),
    () =>
      service.call(
        returnThings,
        {
          ...{ id: randomUUID(), issueId: id, kind: 'return' as const, quantity: 1 },
          ...{ on: '2025-05-01', reason: '' },
        },
        officer,
      ),
  ]) {
    await expect(ask()).rejects.toMatchObject({ type: 'person-not-found' });
  }
});

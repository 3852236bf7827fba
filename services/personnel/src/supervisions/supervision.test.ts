import {
  assignSupervision,
  endSupervision,
  listSupervisions,
  replaceSupervision,
  reportSupervision,
  revealSupervised,
} from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { personnel } from '../service.ts';
import { decision, territory } from '../test-territory.ts';

const service = useService(personnel);
const { place, person, member } = territory(service);
const supervisedName = 'Hoàng Văn Thử';

const assignment = (personId: string) => ({
  id: randomUUID(),
  personId,
  receivedOn: '2026-07-03',
  proposedOn: '2026-07-07',
  validFrom: '2026-07-10',
  supervisedName,
  decision: decision('2026-07-10'),
});
const factsOf = async (id: string, name: string) => {
  const [{ count }] = await service.db.query(
    `select count(*)::int as count from outbox where subject = $2 and payload ->> 'id' = $1`,
    [id, `event.personnel.${name}.v1`],
  );
  return count;
};
const list = (on: string, within: string, asker = service.administrator) =>
  service.call(listSupervisions, { on, within, limit: 10 }, asker);

test('proposal and decision are due after three working days each, a weekend not counted', async () => {
  const here = await place();
  const { personId } = await member(here);
  const given = await service.call(assignSupervision, assignment(personId));
  // 3 July 2026 is a Friday
  expect(given).toMatchObject({ proposalDue: '2026-07-08', decisionDue: '2026-07-10' });
});

test('supervisions are read on page by page, the latest first, ended ones last', async () => {
  const here = await place();
  const given = [];
  for (const validFrom of ['2026-07-10', '2026-07-12', '2026-07-11']) {
    const { personId } = await member(here);
    given.push(await service.call(assignSupervision, { ...assignment(personId), validFrom }));
  }
  await service.call(endSupervision, { id: given[1]!.id, validTo: '2026-08-01' });
  const asked = { on: '2026-09-01', within: here.communeId, limit: 2 };
  const first = await service.call(listSupervisions, asked);
  expect(first).toMatchObject({
    items: [{ id: given[2]!.id, commune: { name: 'Tân Lập' } }, { id: given[0]!.id }],
    total: 3,
  });
  const rest = await service.call(listSupervisions, { ...asked, cursor: first.nextCursor! });
  expect(rest).toMatchObject({ items: [{ id: given[1]!.id }], nextCursor: null });
  const running = await service.call(listSupervisions, { ...asked, state: 'running', limit: 10 });
  expect(running.items.map(({ id }) => id)).toEqual([given[2]!.id, given[0]!.id]);
  const ended = { ...asked, state: 'ended' } as const;
  expect((await service.call(listSupervisions, ended)).items).toMatchObject([{ id: given[1]!.id }]);
  expect((await service.call(listSupervisions, { ...ended, on: '2026-07-31' })).total).toBe(0);
});

test('the supervisions of one member are told by themselves, to whom may see where they are', async () => {
  const here = await place();
  const [first, second] = [await member(here), await member(here)];
  const { id } = await service.call(assignSupervision, assignment(first.personId));
  await service.call(assignSupervision, assignment(second.personId));
  const asked = { on: '2026-09-01', personId: first.personId, limit: 10 };
  const officer = someone('commune-officer', [here.communeId]);
  expect(await service.call(listSupervisions, asked, officer)).toMatchObject({
    ...{ items: [{ id, personId: first.personId }], total: 1 },
  });
  const elsewhere = someone('commune-officer', [(await place()).communeId]);
  expect((await service.call(listSupervisions, asked, elsewhere)).items).toEqual([]);
});

test('who is supervised lies sealed, and is told only with a reason that is kept', async () => {
  const here = await place();
  const { personId } = await member(here);
  const given = await service.call(assignSupervision, assignment(personId));
  const { id } = given;
  expect(JSON.stringify(given)).not.toContain(supervisedName);
  const [row] = await service.db.query('select supervised_name from supervision where id = $1', [
    id,
  ]);
  expect(row.supervised_name.includes(Buffer.from(supervisedName))).toBe(false);
  const reason = 'Kiểm tra công tác giám sát quý III';
  const officer = someone('commune-officer', [here.communeId]);
  const asked = { id, reason };
  expect(await service.call(revealSupervised, asked, officer)).toEqual({ name: supervisedName });
  const facts = await service.db.query(
    `select subject, payload from outbox where subject like '%supervis%'`,
  );
  expect(facts.at(-1)).toEqual({
    subject: 'event.personnel.supervised-revealed.v1',
    payload: { id, personId, reason },
  });
  expect(JSON.stringify(facts)).not.toContain(supervisedName);
  await expect(service.call(revealSupervised, asked, someone('auditor'))).rejects.toMatchObject({
    type: 'not-allowed',
  });
  const elsewhere = someone('commune-officer', [(await place()).communeId]);
  await expect(service.call(revealSupervised, asked, elsewhere)).rejects.toMatchObject({
    type: 'supervision-not-found',
  });
  expect((await list('2026-08-01', here.communeId, elsewhere)).total).toBe(0);
});

test('only a member of the day of the decision is given a supervision', async () => {
  const { communeId } = await place();
  const candidate = await person(communeId);
  await expect(service.call(assignSupervision, assignment(candidate))).rejects.toMatchObject({
    type: 'person-does-not-serve',
    body: { on: '2026-07-10' },
  });
});

test('who serves in another area is not told apart from who does not, nor is whom they supervise', async () => {
  const [here, there] = [await place(), await place()];
  const { personId } = await member(here);
  const given = assignment(personId);
  await service.call(assignSupervision, given);
  const stranger = someone('commune-officer', [there.communeId]);
  const asked = [
    assignment(personId),
    assignment(await person(here.communeId)),
    given,
    { ...given, supervisedName: 'Nguyễn Thị Khác' },
  ];
  for (const command of asked) {
    await expect(service.call(assignSupervision, command, stranger)).rejects.toMatchObject({
      type: 'person-not-found',
    });
  }
});

test('an earlier day knows neither of a supervision that began later nor of a report that came later', async () => {
  const here = await place();
  const { personId } = await member(here);
  const { id } = await service.call(assignSupervision, assignment(personId));
  expect(await list('2026-07-09', here.communeId)).toEqual({
    items: [],
    nextCursor: null,
    total: 0,
  });
  await service.call(reportSupervision, { id, quarter: '2026-Q3', reportedOn: '2026-10-03' });
  const seen = async (on: string) => (await list(on, here.communeId)).items[0]!;
  expect(await seen('2026-10-02')).toMatchObject({ reported: [], owed: ['2026-Q3'] });
  expect(await seen('2026-10-03')).toMatchObject({ reported: ['2026-Q3'], owed: [] });
});

test('the same assignment is answered again, another decision or day under its id is refused', async () => {
  const here = await place();
  const { personId } = await member(here);
  const given = assignment(personId);
  const first = await service.call(assignSupervision, given);
  expect(await service.call(assignSupervision, given)).toEqual(first);
  const others = [
    [{ decision: decision('2026-07-10') }, 'decisionId'],
    [{ receivedOn: '2026-07-02' }, 'receivedOn'],
    [{ proposedOn: '2026-07-06' }, 'proposedOn'],
    [{ supervisedName: 'Nguyễn Thị Khác' }, 'supervisedName'],
  ] as const;
  for (const [other, field] of others) {
    await expect(service.call(assignSupervision, { ...given, ...other })).rejects.toMatchObject({
      type: 'id-reused',
      body: { field },
    });
  }
  expect(await factsOf(given.id, 'supervision-assigned')).toBe(1);
});

test('an end is told once, and one that was recorded is not moved', async () => {
  const here = await place();
  const { personId } = await member(here);
  const { id } = await service.call(assignSupervision, assignment(personId));
  const end = { id, validTo: '2026-09-01' };
  const first = await service.call(endSupervision, end);
  expect(await service.call(endSupervision, end)).toEqual(first);
  await expect(service.call(endSupervision, { id, validTo: '2026-10-01' })).rejects.toMatchObject({
    type: 'supervision-is-ended',
    body: { on: '2026-09-01' },
  });
  expect(await factsOf(id, 'supervision-ended')).toBe(1);
});

test('each quarter owes a report until it has come', async () => {
  const here = await place();
  const { personId } = await member(here);
  const { id } = await service.call(assignSupervision, assignment(personId));
  const owed = async (on: string) => (await list(on, here.communeId)).items[0]!.owed;
  expect(await owed('2026-09-30')).toEqual([]);
  expect(await owed('2027-01-01')).toEqual(['2026-Q3', '2026-Q4']);
  const reported = { id, quarter: '2026-Q3', reportedOn: '2026-10-03' };
  await service.call(reportSupervision, reported);
  await service.call(reportSupervision, reported);
  expect(await owed('2027-01-01')).toEqual(['2026-Q4']);
  await expect(
    service.call(reportSupervision, { ...reported, quarter: '2026-Q2' }),
  ).rejects.toMatchObject({ type: 'supervision-not-of-quarter' });
});

test('when membership ends another member is to go on, by a new decision', async () => {
  const here = await place();
  const { personId, posting } = await member(here);
  const { personId: nextId } = await member(here);
  const { id } = await service.call(assignSupervision, assignment(personId));
  await service.db.query(`update posting set valid_to = '2026-08-01' where id = $1`, [posting.id]);
  expect((await list('2026-07-31', here.communeId)).items[0]!.needsReplacement).toBe(false);
  expect((await list('2026-08-01', here.communeId)).items[0]!.needsReplacement).toBe(true);
  const next = await service.call(replaceSupervision, {
    id: randomUUID(),
    followsId: id,
    personId: nextId,
    validFrom: '2026-08-05',
    decision: decision('2026-08-04'),
  });
  expect(next).toMatchObject({ followsId: id, personId: nextId, receivedOn: '2026-07-03' });
  const { items } = await list('2026-09-01', here.communeId);
  expect(items.map(({ validTo }) => validTo)).toEqual([null, '2026-08-05']);
  const asked = { id: next.id, reason: 'Bàn giao người được giám sát' };
  expect(await service.call(revealSupervised, asked)).toEqual({ name: supervisedName });
  const ended = await service.call(endSupervision, { id: next.id, validTo: '2026-12-01' });
  expect(ended.validTo).toBe('2026-12-01');
});

import {
  approveShifts,
  correctShift,
  listDutyOrders,
  listShifts,
  recordDutyOrder,
  recordShift,
  recordShifts,
  returnShift,
} from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { personnel } from '../service.ts';
import { territory } from '../test-territory.ts';

const service = useService(personnel);
const { place, person, member } = territory(service);

const shift = (personId: string, from = '2026-03-02T20:00', to = '2026-03-03T02:00') => ({
  id: randomUUID(),
  personId,
  orderId: null as string | null,
  startsAt: `${from}:00+07:00`,
  endsAt: `${to}:00+07:00`,
  kind: 'watch' as const,
  withPolice: false,
  restDay: false,
  heavy: false,
  note: '',
});
const order = (communeId: string) => ({
  id: randomUUID(),
  communeId,
  kind: 'mobilisation' as const,
  body: 'Công an tỉnh Bắc Giang',
  number: '12/LĐ-CAT',
  signedOn: '2026-03-01',
  from: '2026-03-02',
  to: '2026-03-04',
  place: 'Phường Đa Mai',
  task: '',
  outOfArea: true,
  mobilisingBody: 'Công an tỉnh Bắc Giang' as string | null,
  hazardGrade: 2 as number | null,
});
const reason = 'Ghi nhầm giờ kết thúc';
const factsOf = async (id: string, name: string) => {
  const [{ count }] = await service.db.query(
    `select count(*)::int as count from outbox where subject = $2 and payload ->> 'id' = $1`,
    [id, `event.personnel.${name}.v1`],
  );
  return count;
};

test('a leader records a shift, its night across midnight is one, and the police approve it', async () => {
  const here = await place();
  const { personId } = await member(here);
  const leader = someone('team-leader', [here.communeId]);
  const officer = someone('commune-officer', [here.communeId]);
  const recorded = await service.call(recordShift, shift(personId), leader);
  expect(recorded).toMatchObject({
    teamId: here.teamId,
    minutes: 360,
    nights: [{ night: '2026-03-02', minutes: 240 }],
    state: 'recorded',
  });
  const ids = [recorded.id];
  await expect(service.call(approveShifts, { ids }, leader)).rejects.toMatchObject({
    type: 'not-allowed',
  });
  const { items } = await service.call(approveShifts, { ids }, officer);
  expect(items).toMatchObject([{ state: 'approved', judgedBy: officer.username }]);
  const week = { from: '2026-03-03', to: '2026-03-03', limit: 10 };
  expect((await service.call(listShifts, week, leader)).items).toMatchObject([{ id: ids[0] }]);
});

test('shifts of a week are read on from the last one, each once, with the commune of the team', async () => {
  const here = await place();
  const [one, two] = [await member(here), await member(here)];
  const [monday, tuesday] = [
    ['2026-03-02T20:00', '2026-03-03T02:00'],
    ['2026-03-03T20:00', '2026-03-04T02:00'],
  ] as const;
  const kept = [];
  for (const times of [tuesday, monday]) {
    for (const { personId } of [one, two]) {
      kept.push((await service.call(recordShift, shift(personId, ...times))).id);
    }
  }
  const asked = { from: '2026-03-02', to: '2026-03-08', within: here.communeId, limit: 3 };
  const seen = [];
  let cursor: string | null = null;
  do {
    const more: { cursor?: string } = cursor === null ? {} : { cursor };
    const page: Output<typeof listShifts> = await service.call(listShifts, { ...asked, ...more });
    expect(page.total).toBe(4);
    expect(page.items.every(({ commune }) => commune?.name === 'Tân Lập')).toBe(true);
    seen.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen.map(({ id }) => id).sort()).toEqual(kept.sort());
  expect(seen.map(({ startsAt }) => startsAt)).toEqual(seen.map(({ startsAt }) => startsAt).sort());
});

test('nobody is on duty twice at one time, but after one shift another begins', async () => {
  const here = await place();
  const { personId } = await member(here);
  await service.call(recordShift, shift(personId));
  await expect(
    service.call(recordShift, shift(personId, '2026-03-03T01:59', '2026-03-03T05:00')),
  ).rejects.toMatchObject({ type: 'person-has-one-shift-at-a-time' });
  await service.call(recordShift, shift(personId, '2026-03-03T02:00', '2026-03-03T05:00'));
});

test('a shift tells which of its days are public holidays', async () => {
  const here = await place();
  const { personId } = await member(here);
  const over = await service.call(
    recordShift,
    shift(personId, '2026-09-02T20:00', '2026-09-03T02:00'),
  );
  expect(over.holidays).toEqual(['2026-09-02']);
  const plain = await service.call(
    recordShift,
    shift(personId, '2026-09-03T20:00', '2026-09-04T00:00'),
  );
  expect(plain.holidays).toEqual([]);
});

test('a return that is repeated is answered as the first, and for another reason it is refused', async () => {
  const here = await place();
  const { personId } = await member(here);
  const { id } = await service.call(recordShift, shift(personId));
  const first = await service.call(returnShift, { id, reason });
  expect(await service.call(returnShift, { id, reason })).toEqual(first);
  await expect(
    service.call(returnShift, { id, reason: 'Ghi nhầm người trực' }),
  ).rejects.toMatchObject({ type: 'shift-is-judged' });
  expect(await factsOf(id, 'shift-returned')).toBe(1);
});

test('a returned shift frees its time', async () => {
  const here = await place();
  const { personId } = await member(here);
  const { id } = await service.call(recordShift, shift(personId));
  expect(await service.call(returnShift, { id, reason })).toMatchObject({
    state: 'returned',
    reason,
  });
  await service.call(recordShift, shift(personId));
  await expect(service.call(approveShifts, { ids: [id] })).rejects.toMatchObject({
    type: 'shift-is-judged',
  });
});

test('an approved shift stays as it is, and a correction is an entry of its own', async () => {
  const here = await place();
  const { personId } = await member(here);
  const { id } = await service.call(recordShift, shift(personId));
  await service.call(approveShifts, { ids: [id] });
  await expect(
    service.db.query(`update shift set ends_at = ends_at + interval '1 hour' where id = $1`, [id]),
  ).rejects.toMatchObject({ driverError: { constraint: 'approved_shift_is_final' } });
  await expect(service.db.query('delete from shift where id = $1', [id])).rejects.toThrow();

  const corrected = await service.call(correctShift, {
    ...shift(personId, '2026-03-02T20:00', '2026-03-03T01:00'),
    correctsId: id,
    reason,
  });
  expect(corrected).toMatchObject({ state: 'recorded', correctsId: id, minutes: 300 });
  const { items } = await service.call(listShifts, {
    from: '2026-03-02',
    to: '2026-03-02',
    personId,
    limit: 10,
  });
  expect(items.map(({ state }) => state).sort()).toEqual(['recorded', 'replaced']);
  await expect(
    service.call(correctShift, { ...shift(personId), correctsId: id, reason }),
  ).rejects.toMatchObject({ type: 'shift-is-corrected-once' });
});

test('only a member of that day has a shift, and only an area of that day records it', async () => {
  const [here, there] = [await place(), await place()];
  const candidate = await person(here.communeId);
  await expect(service.call(recordShift, shift(candidate))).rejects.toMatchObject({
    type: 'person-does-not-serve',
    body: { on: '2026-03-02' },
  });
  const { personId } = await member(here);
  const leader = someone('team-leader', [there.communeId]);
  // Neither is found, so that nobody learns who of another area serves.
  for (const stranger of [personId, candidate]) {
    await expect(service.call(recordShift, shift(stranger), leader)).rejects.toMatchObject({
      type: 'person-not-found',
    });
  }
  const { id } = await service.call(recordShift, shift(personId));
  const week = { from: '2026-03-02', to: '2026-03-02', limit: 10 };
  expect((await service.call(listShifts, week, leader)).total).toBe(0);
  const officer = someone('commune-officer', [there.communeId]);
  await expect(service.call(approveShifts, { ids: [id] }, officer)).rejects.toMatchObject({
    type: 'outside-area',
  });
});

test('a shift lasts up to a day', async () => {
  const here = await place();
  const { personId } = await member(here);
  await expect(
    service.call(recordShift, shift(personId, '2026-03-02T20:00', '2026-03-03T20:01')),
  ).rejects.toMatchObject({ type: 'shift-lasts-up-to-a-day' });
});

test('duty outside the area names who mobilises, and a hazard is of a mobilisation', async () => {
  const here = await place();
  const { personId } = await member(here);
  const mobilised = order(here.communeId);
  await expect(
    service.call(recordDutyOrder, { ...mobilised, mobilisingBody: null }),
  ).rejects.toMatchObject({ type: 'duty-out-of-area-names-its-body' });
  await expect(
    service.call(recordDutyOrder, { ...mobilised, kind: 'assignment' }),
  ).rejects.toMatchObject({ type: 'hazard-grade-is-of-a-mobilisation' });
  await service.call(recordDutyOrder, mobilised);
  expect(await service.call(recordDutyOrder, mobilised)).toEqual(mobilised);
  const served = await service.call(recordShift, { ...shift(personId), orderId: mobilised.id });
  expect(served.outOfArea).toBe(true);
  await expect(
    service.call(recordShift, {
      ...shift(personId, '2026-03-09T20:00', '2026-03-09T22:00'),
      orderId: mobilised.id,
    }),
  ).rejects.toMatchObject({ type: 'shift-is-not-under-its-order' });
  const march = { from: '2026-03-04', to: '2026-03-31' };
  const officer = someone('commune-officer', [here.communeId]);
  expect((await service.call(listDutyOrders, march, officer)).items).toEqual([
    { ...mobilised, commune: { id: here.communeId, name: 'Tân Lập', kind: 'xã' } },
  ]);
  const elsewhere = someone('commune-officer', [(await place()).communeId]);
  expect((await service.call(listDutyOrders, march, elsewhere)).items).toEqual([]);
});

test('a shift of a second, or of the year 9999, is none, and the list of shifts goes on', async () => {
  const here = await place();
  const { personId } = await member(here);
  const second = {
    ...shift(personId),
    startsAt: '2026-03-02T20:00:00+07:00',
    endsAt: '2026-03-02T20:00:01+07:00',
  };
  await expect(service.call(recordShift, second)).rejects.toMatchObject({
    type: 'shift-lasts-up-to-a-day',
  });
  const far = shift(personId, '9999-12-31T10:00', '9999-12-31T22:30');
  await expect(service.call(recordShift, far)).rejects.toMatchObject({ type: 'invalid-input' });
  const days = { from: '2026-03-01', to: '2026-03-31', limit: 100 };
  const { items } = await service.call(listShifts, { ...days, within: here.communeId });
  expect(items).toEqual([]);
});

test('a shift of several members is recorded of all of them, or of none where one cannot have been there', async () => {
  const here = await place();
  const [first, second] = [await member(here), await member(here)];
  const leader = someone('team-leader', [here.communeId]);
  const { id: _, personId: __, ...facts } = shift(first.personId);
  const of = (...people: string[]) => ({
    ...facts,
    members: people.map((personId) => ({ id: randomUUID(), personId })),
  });
  const seen = async () => {
    const asked = { from: '2026-03-02', to: '2026-03-02', within: here.communeId, limit: 10 };
    return (await service.call(listShifts, asked)).items;
  };
  const stranger = await person(here.communeId);
  await expect(
    service.call(recordShifts, of(first.personId, stranger), leader),
  ).rejects.toMatchObject({ type: 'person-does-not-serve', body: { id: stranger } });
  expect(await seen()).toEqual([]);

  const command = of(first.personId, second.personId);
  const { items } = await service.call(recordShifts, command, leader);
  expect(items.map(({ personId }) => personId).sort()).toEqual(
    [first.personId, second.personId].sort(),
  );
  expect((await service.call(recordShifts, command, leader)).items).toHaveLength(2);
  expect(await seen()).toHaveLength(2);

  const third = await member(here);
  await expect(
    service.call(recordShifts, of(third.personId, second.personId), leader),
  ).rejects.toMatchObject({
    type: 'person-has-one-shift-at-a-time',
    body: { id: second.personId },
  });
  expect(await seen()).toHaveLength(2);
});

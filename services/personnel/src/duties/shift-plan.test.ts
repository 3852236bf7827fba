import { approveShifts, correctShift, listShifts, recordShift, returnShift } from '@antt/contracts';
import { addDays, today } from '@antt/kernel';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { personnel } from '../service.ts';
import { territory } from '../test-territory.ts';

const service = useService(personnel);
const { place, member } = territory(service);

const shift = (personId: string, from = '2026-03-02T20:00', to = '2026-03-03T02:00') => ({
  ...{
    id: randomUUID(),
    personId,
    orderId: null,
    kind: 'watch' as const,
    withPolice: false,
    restDay: false,
    heavy: false,
    note: '',
  },
  ...{ startsAt: `${from}:00+07:00`, endsAt: `${to}:00+07:00` },
});
const approvals = (id: string) =>
  service.db.query(
    `select 1 from outbox where subject = 'event.personnel.shift-approved.v1' and payload ->> 'id' = $1`,
    [id],
  );
/** An hour of a day from now, as the clock in Viet Nam shows it. */
const inDays = (days: number, clock: string) => `${addDays(today(), days)}T${clock}`;

test('duty is planned ahead, but approved only once it was served to its end', async () => {
  const here = await place();
  const { personId } = await member(here);
  const officer = someone('commune-officer', [here.communeId]);
  const over = await service.call(recordShift, shift(personId));
  const times = [inDays(2, '20:00'), inDays(3, '02:00')] as const;
  const planned = await service.call(recordShift, shift(personId, ...times), officer);
  expect(planned.state).toBe('recorded');
  await expect(
    service.call(approveShifts, { ids: [over.id, planned.id] }, officer),
  ).rejects.toMatchObject({
    type: 'shift-is-not-over',
    body: {
      ...{ id: planned.id, team: planned.teamName, on: addDays(today(), 2) },
      ...{ endsOn: addDays(today(), 3), until: '02:00' },
    },
  });
  // Together none of them: the one that is over still waits.
  const states = { personId, from: '2026-03-02', to: addDays(today(), 3), limit: 10 };
  expect((await service.call(listShifts, states)).items.map(({ state }) => state)).toEqual([
    'recorded',
    'recorded',
  ]);
  // A plan that changes is corrected or returned like any entry.
  const changed = { ...shift(personId, inDays(2, '21:00'), times[1]), correctsId: planned.id };
  const anew = await service.call(correctShift, { ...changed, reason: 'Đổi giờ trực' }, officer);
  await service.call(returnShift, { id: anew.id, reason: 'Hủy ca theo kế hoạch mới' }, officer);
  expect(await approvals(planned.id)).toEqual([]);
});

test('a correction of an approved shift waits for its own end, too', async () => {
  const here = await place();
  const { personId } = await member(here);
  const { id } = await service.call(recordShift, shift(personId));
  await service.call(approveShifts, { ids: [id] });
  const later = shift(personId, inDays(1, '20:00'), inDays(1, '23:00'));
  const anew = await service.call(correctShift, {
    ...later,
    correctsId: id,
    reason: 'Ghi nhầm ngày',
  });
  await expect(service.call(approveShifts, { ids: [anew.id] })).rejects.toMatchObject({
    type: 'shift-is-not-over',
  });
});

import {
  approveShifts,
  correctShift,
  countDuties,
  type DutyCopy,
  judgeDuplicate,
  listDutyCopies,
  recordShift,
  returnShift,
  undoComparison,
} from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { personnel } from '../service.ts';
import { territory } from '../test-territory.ts';

const service = useService(personnel);
const { place, person, member } = territory(service);

const patrol = (personId: string, day = '02') => ({
  ...{ id: randomUUID(), personId, kind: 'patrol' as const, withPolice: true, orderId: null },
  ...{ startsAt: `2026-03-${day}T20:00:00+07:00`, endsAt: `2026-03-${day}T23:00:00+07:00` },
  ...{ restDay: false, heavy: false, note: 'Gần nhà ông Ba' },
});
const reason = 'Ghi nhầm giờ kết thúc';

/** What was told of a shift, the oldest first. */
async function toldOf(id: string): Promise<DutyCopy[]> {
  const rows: { duty: DutyCopy }[] = await service.db.query(
    `select duty from outbox, jsonb_array_elements(payload -> 'duties') duty
      where subject = 'event.personnel.duties-changed.v1' and duty ->> 'id' = $1
      order by (duty ->> 'version')::bigint`,
    [id],
  );
  return rows.map(({ duty }) => duty);
}

test('a shift is told once it is approved, without a note or a name', async () => {
  const here = await place();
  const { personId } = await member(here);
  const { id } = await service.call(recordShift, patrol(personId));
  expect(await toldOf(id)).toEqual([]);
  await service.call(approveShifts, { ids: [id] });
  const [told, ...more] = await toldOf(id);
  expect(more).toEqual([]);
  expect(told).toEqual({
    ...{ id, personId, teamId: here.teamId, kind: 'patrol', withPolice: true, gone: false },
    ...{ startsAt: expect.any(String), endsAt: expect.any(String), version: expect.any(Number) },
  });
  expect(new Date(told!.startsAt).toISOString()).toBe('2026-03-02T13:00:00.000Z');
});

test('a correction takes the approved shift back, and counts only when it is approved itself', async () => {
  const { personId } = await member(await place());
  const { id } = await service.call(recordShift, patrol(personId));
  await service.call(approveShifts, { ids: [id] });
  const anew = { ...patrol(personId), kind: 'watch' as const, correctsId: id, reason };
  await service.call(correctShift, anew);
  expect((await toldOf(id)).map(({ gone }) => gone)).toEqual([false, true]);
  expect(await toldOf(anew.id)).toEqual([]);
  await service.call(approveShifts, { ids: [anew.id] });
  expect(await toldOf(anew.id)).toMatchObject([{ kind: 'watch', gone: false }]);
});

test('a shift that was sent back is told to nobody', async () => {
  const { personId } = await member(await place());
  const { id } = await service.call(recordShift, patrol(personId));
  await service.call(returnShift, { id, reason });
  expect(await toldOf(id)).toEqual([]);
});

test('a merger tells whose the duty is now, and its undoing whose it was', async () => {
  const here = await place();
  const { personId } = await member(here);
  const other = await person(here.communeId);
  const { id } = await service.call(recordShift, patrol(personId));
  await service.call(approveShifts, { ids: [id] });
  const personIds: [string, string] = [personId, other];
  const judged = { id: randomUUID(), personIds, judgement: 'same' as const, keptId: other, reason };
  await service.call(judgeDuplicate, judged);
  expect((await toldOf(id)).at(-1)).toMatchObject({ personId: other, gone: false });
  await service.call(undoComparison, { id: judged.id, reason });
  expect((await toldOf(id)).at(-1)).toMatchObject({ personId, gone: false });
});

test('who keeps copies reads all approved shifts, and their count and versions', async () => {
  const { personId } = await member(await place());
  const { id } = await service.call(recordShift, patrol(personId));
  const { id: waiting } = await service.call(recordShift, patrol(personId, '03'));
  await service.call(approveShifts, { ids: [id] });
  const [told] = await toldOf(id);
  const { duties } = await service.call(listDutyCopies, {});
  expect(duties.map((one) => one.id)).not.toContain(waiting);
  const [copied] = duties.filter((one) => one.id === id);
  expect(copied!.version).toBe(told!.version);
  expect(await service.call(countDuties, {})).toEqual({
    duties: duties.length,
    versions: duties.reduce((sum, { version }) => sum + version, 0),
  });
});

import {
  type AbsenceState,
  decideCessation,
  endAbsence,
  listAbsences,
  listLeaveThroughout,
  proposeCessation,
  recordAbsence,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { personnel } from '../service.ts';
import { decision, territory } from '../test-territory.ts';

const service = useService(personnel);
const { place, person, member } = territory(service);

const leave = (personId: string, said: Partial<Input<typeof recordAbsence>> = {}) => ({
  id: randomUUID(),
  personId,
  kind: 'leave' as const,
  validFrom: '2025-02-01',
  validTo: '2025-03-01',
  decision: null,
  reason: 'Đi chữa bệnh',
  ...said,
});
const of = (personId: string, on?: string) =>
  service.call(listAbsences, { personId, limit: 10, ...(on ? { on } : {}) });

test('a member on leave is absent on its days and serves again afterwards', async () => {
  const { personId } = await member(await place());
  const { id } = await service.call(recordAbsence, leave(personId, { validTo: null }));
  expect((await of(personId, '2025-06-01')).total).toBe(1);
  await service.call(endAbsence, { id, validTo: '2025-02-15' });
  expect((await of(personId, '2025-02-14')).total).toBe(1);
  expect((await of(personId, '2025-02-15')).total).toBe(0);
  await expect(service.call(endAbsence, { id, validTo: '2025-02-01' })).rejects.toMatchObject({
    type: 'absence-ends-after-it-began',
  });
});

test('a suspension rests on a decision and leave on a reason', async () => {
  const { personId } = await member(await place());
  await expect(
    service.call(recordAbsence, leave(personId, { kind: 'suspension' })),
  ).rejects.toMatchObject({ type: 'suspension-needs-a-decision' });
  await expect(service.call(recordAbsence, leave(personId, { reason: '' }))).rejects.toMatchObject({
    type: 'leave-needs-a-reason',
  });
  const suspension = leave(personId, { kind: 'suspension', decision: decision('2025-01-28') });
  await service.call(recordAbsence, suspension);
  expect((await of(personId)).items).toMatchObject([
    { kind: 'suspension', decision: { signedOn: '2025-01-28' } },
  ]);
});

test('nobody is absent twice on a day, nor without serving', async () => {
  const here = await place();
  const { personId } = await member(here);
  await service.call(recordAbsence, leave(personId));
  await expect(
    service.call(recordAbsence, leave(personId, { validFrom: '2025-02-28', validTo: null })),
  ).rejects.toMatchObject({ type: 'person-is-absent-once-a-day' });
  const stranger = await person(here.communeId);
  await expect(service.call(recordAbsence, leave(stranger))).rejects.toMatchObject({
    type: 'person-does-not-serve',
  });
});

test('an absence ends with the service', async () => {
  const { personId, posting } = await member(await place());
  await service.call(recordAbsence, leave(personId, { validTo: null }));
  const { id } = await service.call(proposeCessation, {
    ...{ id: randomUUID(), postingId: posting.id, ground: 'relocation', conduct: null },
    ...{ letterOn: null, proposedOn: '2025-04-01', villageHead: '', frontHead: '', basis: null },
    ...{ note: '', accept: [], reason: '', dryRun: false },
  });
  await service.call(decideCessation, {
    ...{ id, decision: decision('2025-04-03'), validFrom: '2025-04-03' },
    ...{ accept: [], reason: '', dryRun: false },
  });
  expect((await of(personId)).items).toMatchObject([{ validTo: '2025-04-03' }]);
  expect((await of(personId, '2025-04-03')).total).toBe(0);
});

test('who is absent is listed by given name, and apart who will be and who serves again', async () => {
  const here = await place();
  const asked = { on: '2025-02-10', within: here.communeId, limit: 1 };
  const named = async (name: string, said: Partial<Input<typeof recordAbsence>> = {}) => {
    const { personId } = await member(here, { said: { name } });
    await service.call(recordAbsence, leave(personId, said));
  };
  await named('Vũ Thị Ánh');
  await named('Bùi Văn Đức');
  await named('An Văn Dũng');
  await named('Lê Thị Bé', { validTo: '2025-02-10' });
  await named('Trần Văn Cúc', { validFrom: '2025-02-11' });
  const names = async (state?: AbsenceState) => {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await service.call(listAbsences, { ...asked, state, cursor });
      found.push(...page.items.map(({ personName }) => personName));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return found;
  };
  expect(await names()).toEqual(['Vũ Thị Ánh', 'An Văn Dũng', 'Bùi Văn Đức']);
  expect(await names('ended')).toEqual(['Lê Thị Bé']);
  expect(await names('planned')).toEqual(['Trần Văn Cúc']);
});

test('the reason of an absence is for who sees the profile, within the own commune', async () => {
  const [here, other] = [await place(), await place()];
  const { personId } = await member(here);
  await service.call(recordAbsence, leave(personId));
  const question = { on: '2025-02-10', limit: 10 };
  const ask = (role: 'team-leader' | 'area-officer', communeId: string) =>
    service.call(listAbsences, question, someone(role, [communeId]));
  expect((await ask('team-leader', here.communeId)).items).toMatchObject([{ reason: null }]);
  expect((await ask('area-officer', here.communeId)).items).toMatchObject([
    { reason: 'Đi chữa bệnh' },
  ]);
  expect(await ask('area-officer', other.communeId)).toMatchObject({ items: [], total: 0 });
  const both = someone('team-leader', [here.communeId]);
  both.grants.push(...someone('area-officer', [other.communeId]).grants);
  for (const asked of [question, { ...question, personId }]) {
    expect((await service.call(listAbsences, asked, both)).items).toMatchObject([{ reason: null }]);
  }
  await expect(
    service.call(
      recordAbsence,
      leave(personId, { validFrom: '2025-08-01', validTo: null }),
      someone('commune-officer', [other.communeId]),
    ),
  ).rejects.toMatchObject({ type: 'person-not-found' });
});

test('reporting BR-19: on leave throughout is who served on none of the days, a day of service is enough not to be', async () => {
  const { personId } = await member(await place());
  await service.call(recordAbsence, leave(personId));
  const [{ team_id: teamId }] = await service.db.query(
    'select team_id from posting where person_id = $1',
    [personId],
  );
  const ask = async (from: string, to: string) =>
    (await service.call(listLeaveThroughout, { teamIds: [teamId], from, to })).items;
  expect(await ask('2025-02-01', '2025-02-28')).toEqual([{ teamId, personId }]);
  expect(await ask('2025-02-01', '2025-03-01')).toEqual([]);
  expect(await ask('2025-01-31', '2025-02-28')).toEqual([]);
});

import {
  changePerson,
  closeEditing,
  listClosures,
  moveTeam,
  openEditing,
  openEditingWindow,
  recognise,
  recordDetail,
  recordShift,
} from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { personnel } from '../service.ts';
import { recruiting } from '../recruitments/test-recruitment.ts';
import { rosterOf, rosters } from '../test-roster.ts';
import { citizenId, decision, territory } from '../test-territory.ts';

const service = useService(personnel);
const { team, place, person, member } = territory(service);
const take = rosters(service);
const { plan, apply, issue, posted, take: act } = recruiting(service);
const reason = 'Khóa sổ để chi trả quý III';
const refused = { type: 'editing-is-closed' };
const minutes = (n: number) => new Date(Date.now() + n * 60_000).toISOString();

test('in a commune that is closed nothing about people is written, elsewhere it is', async () => {
  const [here, there] = [await place(), await place()];
  const { personId } = await member(here);
  const candidate = await person(here.communeId);
  await service.call(closeEditing, { communeId: here.communeId, reason });

  const officer = someone('commune-officer', [here.communeId]);
  const change = { id: personId, version: 1, phone: '0912 000 111' };
  await expect(service.call(changePerson, change, officer)).rejects.toMatchObject(refused);
  await expect(service.call(changePerson, change)).rejects.toMatchObject(refused);
  await expect(person(here.communeId)).rejects.toMatchObject(refused);
  const content = { kind: 'kin', relation: 'vợ', name: 'Trần Thị Bình', phone: '' } as const;
  const detail = { id: randomUUID(), personId, content, validFrom: '2026-01-01', validTo: null };
  await expect(service.call(recordDetail, detail)).rejects.toMatchObject(refused);
  const shift = {
    id: randomUUID(),
    personId,
    orderId: null,
    startsAt: '2026-03-02T20:00:00+07:00',
    endsAt: '2026-03-02T22:00:00+07:00',
    kind: 'watch' as const,
    withPolice: false,
    restDay: false,
    heavy: false,
    note: '',
  };
  await expect(service.call(recordShift, shift)).rejects.toMatchObject(refused);
  const recognition = {
    id: randomUUID(),
    personId: candidate,
    teamId: here.teamId,
    position: 'ordinary' as const,
    validFrom: '2026-03-01',
    decision: decision('2026-02-27'),
    accept: [],
    reason: '',
    dryRun: false,
  };
  await expect(service.call(recognise, recognition)).rejects.toMatchObject(refused);
  await member(there);

  await service.call(openEditing, { communeId: here.communeId, reason });
  await service.call(changePerson, change, officer);
});

test('a roster, a move of a team and a recruitment change nobody of a commune that is closed', async () => {
  const [here, there] = [await place(), await place()];
  await member(here);
  const number = citizenId();
  await person(here.communeId, { citizenId: number });
  const recruitmentId = await plan(here.communeId);
  await issue(recruitmentId);
  await service.call(closeEditing, { communeId: here.communeId, reason });

  const row = (teamId: string, id = citizenId()) => rosterOf([{ code: teamId, citizenId: id }]);
  // into a team of the commune, and into one elsewhere of somebody whose record it keeps
  for (const file of [row(here.teamId), row(there.teamId, number)]) {
    const job = await take(file);
    expect(job).toMatchObject({ status: 'rejected', problems: [{ code: 'editing-is-closed' }] });
  }
  expect((await take(row(there.teamId))).status).toBe('succeeded');

  const move = (fromTeamId: string, toTeamId: string) =>
    service.call(moveTeam, {
      ...{ id: randomUUID(), fromTeamId, toTeamId, validFrom: '2025-07-01', keepTitles: false },
      ...{ decision: decision('2025-06-25'), accept: [], reason: '', dryRun: false },
    });
  await expect(move(here.teamId, there.teamId)).rejects.toMatchObject(refused);
  await expect(move(there.teamId, here.teamId)).rejects.toMatchObject(refused);
  await expect(move(here.teamId, await team([here.villageId]))).rejects.toMatchObject(refused);

  await expect(act(recruitmentId, posted('posted', '2026-02-03'))).rejects.toMatchObject(refused);
  await expect(apply(recruitmentId, there.communeId)).rejects.toMatchObject(refused);
  await service.call(openEditing, { communeId: here.communeId, reason });
  await act(recruitmentId, posted('posted', '2026-02-03'));
  expect((await move(there.teamId, here.teamId)).postings).toHaveLength(1);
});

test('a window opens a closed commune for its time, and a past or coming one does not', async () => {
  const { communeId } = await place();
  await service.call(closeEditing, { communeId, reason });
  const window = (opensAt: string, closesAt: string) => ({
    id: randomUUID(),
    communeId,
    opensAt,
    closesAt,
    reason: 'Xã đề nghị bổ sung số tài khoản',
  });
  await service.call(openEditingWindow, window(minutes(-60), minutes(-30)));
  await service.call(openEditingWindow, window(minutes(30), minutes(60)));
  await expect(person(communeId)).rejects.toMatchObject(refused);
  await service.call(openEditingWindow, window(minutes(-1), minutes(5)));
  await person(communeId);
  const today = new Date().toISOString().slice(0, 10);
  const { items } = await service.call(listClosures, { on: today, within: communeId });
  expect(items).toMatchObject([{ commune: { name: 'Tân Lập' }, reason, windows: [{}, {}] }]);
});

test('a commune does not open itself', async () => {
  const { communeId } = await place();
  await service.call(closeEditing, { communeId, reason });
  const officer = someone('commune-officer', [communeId]);
  await expect(service.call(openEditing, { communeId, reason }, officer)).rejects.toMatchObject({
    type: 'not-allowed',
  });
});

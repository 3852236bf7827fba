import {
  correctIncident,
  getIncident,
  type Incident,
  listIncidentPoints,
  listIncidents,
  withdrawIncident,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { activity } from '../service.ts';
import { teamLog } from './test-log.ts';

const service = useService(activity);
const { place, facts, record, plain, outline } = teamLog(service);

const reason = 'Ghi nhầm giờ báo tin';
const september = { from: '2026-09-01', to: '2026-09-30' };
const list = (within: string, said: object = {}) =>
  service.call(listIncidents, { ...september, within, limit: 50, ...said });
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

/** What a correction sends: all that the record says, with what is to be otherwise. */
function corrected(row: Incident, said: Partial<Incident>): Input<typeof correctIncident> {
  const { id, teamId, kindCode, knownAt, reportedAt, onSceneAt, version } = row;
  const { lon, lat, outOfArea, summary, acts, figures, sameAsId } = row;
  return {
    ...{
      id,
      correctionId: randomUUID(),
      teamId,
      kindCode,
      knownAt,
      reportedAt,
      onSceneAt,
      version,
    },
    ...{ place: row.place, lon, lat, outOfArea, summary, acts, figures, sameAsId, reason, ...said },
  };
}

test('law BR-67: a leader records an incident of the own team, and how long the report took is measured', async () => {
  const { teamId, communeId, leader, officer } = await place();
  const row = await record(teamId, { lon: 106.2, lat: 21.3, acts: ['informed-police'] }, leader);
  expect(row).toMatchObject({
    ...{ kindName: 'Vụ việc về an ninh, trật tự', taskGroup: 'T1', reportDelay: 4, sceneDelay: 15 },
    ...{ commune: { id: communeId, name: 'Tân Lập', kind: 'xã' }, state: 'standing' },
    recordedBy: leader.username,
  });
  expect((await list(communeId, {})).items).toEqual([row]);
  expect((await service.call(getIncident, { id: row.id }, officer)).history).toEqual([]);
});

test('the same record sent again is one, and other content under its id is refused', async () => {
  const { teamId, communeId } = await place();
  const said = facts(teamId);
  await record(teamId, said);
  await record(teamId, { ...said, knownAt: '2026-09-10T13:00:00Z' });
  expect((await list(communeId)).total).toBe(1);
  await expect(record(teamId, { ...said, place: 'Nơi khác' })).rejects.toMatchObject({
    type: 'id-reused',
  });
});

test('a leader of another team records nothing for this one and sees nothing of it', async () => {
  const [here, there] = [await place(), await place()];
  await expect(record(here.teamId, {}, there.leader)).rejects.toMatchObject({
    type: 'team-not-found',
  });
  const { id } = await record(here.teamId);
  const absent = { type: 'incident-not-found' };
  await expect(service.call(getIncident, { id }, there.leader)).rejects.toMatchObject(absent);
  expect((await service.call(listIncidents, { ...september, limit: 9 }, there.officer)).total).toBe(
    0,
  );
  await expect(record(here.teamId, {}, someone('auditor'))).rejects.toMatchObject({
    type: 'not-allowed',
  });
});

test('what is to come, and what came before it was known, is refused by the field and the moment', async () => {
  const { teamId } = await place();
  const knownAt = '2026-09-10T20:00:00+07:00';
  await expect(record(teamId, { knownAt: inDays(1), reportedAt: inDays(1) })).rejects.toMatchObject(
    {
      ...{ type: 'incident-moment-is-to-come', body: { field: 'knownAt' } },
    },
  );
  await expect(record(teamId, { onSceneAt: inDays(1) })).rejects.toMatchObject({
    ...{ type: 'incident-moment-is-to-come', body: { field: 'onSceneAt' } },
  });
  const before = '2026-09-10T19:59:00+07:00';
  await expect(record(teamId, { knownAt, onSceneAt: before })).rejects.toMatchObject({
    ...{ type: 'incident-is-known-before-the-scene', body: { on: '2026-09-10' } },
  });
  await expect(record(teamId, { knownAt, reportedAt: before })).rejects.toMatchObject({
    type: 'incident-is-known-before-it-is-reported',
  });
  await expect(record(teamId, { reportedAt: null })).rejects.toMatchObject({
    ...{ type: 'incident-moment-is-missing', body: { field: 'reportedAt' } },
  });
});

test('no record is of a day on which the team did not stand, or of long ago', async () => {
  const { teamId } = await place();
  const of = (day: string) => plain(teamId, 'good-deed', {}, day);
  await expect(of('2024-06-30')).rejects.toMatchObject({
    ...{ type: 'team-did-not-stand', body: { on: '2024-06-30' } },
  });
  await expect(of('2024-09-30')).rejects.toMatchObject({ type: 'incident-lies-too-far-back' });
});

test('law BR-66: numbers that cannot be, and members who did not serve, are refused by their field', async () => {
  const { teamId } = await place(3);
  const fire = (figures: object) => plain(teamId, 'fire-rescue', figures);
  const refused = async (figures: object, type: string, field: string) =>
    expect(fire(figures)).rejects.toMatchObject({ type, body: { field } });
  await refused({ members: 3, rescued: 501 }, 'incident-figure-is-out-of-range', 'rescued');
  await refused({ members: -1 }, 'incident-figure-is-out-of-range', 'members');
  await refused({ members: 1.5 }, 'incident-figure-is-out-of-range', 'members');
  await refused({ members: 4 }, 'incident-has-more-members-than-served', 'members');
  await refused({}, 'incident-figure-is-missing', 'members');
  await refused({ members: 1, arrested: 2 }, 'incident-figure-is-unknown', 'arrested');
  await expect(plain(teamId, 'mediation', { outcome: 'fined' })).rejects.toMatchObject({
    type: 'incident-figure-is-out-of-range',
  });
  expect(await fire({ members: 3 })).toMatchObject({ figures: { members: 3 } });
});

test.each(['sanctioned', 'detained', 'stopped-vehicle', 'checked-papers'])(
  'law BR-68: the force is never recorded as having %s',
  async (act) => {
    const { teamId } = await place();
    await expect(record(teamId, { acts: ['present', act] })).rejects.toMatchObject({
      ...{ type: 'force-may-not-act-so', body: { act } },
    });
  },
);

test('a patrol is recorded as duty and nowhere else', async () => {
  const { teamId } = await place();
  await expect(plain(teamId, 'patrol')).rejects.toMatchObject({
    type: 'incident-kind-is-recorded-as-duty',
  });
  await expect(plain(teamId, 'arrest')).rejects.toMatchObject({ type: 'incident-kind-not-found' });
});

test('a place outside the commune is refused, unless the team was mobilised there', async () => {
  const { teamId } = await place();
  outline.covers = false;
  const away = { lon: 105.8, lat: 21 };
  await expect(record(teamId, away)).rejects.toMatchObject({
    type: 'incident-lies-outside-the-commune',
  });
  expect(await record(teamId, { ...away, outOfArea: true })).toMatchObject(away);
  // where nobody has an outline of the commune, nothing is known against it
  outline.covers = null;
  await record(teamId, away);
  outline.covers = true;
  await expect(record(teamId, { lon: 105.8 })).rejects.toMatchObject({
    type: 'incident-has-a-whole-place',
  });
});

test('what the police judge is no word of the team', async () => {
  const { teamId, leader, officer } = await place();
  const figures = { nature: 'theft', timely: true };
  await expect(record(teamId, { figures }, leader)).rejects.toMatchObject({
    ...{ type: 'incident-figure-is-for-the-police', body: { field: 'timely' } },
  });
  expect(await record(teamId, { figures }, officer)).toMatchObject({ figures });
});

test('the commune police correct a record, and what stood there before is kept with the reason', async () => {
  const { teamId, leader, officer } = await place();
  const row = await record(teamId, {}, leader);
  const anew = corrected(row, { reportedAt: '2026-09-10T13:30:00.000Z' });
  await expect(service.call(correctIncident, anew, leader)).rejects.toMatchObject({
    type: 'not-allowed',
  });
  expect(await service.call(correctIncident, anew, officer)).toMatchObject({
    ...{ reportDelay: 30, corrections: 1, version: 2 },
  });
  // sent again it is the same correction
  await service.call(correctIncident, anew, officer);
  const { history } = await service.call(getIncident, { id: row.id }, leader);
  expect(history).toMatchObject([
    {
      ...{ act: 'corrected', reason, correctedBy: officer.username },
      before: { reportedAt: '2026-09-10T13:04:00.000Z', place: 'Cổng chợ' },
    },
  ]);
  const late = { ...corrected(row, { place: 'Nơi khác' }), version: 1 };
  await expect(service.call(correctIncident, late, officer)).rejects.toMatchObject({
    type: 'incident-changed-meanwhile',
  });
});

test('a record that was taken out stays readable and is corrected no more', async () => {
  const { teamId, communeId, officer } = await place();
  const row = await record(teamId);
  const { id } = row;
  await service.call(withdrawIncident, { id, reason }, officer);
  expect((await list(communeId, { state: 'standing' })).total).toBe(0);
  expect((await list(communeId)).items).toMatchObject([{ id, state: 'withdrawn' }]);
  const anew = corrected(row, { place: 'Nơi khác' });
  await expect(service.call(correctIncident, anew, officer)).rejects.toMatchObject({
    type: 'incident-is-withdrawn',
  });
});

test('records are read on from the last one, each once, and found by kind and by words', async () => {
  const { teamId, communeId } = await place();
  const days = ['05', '06', '07'].map((day) => `2026-09-${day}`);
  for (const day of days) await plain(teamId, 'good-deed', {}, day);
  await record(teamId, { summary: 'Xô xát ở quán nước' });
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Awaited<ReturnType<typeof list>> = await list(communeId, {
      ...{ limit: 2, ...(cursor && { cursor }) },
    });
    expect(page.total).toBe(4);
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect(new Set(seen).size).toBe(4);
  expect((await list(communeId, { kindCode: 'good-deed' })).total).toBe(3);
  expect((await list(communeId, { q: 'quán NƯỚC' })).total).toBe(1);
});

test('the map is told the places of the days asked about, and how many records have none', async () => {
  const { teamId, communeId, leader } = await place();
  const { id } = await record(teamId, { lon: 106.2, lat: 21.3 });
  await record(teamId);
  const told = await service.call(listIncidentPoints, { ...september, within: communeId }, leader);
  expect(told).toEqual({
    items: [{ id, kindCode: 'incident', taskGroup: 'T1', on: '2026-09-10', lon: 106.2, lat: 21.3 }],
    ...{ unplaced: 1, isCut: false },
  });
  const before = { from: '2026-08-01', to: '2026-08-31', within: communeId };
  expect((await service.call(listIncidentPoints, before)).items).toEqual([]);
});

import {
  changeTeamArea,
  dissolveTeam,
  foundTeam,
  getTeamHistory,
  listTeams,
  mergeTeams,
  renameTeam,
  reorganise,
  setQuota,
  getTeam,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { organisation } from '../service.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const { unit, decision, team: imported, chair } = territory(service);

/** A commune with three villages and a quota of teams. */
async function commune({ teams = 9 } = {}) {
  const id = await unit('commune', 'Tân Lập', await unit('province', 'Bắc Giang'));
  const villages = [];
  for (const name of ['Chằm', 'Giữa', 'Hả']) villages.push(await unit('village', name, id));
  const given = { id: randomUUID(), unitId: id, instrumentId: await decision() };
  const quota = { ...given, teams, members: teams * 3, validFrom: '2024-07-01' };
  await service.call(setQuota, quota as Input<typeof setQuota>);
  const on = (day: string) => service.call(listTeams, { on: day, within: id, limit: 10 });
  const namesOn = async (day: string) => (await on(day)).items.map(({ name }) => name).sort();
  return { id, villages: villages as [string, string, string], on, namesOn };
}

type Founding = Partial<Input<typeof foundTeam>>;

async function founding(villageIds: string[], more: Founding = {}) {
  const id = randomUUID();
  const about = { id, code: id.slice(0, 8), name: 'Tổ Chằm', foundedOn: '2024-08-01', villageIds };
  const soft = { accept: [], reason: '', dryRun: false };
  return { ...about, ...soft, decision: await chair(), ...more };
}
const refused = (type: string, members: object = {}) => ({ body: { type, ...members } });
const broken = (rule: string, members: object = {}) =>
  refused('team-rule-not-accepted', { warnings: [expect.objectContaining({ rule, ...members })] });
const what = async (id: string) =>
  (await service.call(getTeamHistory, { id })).items.map((happening) => happening.what);

test('a village that is named twice is held once', async () => {
  const { villages, on } = await commune();
  await service.call(foundTeam, await founding([villages[0], villages[0]]));
  const { items } = await on('2024-08-01');
  expect(items.flatMap((team) => team.villages)).toHaveLength(1);
});

test('a team is founded only by a decision that cites a provincial one in force (law BR-18)', async () => {
  const { villages } = await commune();
  const command = await founding([villages[0]]);
  const { decision: _, ...without } = command;
  await expect(service.call(foundTeam, without as never)).rejects.toMatchObject(
    refused('invalid-input'),
  );
  const later = { ...command.decision, basedOn: await decision(undefined, '2024-09-01') };
  await expect(service.call(foundTeam, { ...command, decision: later })).rejects.toMatchObject(
    refused('instrument-not-in-force', { on: '2024-08-01' }),
  );
});

test('two teams that one decision founds cite the same document of the chair', async () => {
  const { villages } = await commune();
  const signed = await chair();
  const one = await founding([villages[0]], { decision: signed });
  const two = await founding([villages[1]], { decision: signed });
  await service.call(foundTeam, one);
  await service.call(foundTeam, two);
  const documents = await service.db.query(`select issuer from instrument where number = $1`, [
    signed.number,
  ]);
  expect(documents).toEqual([{ issuer: 'Chủ tịch UBND xã Tân Lập, tỉnh Bắc Giang' }]);
  const profile = await service.call(getTeam, { id: two.id, on: '2024-09-01' });
  expect(profile).toMatchObject({
    decision: { number: signed.number },
    basedOn: { id: signed.basedOn },
  });
});

test('a founding that is repeated with other villages is refused, the same one is answered again', async () => {
  const { villages } = await commune();
  const command = await founding([villages[0], villages[1]]);
  const first = await service.call(foundTeam, command);
  const again = { ...command, villageIds: [villages[1], villages[0]] };
  expect(await service.call(foundTeam, again)).toEqual(first);
  await expect(
    service.call(foundTeam, { ...command, villageIds: [villages[0]] }),
  ).rejects.toMatchObject(refused('id-reused', { id: command.id, field: 'villageIds' }));
});

test('a team over the quota is founded only by who says so and why (law BR-09)', async () => {
  const { villages, namesOn } = await commune({ teams: 1 });
  await service.call(foundTeam, await founding([villages[0]]));
  const command = await founding([villages[1]], { name: 'Tổ Giữa' });
  await expect(service.call(foundTeam, command)).rejects.toMatchObject(
    broken('team-over-quota', { count: 2, limit: 1, on: '2024-08-01', unit: 'xã Tân Lập' }),
  );
  const knowingly = { ...command, accept: ['team-over-quota' as const] };
  await expect(service.call(foundTeam, knowingly)).rejects.toMatchObject(
    refused('team-acceptance-without-reason'),
  );
  expect(await namesOn('2024-08-01')).toEqual(['Tổ Chằm']);
  await service.call(foundTeam, { ...knowingly, reason: 'Chờ quyết định mới của tỉnh' });
  const { items } = await service.call(getTeamHistory, { id: command.id });
  expect(items).toMatchObject([
    { accepted: ['team-over-quota'], reason: 'Chờ quyết định mới của tỉnh' },
  ]);
});

test('of two teams that are founded at once under a quota of one the later is warned', async () => {
  const { villages } = await commune({ teams: 1 });
  const both = await Promise.allSettled([
    service.call(foundTeam, await founding([villages[0]])),
    service.call(foundTeam, await founding([villages[1]])),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const late = both.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
  expect(late.reason).toMatchObject(broken('team-over-quota'));
});

test('a team that a quota of next year leaves no room for is warned of today', async () => {
  const { id, villages } = await commune({ teams: 2 });
  const next = { id: randomUUID(), unitId: id, instrumentId: await decision() };
  const quota = { ...next, teams: 1, members: 3, validFrom: '2025-01-01' };
  await service.call(setQuota, quota as Input<typeof setQuota>);
  await service.call(foundTeam, await founding([villages[0]]));
  await expect(service.call(foundTeam, await founding([villages[1]]))).rejects.toMatchObject(
    broken('team-over-quota', { on: '2025-01-01', limit: 1 }),
  );
});

test('a dry run tells the rules it would break and founds nothing', async () => {
  const { villages, namesOn } = await commune({ teams: 1 });
  await imported([villages[0]]);
  const command = await founding([villages[0]], { dryRun: true });
  const { warnings } = await service.call(foundTeam, command);
  expect(warnings).toMatchObject([
    { rule: 'team-over-quota' },
    { rule: 'village-has-a-team', unit: 'thôn Chằm', teams: ['Tổ bảo vệ ANTT'] },
  ]);
  expect(await namesOn('2024-08-01')).toEqual(['Tổ bảo vệ ANTT']);
});

test('a renamed team keeps its old name on earlier days', async () => {
  const { villages, namesOn } = await commune();
  const id = await imported([villages[0]], { name: 'Tổ số 1' });
  const rename = { id, name: 'Tổ số 2', validFrom: '2025-01-01', decision: await chair() };
  await service.call(renameTeam, rename);
  await service.call(renameTeam, rename);
  expect(await namesOn('2024-12-31')).toEqual(['Tổ số 1']);
  expect(await namesOn('2025-01-01')).toEqual(['Tổ số 2']);
  await expect(
    service.call(renameTeam, { ...rename, validFrom: '2024-10-01' }),
  ).rejects.toMatchObject(refused('team-has-later-changes', { day: '2025-01-01' }));
  expect(await what(id)).toEqual(['renamed', 'founded']);
});

test('a team takes over a village that another one holds only knowingly (law BR-13)', async () => {
  const { villages, on } = await commune();
  const id = await imported([villages[0]], { name: 'Tổ số 1' });
  await imported([villages[1]], { name: 'Tổ số 2' });
  const change = {
    id,
    villageIds: [villages[1], villages[2]],
    validFrom: '2025-03-01',
    decision: await chair(),
    accept: [],
    reason: '',
    dryRun: false,
  };
  await expect(service.call(changeTeamArea, change)).rejects.toMatchObject(
    broken('village-has-a-team', { teams: ['Tổ số 2'], unit: 'thôn Giữa' }),
  );
  const reason = 'Tổ số 2 sắp giải thể';
  await service.call(changeTeamArea, { ...change, accept: ['village-has-a-team'], reason });
  const held = async (day: string) =>
    (await on(day)).items
      .find((team) => team.id === id)!
      .villages.map(({ name }) => name)
      .sort();
  expect(await held('2025-02-28')).toEqual(['Chằm']);
  expect(await held('2025-03-01')).toEqual(['Giữa', 'Hả']);
  expect(await what(id)).toEqual(['area-changed', 'founded']);
});

test('a team does not come to cover two communes (law BR-12)', async () => {
  const { villages } = await commune();
  const other = await commune();
  const command = await founding([villages[0], other.villages[0]], { dryRun: true });
  await expect(service.call(foundTeam, command)).rejects.toMatchObject(
    refused('team-covers-one-commune'),
  );
});

test('a team whose dissolving day is corrected keeps its village until the later day', async () => {
  const { villages, namesOn } = await commune();
  const id = await imported([villages[0]]);
  const decided = await chair();
  await service.call(dissolveTeam, { id, dissolvedOn: '2025-01-01', decision: decided });
  await service.call(dissolveTeam, { id, dissolvedOn: '2025-06-01', decision: decided });
  expect(await namesOn('2025-05-31')).toHaveLength(1);
  expect(await namesOn('2025-06-01')).toEqual([]);
  const { items } = await service.call(getTeamHistory, { id });
  expect(items[0]).toMatchObject({
    what: 'dissolved',
    on: '2025-06-01',
    decision: { number: decided.number },
  });
});

/** Villages one and two become a new one; their teams stay on it and await consolidation. */
async function mergedVillage() {
  const place = await commune();
  const [one, two] = place.villages;
  const teams = [
    await imported([one], { name: 'Tổ số 1' }),
    await imported([two], { name: 'Tổ số 2' }),
  ];
  const id = randomUUID();
  await service.call(reorganise, {
    id: randomUUID(),
    on: '2026-07-01',
    instrumentId: await decision(),
    title: 'Sáp nhập thôn',
    founded: [
      {
        id,
        level: 'village',
        kind: 'thôn',
        list: 'test',
        code: id.slice(0, 13),
        name: 'Chằm Giữa',
        parentId: place.id,
      },
    ],
    ended: [one, two],
    lineage: [one, two].map((predecessorId) => ({ predecessorId, successorId: id, share: 1 })),
  } as unknown as Input<typeof reorganise>);
  return { ...place, village: id, teams };
}

test('teams that share a merged village become one, by a provincial decision after the merger (law BR-85, BR-86)', async () => {
  const { village, teams, namesOn } = await mergedVillage();
  const old = await chair('2026-08-01');
  const merger = {
    id: randomUUID(),
    on: '2026-09-01',
    teamIds: teams,
    into: { id: randomUUID(), code: randomUUID(), name: 'Tổ Chằm Giữa' },
    accept: [],
    reason: '',
    dryRun: false,
  };
  await expect(service.call(mergeTeams, { ...merger, decision: old })).rejects.toMatchObject(
    broken('decision-before-village-event', { unit: 'thôn Chằm Giữa', on: '2026-07-01' }),
  );
  const decided = { ...old, basedOn: await decision(undefined, '2026-07-15') };
  const merged = await service.call(mergeTeams, { ...merger, decision: decided });
  expect(merged).toMatchObject({ villageIds: [village], warnings: [] });
  expect(await service.call(mergeTeams, { ...merger, decision: decided })).toEqual(merged);
  expect(await namesOn('2026-08-31')).toEqual(['Tổ số 1', 'Tổ số 2']);
  expect(await namesOn('2026-09-01')).toEqual(['Tổ Chằm Giữa']);
  expect(await what(teams[0]!)).toEqual(['merged-into', 'villages-reorganised', 'founded']);
  const { items } = await service.call(getTeamHistory, { id: merger.into.id });
  expect(items).toMatchObject([
    { what: 'merged', villages: ['thôn Chằm Giữa'], decision: { number: decided.number } },
  ]);
  expect(items[0]!.teams.map(({ name }) => name).sort()).toEqual(['Tổ số 1', 'Tổ số 2']);
});

test('the commune of a merged village may send a merger again, and another one is told that a team has ended', async () => {
  const { id: communeId, teams } = await mergedVillage();
  const officer = someone('commune-officer', [communeId]);
  const merger = {
    on: '2026-09-01',
    teamIds: teams,
    into: { id: teams[0]! },
    decision: { ...(await chair()), basedOn: await decision(undefined, '2026-07-15') },
    accept: [],
    reason: '',
    dryRun: false,
  };
  const id = randomUUID();
  const sent = () => service.call(mergeTeams, { ...merger, id }, officer);
  const answers = await Promise.all([sent(), sent()]);
  expect(answers[1]).toEqual(answers[0]);
  expect(await sent()).toEqual(answers[0]);
  await expect(
    service.call(mergeTeams, { ...merger, id: randomUUID() }, officer),
  ).rejects.toMatchObject(refused('team-not-active'));
  const stranger = someone('commune-officer', [(await commune()).id]);
  await expect(service.call(mergeTeams, { ...merger, id }, stranger)).rejects.toMatchObject(
    refused('team-not-found'),
  );
});

test('one of the merged teams may go on under another name, and keeps its own past', async () => {
  const { teams, namesOn } = await mergedVillage();
  const [stays, ends] = teams as [string, string];
  await service.call(mergeTeams, {
    id: randomUUID(),
    on: '2026-09-01',
    teamIds: teams,
    into: { id: stays, name: 'Tổ Chằm Giữa' },
    decision: { ...(await chair()), basedOn: await decision(undefined, '2026-07-15') },
    accept: [],
    reason: '',
    dryRun: false,
  });
  expect(await namesOn('2026-08-31')).toEqual(['Tổ số 1', 'Tổ số 2']);
  expect(await namesOn('2026-09-01')).toEqual(['Tổ Chằm Giữa']);
  const { items } = await service.call(getTeamHistory, { id: ends });
  expect(items[0]).toMatchObject({
    what: 'merged-into',
    teams: [{ id: stays, name: 'Tổ Chằm Giữa' }],
  });
});

test('who is not of the commune learns nothing of a team by ending it', async () => {
  const { villages } = await commune();
  const id = await imported([villages[0]]);
  const stranger = someone('commune-officer', [(await commune()).id]);
  const ended = { id, dissolvedOn: '2020-01-01', decision: await chair() };
  await expect(service.call(dissolveTeam, ended, stranger)).rejects.toMatchObject(
    refused('team-not-found'),
  );
});

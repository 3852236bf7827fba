import {
  beginDraft,
  changeDraft,
  discardDraft,
  getDraft,
  getInstrument,
  issueDraft,
  listDrafts,
  listInstruments,
  listQuotas,
  saveDraftLines,
  setCeiling,
  setQuota,
} from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { beforeEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { organisation } from '../service.ts';
import { ofThree } from '../criteria/test-criteria.ts';
import { norms } from '../norms/test-norm.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const { unit, decision } = territory(service);
const { adopted, measured } = norms(service);
const day = '2026-01-01';

let province: string;
let communes: string[];
let instrumentId: string;

const figures = (teams: number | null, members: number | null) => ({
  villages: null,
  teams,
  members,
  leaders: null,
  deputies: null,
  ordinary: null,
});

beforeEach(async () => {
  province = await unit('province', 'Bắc Giang');
  communes = [];
  instrumentId = await decision();
  for (const [n, name] of ['Tân Lập', 'Tân Sơn', 'Sa Lý'].entries()) {
    const commune = await unit('commune', name, province);
    communes.push(commune);
    const given = { id: randomUUID(), unitId: commune, instrumentId, validFrom: '2024-07-01' };
    await service.call(setQuota, { ...given, ...figures(7 + n, 21 + n), note: '' } as never);
  }
});

async function begun(start: object = { from: 'in-force' }) {
  const id = randomUUID();
  const facts = { title: 'Giao số lượng Tổ', issuer: 'UBND tỉnh Bắc Giang', effectiveFrom: day };
  await service.call(beginDraft, { id, unitId: province, ...facts, start } as never);
  return id;
}

const linesOf = async (id: string) => (await service.call(getDraft, { id })).lines;
const line = (unitId: string, version: number, teams: number | null, members: number | null) => ({
  unitId,
  version,
  ...figures(teams, members),
  note: '',
  parts: [],
});

const issuing = (id: string, more: object = {}) => {
  const number = `${randomUUID().slice(0, 8)}/QĐ-UBND`;
  const days = { signedOn: '2025-12-20', effectiveFrom: day };
  return {
    id,
    instrumentId: randomUUID(),
    number,
    confirmation: number,
    ...days,
    ...more,
  } as never;
};

const inForce = async (on: string) => {
  const { items } = await service.call(listQuotas, { on, within: province });
  return new Map(items.map((row) => [row.unitId, row]));
};

test('a draft starts from the quotas in force, beside what they were', async () => {
  const lines = await linesOf(await begun());
  expect(lines.map(({ teams, members }) => [teams, members]).sort()).toEqual([
    [7, 21],
    [8, 22],
    [9, 23],
  ]);
  expect(lines[0]).toMatchObject({ active: 0, standing: true, norm: null, serving: null });
  for (const one of lines)
    expect(one.decided).toEqual({ teams: one.teams, members: one.members, note: '' });
});

test('a draft counts the villages of its own day, not those of the decision before', async () => {
  const [commune] = communes as [string];
  const given = { id: randomUUID(), unitId: commune, instrumentId, validFrom: '2025-01-01' };
  const quota = { ...given, ...figures(7, 21), villages: 12, note: '' };
  await service.call(setQuota, quota as never);
  expect((await linesOf(await begun())).map(({ villages }) => villages)).toContain(12);
  await unit('village', 'Chằm', commune);
  await unit('village', 'Bãi', commune, { to: '2025-07-01' });
  const lines = await linesOf(await begun());
  expect(lines.find(({ unitId }) => unitId === commune)).toMatchObject({ villages: 1, teams: 7 });
});

test('a note beside a figure that no longer holds is not carried into a draft', async () => {
  const [changed, same] = communes as [string, string];
  for (const [unitId, villages] of [
    [changed, 12],
    [same, 1],
  ] as const) {
    await unit('village', 'Chằm', unitId);
    const given = { id: randomUUID(), unitId, instrumentId, validFrom: '2025-01-01' };
    const note = '02 Tổ phụ trách 02 thôn';
    await service.call(setQuota, { ...given, ...figures(7, 21), villages, note } as never);
  }
  const lines = await linesOf(await begun());
  const noted = (of: string) => lines.find(({ unitId }) => unitId === of);
  const note = '02 Tổ phụ trách 02 thôn';
  expect(noted(changed)).toMatchObject({ villages: 1, note: '', decided: { note } });
  expect(noted(same)).toMatchObject({ villages: 1, note });
});

test('a draft names the decisions that it changes and the villages that it divides among', async () => {
  const id = await begun();
  const village = await unit('village', 'Chằm', communes[0]);
  const parts = [{ villageId: village, teamId: null, position: null, members: 15 }];
  await service.call(saveDraftLines, {
    id,
    lines: [{ ...line(communes[0]!, 1, 5, 15), parts }],
  });
  const { number } = await service.call(getInstrument, { id: instrumentId });
  const touched = { changes: [{ id: instrumentId, number, replaced: false }] };
  expect(await service.call(getDraft, { id })).toMatchObject({
    ...touched,
    places: [{ id: village, name: 'Chằm' }],
  });
  await service.call(issueDraft, issuing(id));
  expect(await service.call(getDraft, { id })).toMatchObject(touched);
  const empty = await service.call(getDraft, { id: await begun({ from: 'nothing' }) });
  expect(empty.changes).toEqual([]);
});

test('a draft starts empty, or from another draft', async () => {
  const empty = await begun({ from: 'nothing' });
  const lines = await linesOf(empty);
  expect(lines.map(({ teams }) => teams)).toEqual([null, null, null]);
  const first = lines[0]!.unitId;
  await service.call(saveDraftLines, { id: empty, lines: [line(first, 1, 4, 12)] });
  const copy = await linesOf(await begun({ from: 'draft', draftId: empty }));
  expect(copy.find(({ unitId }) => unitId === first)).toMatchObject({ teams: 4, members: 12 });
});

test('a decision issued already is not taken for another one of its id', async () => {
  const id = await begun();
  const command: object = issuing(id);
  const answer = await service.call(issueDraft, command as never);
  expect(await service.call(issueDraft, command as never)).toEqual(answer);
  const other = '99/QĐ-UBND';
  for (const change of [{ number: other, confirmation: other }, { effectiveFrom: '2026-02-01' }]) {
    await expect(
      service.call(issueDraft, { ...command, ...change } as never),
    ).rejects.toMatchObject({ body: { type: 'id-reused' } });
  }
});

test('issuing records the decision and ends the quotas before it on its day', async () => {
  const id = await begun();
  await service.call(saveDraftLines, { id, lines: [line(communes[0]!, 1, 5, 15)] });
  const command = issuing(id);
  const answer = await service.call(issueDraft, command);
  expect(answer).toMatchObject({ communes: 3, teams: 22, members: 60 });

  expect((await inForce('2025-12-31')).get(communes[0]!)).toMatchObject({ teams: 7, validTo: day });
  expect((await inForce(day)).get(communes[0]!)).toMatchObject({
    teams: 5,
    members: 15,
    instrumentId: answer.instrumentId,
    validTo: null,
  });
  const { number } = command as { number: string };
  const { items } = await service.call(listInstruments, { q: number, limit: 10 });
  expect(items).toMatchObject([{ id: answer.instrumentId, quotas: 3, territory: [province] }]);

  // sent again, it is answered the same and does nothing
  expect(await service.call(issueDraft, command)).toEqual(answer);
  expect(await service.call(getDraft, { id })).toMatchObject({ status: 'issued', number });
  // and what it replaced stays beside it
  expect((await linesOf(id)).find(({ unitId }) => unitId === communes[0])).toMatchObject({
    decided: { teams: 7, members: 21 },
  });
  await expect(
    service.call(saveDraftLines, { id, lines: [line(communes[0]!, 2, 1, 3)] }),
  ).rejects.toMatchObject({ body: { type: 'draft-is-issued', number } });
});

test('of two who issue one draft at once, one issues it', async () => {
  const id = await begun();
  const results = await Promise.allSettled([
    service.call(issueDraft, issuing(id)),
    service.call(issueDraft, issuing(id)),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const lost = results.find((one) => one.status === 'rejected')!;
  expect(lost.reason).toMatchObject({ body: { type: 'draft-is-issued' } });
  const [{ n }] = await service.db.query(
    `select count(*)::int as n from quota where unit_id = any ($1) and valid_from = $2`,
    [communes, day],
  );
  expect(n).toBe(3);
});

test('two drafts issued at once for one day give one decision its quotas, and the other nothing', async () => {
  const [a, b] = [await begun(), await begun()];
  const results = await Promise.allSettled([
    service.call(issueDraft, issuing(a)),
    service.call(issueDraft, issuing(b)),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const lost = results.find((one) => one.status === 'rejected')!;
  expect(lost.reason).toMatchObject({ body: { type: 'draft-not-ready', count: 3 } });
  const drafts = await Promise.all([a, b].map((id) => service.call(getDraft, { id })));
  expect(drafts.map(({ status }) => status).sort()).toEqual(['draft', 'issued']);
});

test('a line that cannot be issued is named, and nothing is done', async () => {
  const id = await begun();
  const broken = { ...line(communes[1]!, 1, 8, 24), leaders: 8, deputies: 8, ordinary: 9 };
  const open = line(communes[2]!, 1, 9, null);
  await service.call(saveDraftLines, { id, lines: [broken, open] });
  const command = issuing(id);
  await expect(service.call(issueDraft, command)).rejects.toMatchObject({
    body: {
      type: 'draft-not-ready',
      on: day,
      count: 2,
      faults: expect.arrayContaining([
        { unitId: communes[1], name: 'Tân Sơn', fault: 'positions-differ' },
        { unitId: communes[2], name: 'Sa Lý', fault: 'members-missing' },
      ]),
    },
  });
  const { number } = command as { number: string };
  expect((await service.call(listInstruments, { q: number, limit: 10 })).items).toEqual([]);
  expect((await inForce(day)).get(communes[0]!)).toMatchObject({ teams: 7, validTo: null });
});

test('the number must be typed twice, and a decision is not signed after its effect', async () => {
  const id = await begun();
  await expect(service.call(issueDraft, issuing(id, { confirmation: 'ừ' }))).rejects.toMatchObject({
    body: { type: 'draft-confirmation-differs' },
  });
  await expect(
    service.call(issueDraft, issuing(id, { signedOn: '2026-02-01' })),
  ).rejects.toMatchObject({ body: { type: 'draft-signed-after-effect' } });
});

test('communes that nobody entered keep the quota they have', async () => {
  const id = await begun({ from: 'nothing' });
  await expect(service.call(issueDraft, issuing(id))).rejects.toMatchObject({
    body: { type: 'draft-is-empty' },
  });
  await service.call(saveDraftLines, { id, lines: [line(communes[0]!, 1, 3, 9)] });
  expect(await service.call(issueDraft, issuing(id))).toMatchObject({ communes: 1, teams: 3 });
  expect((await inForce(day)).get(communes[1]!)).toMatchObject({ teams: 8, validTo: null });
});

test('a decision on some communes amends those that the others keep their quota from', async () => {
  const before = (await inForce(day)).get(communes[1]!)!.instrumentId;
  const id = await begun({ from: 'nothing' });
  await service.call(saveDraftLines, { id, lines: [line(communes[0]!, 1, 3, 9)] });
  const { instrumentId } = await service.call(issueDraft, issuing(id));
  expect(await service.call(getInstrument, { id: instrumentId })).toMatchObject({
    subjects: ['quota'],
    amends: [before],
  });
});

test('who saves a line that somebody changed since is told which and by whom; nothing is saved', async () => {
  const id = await begun();
  const other = someone('provincial-administrator');
  await service.call(saveDraftLines, { id, lines: [line(communes[0]!, 1, 5, 15)] }, other);
  const mine = [line(communes[0]!, 1, 6, 18), line(communes[1]!, 1, 6, 18)];
  await expect(service.call(saveDraftLines, { id, lines: mine })).rejects.toMatchObject({
    body: {
      type: 'draft-has-changed',
      by: other.username,
      names: 'Tân Lập',
      lines: [{ unitId: communes[0], teams: 5, version: 2 }],
    },
  });
  const lines = await linesOf(id);
  expect(lines.find(({ unitId }) => unitId === communes[1])).toMatchObject({
    teams: 8,
    version: 1,
  });
  // the same content is no conflict, and a repeated save changes nothing
  const again = { id, lines: [line(communes[0]!, 1, 5, 15)] };
  expect(await service.call(saveDraftLines, again)).toEqual({
    lines: [{ unitId: communes[0], version: 2 }],
  });
});

test('two people who save one line at once do not overwrite one another', async () => {
  const id = await begun();
  const results = await Promise.allSettled(
    [4, 5].map((teams) =>
      service.call(saveDraftLines, { id, lines: [line(communes[0]!, 1, teams, teams * 3)] }),
    ),
  );
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('the facts of a draft change by the version that was read', async () => {
  const id = await begun();
  const facts = { title: 'Điều chỉnh số lượng Tổ', issuer: 'UBND tỉnh', effectiveFrom: day };
  const changed = await service.call(changeDraft, { id, version: 1, ...facts } as never);
  expect(changed).toMatchObject({ title: 'Điều chỉnh số lượng Tổ', version: 2 });
  await expect(
    service.call(changeDraft, { id, version: 1, ...facts, title: 'Khác' } as never),
  ).rejects.toMatchObject({ body: { type: 'draft-has-changed' } });
});

test('a quota divided below its commune is issued with its parts, which must add up', async () => {
  const village = await unit('village', 'Thôn Chằm', communes[0]!);
  const id = await begun();
  const part = (members: number) => ({ villageId: village, teamId: null, position: null, members });
  const divided = { ...line(communes[0]!, 1, 7, 21), parts: [part(10), part(10)] };
  await service.call(saveDraftLines, { id, lines: [divided] });
  await expect(service.call(issueDraft, issuing(id))).rejects.toMatchObject({
    body: { type: 'draft-not-ready', faults: [{ fault: 'parts-differ' }] },
  });
  await service.call(saveDraftLines, {
    id,
    lines: [{ ...divided, version: 2, parts: [part(10), part(11)] }],
  });
  const { instrumentId: issued } = await service.call(issueDraft, issuing(id));
  const parts = await service.db.query(
    `select l.village_id, l.members from quota_line l join quota q on q.id = l.quota_id
      where q.instrument_id = $1 order by n`,
    [issued],
  );
  expect(parts).toEqual([
    { village_id: village, members: 10 },
    { village_id: village, members: 11 },
  ]);
  // and the database itself keeps the sum
  await expect(
    service.db.query(`update quota set members = 22 where instrument_id = $1 and unit_id = $2`, [
      issued,
      communes[0],
    ]),
  ).rejects.toMatchObject({ driverError: { constraint: 'quota_lines_add_up' } });
});

test('the ceiling of the day comes with the draft, and the next one ends it', async () => {
  const set = (validFrom: string, teams: number) =>
    service.call(setCeiling, {
      id: randomUUID(),
      unitId: province,
      instrumentId,
      teams,
      members: teams * 3,
      validFrom,
    });
  await set('2024-07-01', 2000);
  await set('2026-01-01', 1300);
  const id = await begun();
  expect((await service.call(getDraft, { id })).ceiling).toMatchObject({
    teams: 1300,
    members: 3900,
  });
});

test('a draft put aside is not issued any more, and stays in the list', async () => {
  const id = await begun();
  await service.call(discardDraft, { id });
  await service.call(discardDraft, { id });
  await expect(service.call(issueDraft, issuing(id))).rejects.toMatchObject({
    body: { type: 'draft-is-discarded' },
  });
  const { items } = await service.call(listDrafts, { status: 'discarded', limit: 500 });
  expect(items.map((draft) => draft.id)).toContain(id);
});

test('a draft outside my area is not read, saved or issued', async () => {
  const id = await begun();
  const elsewhere = someone('provincial-administrator', [await unit('province', 'Cà Mau')]);
  const refused = { body: { type: 'draft-not-found' } };
  await expect(service.call(getDraft, { id }, elsewhere)).rejects.toMatchObject(refused);
  await expect(service.call(issueDraft, issuing(id), elsewhere)).rejects.toMatchObject(refused);
  const lines = [line(communes[0]!, 1, 5, 15)];
  await expect(service.call(saveDraftLines, { id, lines }, elsewhere)).rejects.toMatchObject(
    refused,
  );
});

test('a draft starts from the norm, and stays empty where the criteria leave it open', async () => {
  const village = await unit('village', 'Chằm', communes[0]!);
  await measured(village, { households: 200 });
  await adopted(ofThree, [province]);
  const lines = await linesOf(await begun({ from: 'norm' }));
  const first = lines.find(({ unitId }) => unitId === communes[0])!;
  expect(first.norm).not.toBeNull();
  expect(first).toMatchObject({ villages: 1, ...first.norm });
  const { items } = await service.call(listQuotas, { on: day, within: communes[0]! });
  expect(items[0]!.norm).toEqual(first.norm);
});

test('an auditor reads drafts of the area and changes none', async () => {
  const id = await begun();
  const auditor = someone('auditor', [province]);
  const { items } = await service.call(listDrafts, {} as never, auditor);
  expect(items).toMatchObject([{ id, communes: 3, teams: 24 }]);
  const draft = await service.call(getDraft, { id }, auditor);
  expect(draft.lines).toHaveLength(3);
  const refused = { body: { type: 'not-allowed' } };
  const lines = [line(communes[0]!, draft.lines[0]!.version, 1, 3)];
  await expect(service.call(saveDraftLines, { id, lines }, auditor)).rejects.toMatchObject(refused);
  await expect(service.call(discardDraft, { id }, auditor)).rejects.toMatchObject(refused);
  const elsewhere = someone('auditor', [await unit('province', 'Lạng Sơn')]);
  await expect(service.call(getDraft, { id }, elsewhere)).rejects.toMatchObject({
    body: { type: 'draft-not-found' },
  });
});

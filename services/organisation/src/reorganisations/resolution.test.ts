import { getJobEffects, type ReorganisationEffects, reorganise } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { InstrumentTerritoryEntity } from '../instruments/instrument.entity.ts';
import { organisation } from '../service.ts';
import { importing } from '../test-import.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const upload = importing(service);
const { unit, decision } = territory(service);
const on = '2026-07-01';

/** A province with two communes of three villages each. */
async function place() {
  const province = await unit('province', 'Bắc Ninh');
  const communes = [];
  for (const name of ['Lục Sơn', 'Bảo Đài']) {
    const id = await unit('commune', name, province);
    const villages: string[] = [];
    for (const village of ['Một', 'Hai', 'Ba']) villages.push(await unit('village', village, id));
    communes.push({ id, name, code: id.slice(0, 13), villages });
  }
  return { province, one: communes[0]!, two: communes[1]! };
}

async function documentOf(...unitIds: string[]): Promise<string> {
  const instrumentId = await decision(undefined, '2026-06-20');
  for (const unitId of unitIds)
    await service.given(InstrumentTerritoryEntity, { instrumentId, unitId });
  return instrumentId;
}

const village = (name: string, parentId: string) => ({
  ...{ id: randomUUID(), level: 'village', kind: 'thôn', list: 'village', name, parentId },
  code: randomUUID().slice(0, 8),
});

type Plan = Partial<Input<typeof reorganise>>;
const warned = ({ decisions }: ReorganisationEffects) =>
  decisions
    .filter(({ what }) => what === 'resolution-of-another-commune')
    .map(({ unit: { name } }) => name);

async function checked(instrumentId: string, plan: object, dryRun = true): Promise<string[]> {
  const command = {
    id: randomUUID(),
    on,
    title: 'Thôn 2026',
    instrumentId,
    dryRun,
    ...plan,
  } as Plan;
  const { effects } = await service.call(reorganise, command as Input<typeof reorganise>);
  return warned(effects);
}

function merger(commune: { id: string; villages: string[] }) {
  const joined = village('Hợp Nhất', commune.id);
  const ended = commune.villages.slice(0, 2);
  const lineage = ended.map((predecessorId) => ({ predecessorId, successorId: joined.id }));
  return { founded: [joined], ended, lineage };
}

test('villages that change by the resolution of another commune are shown before it is done (law BR-07)', async () => {
  const { province, one, two } = await place();
  const plan = merger(one);
  for (const own of [[one.id], [province], [one.id, two.id], []]) {
    expect(await checked(await documentOf(...own), plan)).toEqual([]);
  }
  const foreign = await documentOf(two.id);
  expect(await checked(foreign, plan)).toEqual(['Lục Sơn']);
  expect(await checked(foreign, { changed: [{ id: one.villages[0], name: 'Mới' }] })).toEqual([
    'Lục Sơn',
  ]);
  expect(await checked(foreign, { ended: [one.villages[2]] })).toEqual(['Lục Sơn']);
  expect(await checked(foreign, { founded: [village('Tư', one.id)] })).toEqual(['Lục Sơn']);
  // It is a warning: the act can be done, and goes on saying so.
  expect(await checked(foreign, plan, false)).toEqual(['Lục Sơn']);
});

test('of an act on several communes only those are shown that the resolution is not of', async () => {
  const { one, two } = await place();
  const [first, second] = [merger(one), merger(two)];
  const both = {
    founded: [...first.founded, ...second.founded],
    ended: [...first.ended, ...second.ended],
    lineage: [...first.lineage, ...second.lineage],
  };
  expect(await checked(await documentOf(one.id), both)).toEqual(['Bảo Đài']);
});

test('the resolution of a commune covers what the commune became', async () => {
  const { province, one, two } = await place();
  const heir = { ...village('Lục Ngạn', province), level: 'commune', kind: 'xã', list: 'test' };
  const other = await unit('commune', 'Tân Sơn', province);
  const [own, foreign] = [await documentOf(one.id), await documentOf(other)];
  await checked(
    await documentOf(province),
    {
      on: '2026-06-25',
      founded: [heir],
      ended: [one.id, two.id],
      lineage: [one, two].map(({ id }) => ({ predecessorId: id, successorId: heir.id })),
      outlines: 'none',
    },
    false,
  );
  const plan = merger({ ...one, id: heir.id });
  expect(await checked(own, plan)).toEqual([]);
  expect(await checked(foreign, plan)).toEqual(['Lục Ngạn']);
});

test('communes that only lie elsewhere from the day on need no resolution of a commune', async () => {
  const { province, one, two } = await place();
  const heir = { ...village('Lục Ngạn', province), level: 'commune', kind: 'xã', list: 'test' };
  const plan = {
    founded: [heir],
    ended: [one.id],
    lineage: [{ predecessorId: one.id, successorId: heir.id }],
  };
  expect(await checked(await documentOf(two.id), plan)).toEqual([]);
});

test('the check of a file looks at the resolution of each commune, else at the one of the whole file', async () => {
  const { one, two } = await place();
  const head = 'Cấp,Mã xã,Tên cũ,Tên mới,Tỷ lệ,Số nghị quyết,Ngày nghị quyết,Cơ quan ban hành\n';
  const rowsOf = ({ code }: { code: string }, resolution: string) =>
    ['Một', 'Hai'].map((old) => `thôn,${code},${old},Thôn Mới,,${resolution}`);
  const found = async (rows: string[], instrumentId?: string) => {
    const file = { name: 'thôn.csv', bytes: new TextEncoder().encode(head + rows.join('\n')) };
    const options = { validFrom: on, list: 'test', ...(instrumentId && { instrumentId }) };
    const job = await upload('reorganisations', file, options, { dryRun: true });
    expect(job).toMatchObject({ status: 'succeeded', errors: 0 });
    return warned((await service.call(getJobEffects, { id: job.id })).effects!);
  };
  const foreign = await documentOf(two.id);
  const [{ number, issuer }] = await service.db.query(
    'select number, issuer from instrument where id = $1',
    [foreign],
  );
  expect(await found(rowsOf(one, ',,'), foreign)).toEqual(['Lục Sơn']);
  // Its own resolution stands before the file's.
  expect(await found(rowsOf(one, '05/NQ-HĐND,25/6/2026,'), foreign)).toEqual([]);
  const cited = `${number},20/6/2026,${issuer}`;
  expect(await found([...rowsOf(one, cited), ...rowsOf(two, cited)])).toEqual(['Lục Sơn']);
}, 120_000);

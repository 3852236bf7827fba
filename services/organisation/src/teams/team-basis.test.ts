import { dissolveTeam, foundTeam, getTeam } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { useService } from '@antt/testing';
import { beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { InstrumentEntity, InstrumentTerritoryEntity } from '../instruments/instrument.entity.ts';
import { organisation } from '../service.ts';
import { ServingEntity } from '../servings/serving.entity.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const { unit, team, chair } = territory(service);
let province: string;
let commune: string;
let village: string;

beforeAll(async () => {
  province = await unit('province', 'Bắc Giang');
  commune = await unit('commune', 'Tân Lập', province);
  village = await unit('village', 'Chằm', commune);
});

/** A document that holds in these units, everywhere without any. */
async function paper(facts: Partial<InstrumentEntity>, units: string[] = []): Promise<string> {
  const [id, day] = [randomUUID(), '2024-07-01'];
  await service.given(InstrumentEntity, {
    ...{ id, kind: 'decision', number: id, issuer: 'UBND tỉnh Bắc Giang', title: 'Số lượng Tổ' },
    ...{ searchKey: '', signedOn: day, effectiveFrom: day, effectiveTo: null, ...facts },
  });
  for (const unitId of units) {
    await service.given(InstrumentTerritoryEntity, { instrumentId: id, unitId });
  }
  return id;
}

const found = (basedOn: string) =>
  service.call(foundTeam, {
    ...{ id: randomUUID(), code: randomUUID(), name: 'Tổ số 1', foundedOn: '2024-08-01' },
    decision: { number: randomUUID(), signedOn: '2024-07-25', basedOn },
    ...{ villageIds: [village], dryRun: true },
  } as Input<typeof foundTeam>);
const refused = (type: string) => ({ body: { type, status: 422 } });

test('a Tổ is founded on a decision of the province that holds for its commune', async () => {
  for (const units of [[], [province], [commune]]) {
    expect(await found(await paper({}, units))).toMatchObject({ name: 'Tổ số 1' });
  }
  const signedByChair = await paper({ issuer: 'Chủ tịch UBND tỉnh Bắc Giang' }, [province]);
  expect(await found(signedByChair)).toMatchObject({ name: 'Tổ số 1' });
});

test('neither a resolution nor what a commune decided is the basis of a Tổ', async () => {
  const none = refused('team-decision-cites-no-provincial-one');
  const wrong: Partial<InstrumentEntity>[] = [
    { kind: 'resolution', issuer: 'HĐND tỉnh Bắc Giang' },
    { kind: 'plan' },
    { issuer: 'Chủ tịch UBND xã Tân Lập, tỉnh Bắc Giang' },
    { issuer: 'UBND phường Thọ Xương' },
  ];
  for (const facts of wrong) {
    await expect(found(await paper(facts, [commune]))).rejects.toMatchObject(none);
  }
});

test('a decision of another province, or for another commune, is no basis', async () => {
  const elsewhere = refused('team-decision-cites-one-of-elsewhere');
  const abroad = await unit('province', 'Cà Mau');
  const beside = await unit('commune', 'Tân Sơn', province);
  for (const units of [[abroad], [beside]]) {
    await expect(found(await paper({}, units))).rejects.toMatchObject(elsewhere);
  }
});

test('a Tổ is dissolved when its members have been moved or have ceased by that day', async () => {
  const id = await team([village]);
  const member = (validTo: string | null) =>
    service.given(ServingEntity, {
      ...{ id: randomUUID(), teamId: id, position: 'ordinary', validFrom: '2024-08-01', validTo },
      ...{ version: 1, gone: false },
    });
  await member(null);
  await member('2025-06-01');
  const decision = await chair('2025-02-20');
  const dissolve = (dissolvedOn: string) =>
    service.call(dissolveTeam, { id, dissolvedOn, decision });
  await expect(dissolve('2025-03-01')).rejects.toMatchObject({
    body: { type: 'team-has-members', status: 409, count: 2, on: '2025-03-01' },
  });
  expect(await service.call(getTeam, { id, on: '2025-04-01' })).toMatchObject({
    dissolvedOn: null,
  });
  await service.db.query(
    `update serving set valid_to = '2025-03-01' where team_id = $1 and valid_to is null`,
    [id],
  );
  await expect(dissolve('2025-03-01')).rejects.toMatchObject({ body: { count: 1 } });
  expect(await dissolve('2025-06-01')).toMatchObject({ dissolvedOn: '2025-06-01' });
});

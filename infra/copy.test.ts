import {
  compareActivityCopies,
  comparePersonnelCopies,
  foundTeam,
  getCoverage,
  listQuotas,
  recognise,
  recordPerson,
  renameUnit,
  replayActivityCopies,
  replayPersonnelCopies,
  replayServings,
  setQuota,
} from '@antt/contracts';
import { eventually, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { activity } from '../services/activity/src/service.ts';
import { organisation } from '../services/organisation/src/service.ts';
import { territory } from '../services/organisation/src/test-territory.ts';
import { personnel } from '../services/personnel/src/service.ts';

// All in one database, each in its own schema, as in the platform; `db` is that of organisation.
const service = useService(organisation, personnel, activity);
const { unit, decision, team } = territory(service);

const copied = (text: string, values: unknown[] = []) => service.db.query(text, values);
const agree = () =>
  eventually(async () => (await service.call(comparePersonnelCopies, {})).agree, 20_000);

test('units, teams and quotas reach personnel as they are, whatever changed them', async () => {
  const province = await unit('province', 'Bắc Giang');
  const commune = await unit('commune', 'Tân Lập', province);
  const village = await unit('village', 'Chằm', commune);
  const basedOn = await decision();
  const team = randomUUID();
  await service.call(foundTeam, {
    id: team,
    code: 'T1',
    name: 'Tổ bảo vệ ANTT thôn Chằm',
    foundedOn: '2024-08-01',
    villageIds: [village],
    decision: { number: '7/QĐ-UBND', signedOn: '2024-07-25', basedOn },
    accept: ['commune-without-quota'],
    reason: 'Chờ giao chỉ tiêu',
    dryRun: false,
  });
  const counts = { villages: null, leaders: null, deputies: null, ordinary: null, note: '' };
  await service.call(setQuota, {
    ...counts,
    id: randomUUID(),
    unitId: commune,
    instrumentId: basedOn,
    teams: 1,
    members: 5,
    validFrom: '2024-07-15',
  } as never);
  await service.call(renameUnit, {
    id: commune,
    name: 'Tân Lập Mới',
    validFrom: '2025-01-01',
  } as never);
  await agree();
  expect(
    await copied('select commune_id, valid_from, valid_to from personnel.team_commune'),
  ).toEqual([{ commune_id: commune, valid_from: '2024-08-01', valid_to: null }]);
  expect(
    await eventually(async () => {
      const names = await copied(
        'select name from personnel.unit_version where unit_id = $1 order by valid_from',
        [commune],
      );
      return names.length === 2 ? names : null;
    }),
  ).toEqual([{ name: 'Tân Lập' }, { name: 'Tân Lập Mới' }]);
  expect(await copied('select number, members from personnel.quota')).toEqual([
    { number: expect.any(String), members: 5 },
  ]);
});

test('a village that moves takes its team into the other commune from that day', async () => {
  const [from, to] = [await unit('commune', 'Phì Điền'), await unit('commune', 'Lục Ngạn')];
  const village = await unit('village', 'Mai', from);
  const id = randomUUID();
  await service.db.query(
    `insert into team (id, code, name, search_key, founded_on) values ($1, 'T2', 'Tổ', 'to', '2024-08-01')`,
    [id],
  );
  await service.db.query(
    `insert into team_village values ($1, $2, 'village', '2024-08-01', null)`,
    [id, village],
  );
  await service.db.query(`update unit_parent set valid_to = '2025-07-01' where unit_id = $1`, [
    village,
  ]);
  await service.db.query(`insert into unit_parent values ($1, $2, '2025-07-01', null)`, [
    village,
    to,
  ]);
  const places = await eventually(async () => {
    const rows = await copied(
      `select commune_id, valid_from, valid_to from personnel.team_commune where team_id = $1
        order by valid_from`,
      [id],
    );
    return rows.length === 2 ? rows : null;
  });
  expect(places).toEqual([
    { commune_id: from, valid_from: '2024-08-01', valid_to: '2025-07-01' },
    { commune_id: to, valid_from: '2025-07-01', valid_to: null },
  ]);
});

test('what a copy lost comes again with everything else', async () => {
  await agree();
  await copied('delete from personnel.unit_version');
  await copied('delete from personnel.team_village');
  expect(await service.call(comparePersonnelCopies, {})).toMatchObject({ agree: false });
  await service.call(replayPersonnelCopies, {});
  expect(await service.call(comparePersonnelCopies, {})).toMatchObject({ agree: true });
});

test('activity keeps the same copies, and takes again what it lost', async () => {
  const agreed = async () => (await service.call(compareActivityCopies, {})).agree;
  expect(await eventually(agreed, 20_000)).toBe(true);
  const parents =
    'select unit_id, parent_id, valid_from, valid_to from activity.unit_parent order by 1, 3';
  expect(await copied(parents)).toEqual(await copied(parents.replace('activity', 'personnel')));
  await copied('delete from activity.unit_parent');
  expect(await agreed()).toBe(false);
  await service.call(replayActivityCopies, {});
  expect(await agreed()).toBe(true);
});

test('who serves reaches coverage and quotas, and what was lost comes again', async () => {
  const province = await unit('province', 'Bắc Ninh');
  const commune = await unit('commune', 'Nếnh', province);
  const village = await unit('village', 'Ninh Khánh', commune);
  const teamId = await team([village]);
  const instrumentId = await decision();
  await service.call(setQuota, {
    ...{ villages: null, leaders: null, deputies: null, ordinary: null, note: '' },
    ...{ id: randomUUID(), unitId: commune, instrumentId, teams: 1, members: 5 },
    validFrom: '2024-07-15',
  } as never);
  await agree();
  const on = '2024-09-01';
  const serving = async () =>
    (await service.call(getCoverage, { on, within: commune } as never)).total.members.serving;

  const posting = await recognised(commune, teamId);
  expect(await eventually(async () => (await serving()) === 1)).toBe(true);
  expect((await service.call(listQuotas, { on, within: commune } as never)).items).toMatchObject([
    { members: 5, serving: 1 },
  ]);

  // activity keeps the same, with whom it is about
  const inActivity = () =>
    copied(
      'select team_id, position, valid_from from activity.posting where id = $1 and not gone',
      [posting],
    );
  expect(await eventually(async () => (await inActivity())[0])).toEqual({
    ...{ team_id: teamId, position: 'ordinary', valid_from: '2024-08-01' },
  });

  await service.db.query('delete from serving where id = $1', [posting]);
  expect(await serving()).toBeNull();
  expect(await service.call(replayServings, {})).toEqual({ owner: 1, copy: 1, agree: true });
  expect(await serving()).toBe(1);

  await service.db.transaction(async (tx) => {
    await tx.query('set local search_path = personnel, public');
    await tx.query('delete from posting where id = $1', [posting]);
  });
  expect(await eventually(async () => (await serving()) === 0)).toBe(true);
  expect(await eventually(async () => (await inActivity()).length === 0)).toBe(true);
});

/** Somebody invented becomes a member; answers the posting. */
async function recognised(communeId: string, teamId: string): Promise<string> {
  const [id, personId] = [randomUUID(), randomUUID()];
  await service.call(recordPerson, {
    ...{ id: personId, communeId, name: 'Nguyễn Văn An', sex: 'male', birthDate: '1985-05-20' },
    ...{ citizenId: '024085000001', education: 'lower-secondary' },
  } as never);
  await service.call(recognise, {
    ...{ id, personId, teamId, position: 'ordinary', validFrom: '2024-08-01' },
    decision: { number: '8/QĐ-UBND', signedOn: '2024-07-30' },
  } as never);
  return id;
}

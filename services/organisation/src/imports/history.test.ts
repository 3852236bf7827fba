import { getUnit, listTeams, listWorkplaces } from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { organisation } from '../service.ts';
import { importing } from '../test-import.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const { unit } = territory(service);
const upload = importing(service);

const csv = (...rows: string[]) => ({
  name: 'x.csv',
  bytes: new TextEncoder().encode(rows.join('\n')),
});
const units = (...rows: string[]) => csv('level,code,name,kind,parent_code,tags', ...rows);
const key = () => randomUUID().slice(0, 8);

/** A province with communes that a list of its own names from 2020 on. */
async function listed(...communes: string[]) {
  const [list, province] = [key(), key()];
  const codes = communes.map(key);
  const rows = communes.map((name, n) => `commune,${codes[n]},${name},xã,${province},`);
  const first = `province,${province},Bắc Giang,tỉnh,,`;
  const file = units(first, ...rows);
  const options = { validFrom: '2020-01-01', list };
  expect(await upload('units', file, options)).toMatchObject({ status: 'succeeded' });
  const ids: { code: string; unit_id: string }[] = await service.db.query(
    `select code, unit_id from unit_version where list = $1`,
    [list],
  );
  const idOf = (code: string) => ids.find((row) => row.code === code)!.unit_id;
  return { list, province, codes, file, idOf, first };
}

const failed = (type: string) => ({ status: 'rejected', problems: [{ code: type }] });

test('a former unit that is renamed on an earlier day still ends when it ended', async () => {
  const { list, province, codes, idOf } = await listed('Tân Lập', 'Tân Sơn');
  const [commune = '', other = ''] = codes;
  const next = units(
    `commune,${other},Tân Sơn,xã,${province},`,
    `province,${province},Bắc Giang,tỉnh,,`,
  );
  const ends = { validFrom: '2025-07-01', list, closes: list };
  expect(await upload('units', next, ends)).toMatchObject({ counts: { ended: 1 } });

  const renamed = units(`commune,${commune},Tân Tiến,xã,${province},miền núi`);
  await upload('units', renamed, { validFrom: '2023-01-01', list });

  const id = idOf(commune);
  expect(await service.call(getUnit, { id, on: '2025-06-30' })).toMatchObject({ name: 'Tân Tiến' });
  await expect(service.call(getUnit, { id, on: '2025-07-01' })).rejects.toMatchObject({
    body: { type: 'unit-not-found' },
  });
  const [tag] = await service.db.query(`select valid_to from unit_tag where unit_id = $1`, [id]);
  expect(tag.valid_to).toBe('2025-07-01');
});

test('a whole list that closes itself changes nothing the second time', async () => {
  const { list, file } = await listed('Tân Lập');
  const options = { validFrom: '2020-01-01', list, closes: list };
  expect(await upload('units', file, options)).toMatchObject({
    status: 'succeeded',
    counts: { added: 0, changed: 0, moved: 0, ended: 0 },
  });
});

test('a list is not closed on a day before its units change their names again', async () => {
  const { list, province, codes, first } = await listed('Tân Lập');
  const renamed = units(`commune,${codes[0]},Tân Tiến,xã,${province},`);
  await upload('units', renamed, { validFrom: '2025-01-01', list });
  const closing = { validFrom: '2024-01-01', list, closes: list };
  expect(await upload('units', units(first), closing)).toMatchObject(
    failed('unit-valid-to-follows-valid-from'),
  );
});

test('an administrator of one province closes no list in another one', async () => {
  const mine = await listed('Tân Lập');
  const other = await listed('Tân Sơn');
  const principal = someone('provincial-administrator', [mine.idOf(mine.province)]);
  const closing = { validFrom: '2024-01-01', list: mine.list, closes: other.list };
  expect(await upload('units', mine.file, closing, { principal })).toMatchObject(
    failed('outside-area'),
  );
});

test('a unit that outlives what lies over it is told of', async () => {
  const { list, codes, first } = await listed('Tân Lập');
  await upload('units', units(first), { validFrom: '2025-07-01', list, closes: list });
  const village = units(`village,${key()},Chằm,thôn,${codes[0]},`);
  expect(await upload('units', village, { validFrom: '2024-01-01', list })).toMatchObject({
    status: 'succeeded',
    problems: [{ code: 'unit-would-lose-its-parent', on: '2025-07-01', parent: 'Tân Lập' }],
  });
});

test('nobody moves a commune of another province below the own one', async () => {
  const mine = await listed('Tân Lập');
  const foreign = key();
  const abroad = units(
    `province,9${foreign},Lạng Sơn,tỉnh,,`,
    `commune,${foreign},Đình Lập,xã,9${foreign},`,
  );
  await upload('units', abroad, { validFrom: '2020-01-01', list: mine.list });
  const principal = someone('provincial-administrator', [mine.idOf(mine.province)]);
  const taken = units(mine.first, `commune,${foreign},Đình Lập,xã,${mine.province},`);
  const options = { validFrom: '2024-01-01', list: mine.list };
  expect(await upload('units', taken, options, { principal })).toMatchObject(
    failed('outside-area'),
  );
  expect(
    await upload('units', mine.file, { ...options, closes: mine.list }, { principal }),
  ).toMatchObject(failed('outside-area'));
});

async function village() {
  const commune = await unit('commune', 'Tân Lập');
  const id = await unit('village', 'Chằm', commune);
  return { commune, id, code: id.slice(0, 13) };
}

const teams = (...rows: string[]) =>
  csv('code,name,village_codes,founded_on,dissolved_on', ...rows);
const workplaces = (...rows: string[]) =>
  csv('code,name,kind,village_code,team_codes,lon,lat,valid_from', ...rows);

test('a commune officer brings in no team, and no workplace, that belongs to another commune', async () => {
  const [mine, other] = [await village(), await village()];
  const code = key();
  await upload('teams', teams(`${code},Tổ Chằm,${other.code},2024-08-01,`));
  const office = (at: string, of: string, on: string) =>
    workplaces(`${code},Nhà văn hóa,nhà văn hóa,${at},${of},106.2,21.3,${on}`);
  const principal = someone('commune-officer', [mine.commune]);
  for (const [kind, file] of [
    ['teams', teams(`${code},Tổ của tôi,${mine.code},2024-08-01,`)],
    ['workplaces', office(mine.code, code, '2024-09-01')],
  ] as const) {
    expect(await upload(kind, file, {}, { principal })).toMatchObject(failed('outside-area'));
  }
  await upload('workplaces', office(other.code, code, '2024-09-01'));
  expect(
    await upload('workplaces', office(mine.code, '', '2024-09-01'), {}, { principal }),
  ).toMatchObject(failed('outside-area'));
});

test('a team without a village is named, and takes none from the team that is there', async () => {
  const { commune, code: villageCode } = await village();
  const code = key();
  await upload('teams', teams(`${code},Tổ Chằm,${villageCode},2024-08-01,`));
  const job = await upload('teams', teams(`${code},Tổ Chằm,,2024-08-01,`));
  expect(job).toMatchObject(failed('value-missing'));
  const { items } = await service.call(listTeams, { on: '2024-09-01', within: commune, limit: 9 });
  expect(items).toHaveLength(1);
});

test('a team that moves on keeps where it worked before, and leaves it when dissolved', async () => {
  const { commune, code: villageCode } = await village();
  const [team, first, second] = [key(), key(), key()];
  await upload('teams', teams(`${team},Tổ Chằm,${villageCode},2024-08-01,`));
  const row = (code: string, on: string) =>
    workplaces(`${code},Nơi ${code},trụ sở,${villageCode},${team},106.2,21.3,${on}`);
  await upload('workplaces', row(second, '2026-01-01'));
  await upload('workplaces', row(first, '2024-09-01'));

  const served = async (on: string) => {
    const page = await service.call(listWorkplaces, { on, within: commune, limit: 9 });
    return page.items.filter((place) => place.teams.length > 0).map((place) => place.code);
  };
  expect([await served('2025-12-31'), await served('2026-01-01')]).toEqual([[first], [second]]);

  await upload('teams', teams(`${team},Tổ Chằm,${villageCode},2024-08-01,2027-01-01`));
  expect([await served('2026-12-31'), await served('2027-01-01')]).toEqual([[second], []]);
});

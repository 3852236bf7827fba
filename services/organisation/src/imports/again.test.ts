import { dissolveTeam, listTeams, listWorkplaces, organisationJobs } from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { organisation } from '../service.ts';
import { importing } from '../test-import.ts';
import { TeamVillageEntity } from '../teams/team.entity.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const { unit, chair } = territory(service);
const upload = importing(service);

const key = () => randomUUID().slice(0, 8);
const csv = (...rows: string[]) => ({
  name: 'x.csv',
  bytes: new TextEncoder().encode(rows.join('\n')),
});

async function commune(...names: string[]) {
  const id = await unit('commune', 'Tân Lập', await unit('province', 'Bắc Giang'));
  const villages: { id: string; code: string }[] = [];
  for (const name of names) {
    const village = await unit('village', name, id);
    villages.push({ id: village, code: village.slice(0, 13) });
  }
  const teamsOn = async (on: string) =>
    (await service.call(listTeams, { on, within: id, limit: 99 })).items;
  const placesOn = async (on: string) =>
    (await service.call(listWorkplaces, { on, within: id, limit: 99 })).items;
  return { id, villages, codes: villages.map(({ code }) => code).join(';'), teamsOn, placesOn };
}

const teams = (...rows: string[]) =>
  csv('code,name,village_codes,founded_on,dissolved_on', ...rows);
const oldTeams = (...rows: string[]) => csv('code,name,village_codes,founded_on', ...rows);
const succeeded = (counts: object) => ({ status: 'succeeded', counts });

test('an old file without the dissolving day leaves a dissolved team dissolved', async () => {
  const { codes, teamsOn } = await commune('Chằm');
  const code = key();
  const founded = `${code},Tổ Chằm,${codes},2024-08-01`;
  await upload('teams', oldTeams(founded));
  const [team] = await teamsOn('2024-08-01');
  await service.call(dissolveTeam, {
    id: team!.id,
    dissolvedOn: '2025-01-01',
    decision: await chair(),
  });

  for (const file of [oldTeams(founded), teams(`${founded},`)]) {
    expect(await upload('teams', file)).toMatchObject(
      succeeded({ added: 0, changed: 0, unchanged: 1 }),
    );
    expect(await teamsOn('2025-01-01')).toEqual([]);
    expect(await teamsOn('2024-12-31')).toHaveLength(1);
  }

  const corrected = teams(`${founded},2025-06-01`);
  expect(await upload('teams', corrected)).toMatchObject(succeeded({ changed: 1 }));
  expect(await teamsOn('2025-05-31')).toMatchObject([{ villages: [{ name: 'Chằm' }] }]);
  expect(await teamsOn('2025-06-01')).toEqual([]);
});

test('a team is not opened again under its code: the row is named, and says what to do', async () => {
  const { codes, teamsOn } = await commune('Chằm');
  const code = key();
  await upload('teams', teams(`${code},Tổ Chằm,${codes},2024-08-01,2025-01-01`));
  const job = await upload('teams', oldTeams(`${code},Tổ Chằm,${codes},2025-03-01`));
  expect(job).toMatchObject({
    status: 'rejected',
    problems: [{ code: 'team-is-dissolved', team: code, on: '2025-01-01' }],
  });
  expect(await teamsOn('2025-03-01')).toEqual([]);
  const workbook = await service.call(organisationJobs.errors, { id: job.id });
  expect(workbook.size).toBeGreaterThan(1_000);
});

test('a village that a team left, and one that it took on later, stay so when the old file comes again', async () => {
  const { id, villages, codes, teamsOn } = await commune('Chằm', 'Giữa');
  const code = key();
  const file = oldTeams(`${code},Tổ liên thôn,${codes},2024-08-01`);
  await upload('teams', file);
  const [team] = await teamsOn('2024-08-01');
  await service.db.query(
    `update team_village set valid_to = '2025-02-01' where team_id = $1 and village_id = $2`,
    [team!.id, villages[1]!.id],
  );
  const added = { teamId: team!.id, villageId: await unit('village', 'Mới', id) };
  await service.given(TeamVillageEntity, { ...added, validFrom: '2025-02-01', validTo: null });

  expect(await upload('teams', file)).toMatchObject(succeeded({ changed: 0, unchanged: 1 }));
  const names = async (on: string) =>
    (await teamsOn(on))[0]!.villages.map(({ name }) => name).sort();
  expect(await names('2025-01-31')).toEqual(['Chằm', 'Giữa']);
  expect(await names('2025-02-01')).toEqual(['Chằm', 'Mới']);
});

const workplaces = (...rows: string[]) =>
  csv('code,name,kind,village_code,team_codes,lon,lat,valid_from,valid_to', ...rows);

async function office() {
  const { codes, placesOn } = await commune('Chằm');
  const [one, two, place] = [key(), key(), key()];
  const founding = (code: string) => `${code},Tổ ${code},${codes},2024-08-01`;
  await upload('teams', oldTeams(founding(one), founding(two)));
  const row = (of: string[], from: string, to = '', code = place) =>
    `${code},Nhà văn hóa,nhà văn hóa,${codes},${of.join(';')},106.2,21.3,${from},${to}`;
  const take = (...rows: string[]) => upload('workplaces', workplaces(...rows));
  const servedOn = async (on: string) =>
    Object.fromEntries(
      (await placesOn(on)).map(({ code, teams: served }) => [
        code,
        served.map(({ name }) => name.slice(3)).sort(),
      ]),
    );
  return { one, two, place, row, take, servedOn };
}

test('a team that a workplace does not name any more leaves it on the day of the row', async () => {
  const { one, two, place, row, take, servedOn } = await office();
  await take(row([one, two], '2024-09-01'));
  expect(await take(row([one], '2025-01-01'))).toMatchObject(succeeded({ changed: 1 }));
  expect(await servedOn('2024-12-31')).toEqual({ [place]: [one, two].sort() });
  expect(await servedOn('2025-01-01')).toEqual({ [place]: [one] });
  expect(await take(row([one], '2025-01-01'))).toMatchObject(
    succeeded({ changed: 0, unchanged: 1 }),
  );
  // From the first day on: it was never there.
  expect(await take(row([one], '2024-09-01'))).toMatchObject(succeeded({ changed: 1 }));
  expect(await servedOn('2024-10-01')).toEqual({ [place]: [one] });
});

test('who left a workplace does not come back to it by moving elsewhere later', async () => {
  const { one, two, place, row, take, servedOn } = await office();
  await take(row([one, two], '2024-09-01'));
  await take(row([one], '2025-01-01'));
  const other = key();
  await take(row([two], '2025-06-01', '', other));
  expect(await servedOn('2025-03-01')).toEqual({ [place]: [one] });
  expect(await servedOn('2025-06-01')).toEqual({ [place]: [one], [other]: [two] });
});

test('a closed workplace stays closed when an old row comes again, and is not opened anew', async () => {
  const { one, place, row, take, servedOn } = await office();
  await take(row([one], '2024-09-01', '2025-01-01'));
  expect(await take(row([one], '2024-09-01'))).toMatchObject(
    succeeded({ changed: 0, unchanged: 1 }),
  );
  expect(await servedOn('2025-01-01')).toEqual({});
  expect(await take(row([one], '2025-02-01'))).toMatchObject({
    status: 'rejected',
    problems: [{ code: 'workplace-is-closed', workplace: place, on: '2025-01-01' }],
  });
});

const byName = (...rows: string[]) => csv('code,name,commune,villages,founded_on', ...rows);

test('villages are found by name however their letters are composed, and never without diacritics', async () => {
  const { teamsOn } = await commune('Hòa Bình', 'Thôn 01', 'Cẩm Giàng', 'Cẩm Giang');
  const home = 'x. Tân Lập'.normalize('NFD');
  const taken = async (village: string) => {
    const code = key();
    const job = await upload('teams', byName(`${code},Tổ,${home},${village},2024-08-01`));
    const team = (await teamsOn('2024-08-01')).find((one) => one.code === code);
    return [job.problems[0]?.code, ...(team?.villages.map(({ name }) => name) ?? [])];
  };
  // Communes of this name stand in other tests as well; a village is sought in each of them.
  expect(await taken('Hoà Bình')).toEqual([undefined, 'Hòa Bình']);
  expect(await taken('thôn  HÒA BÌNH'.normalize('NFD'))).toEqual([undefined, 'Hòa Bình']);
  expect(await taken('Thôn 1')).toEqual([undefined, 'Thôn 01']);
  expect(await taken('Cẩm Giàng')).toEqual([undefined, 'Cẩm Giàng']);
  expect(await taken('Cam Giang')).toEqual(['unit-unknown']);
  expect(await taken('Hoa Bình')).toEqual(['unit-unknown']);
});

test('an old list of villages brings back none that has ended', async () => {
  const [list, province, home, stays, ends] = [key(), key(), key(), key(), key()];
  const units = (...rows: string[]) =>
    csv(
      'level,code,name,kind,parent_code',
      `province,${province},Bắc Giang,tỉnh,`,
      `commune,${home},Tân Lập,xã,${province}`,
      `village,${stays},Chằm,thôn,${home}`,
      ...rows,
    );
  const gone = `village,${ends},Giữa,thôn,${home}`;
  expect(await upload('units', units(gone), { validFrom: '2024-01-01', list })).toMatchObject({
    status: 'succeeded',
    problems: [],
  });
  await service.db.query(
    `update unit_version set valid_to = '2025-07-01' where list = 'village' and code = $1`,
    [ends],
  );
  const again = (validFrom: string) => upload('units', units(gone), { validFrom, list });
  expect(await again('2024-01-01')).toMatchObject(succeeded({ added: 0, changed: 0 }));
  expect(await again('2025-08-01')).toMatchObject({
    status: 'rejected',
    problems: [{ code: 'village-has-ended', unitCode: ends, on: '2025-07-01' }],
  });
  const [{ until }] = await service.db.query(
    `select max(valid_to) as until from unit_version where list = 'village' and code = $1`,
    [ends],
  );
  expect(until).toBe('2025-07-01');
});

import { listTeams, listUnits } from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { organisation } from '../service.ts';
import { importing } from '../test-import.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const { unit } = territory(service);
const upload = importing(service);

const key = () => randomUUID().slice(0, 8);
const csv = (...rows: string[]) => ({
  name: 'x.csv',
  bytes: new TextEncoder().encode(rows.join('\n')),
});

/** A commune that is there, and names of what a file of units puts below it. */
async function commune() {
  const id = await unit('commune', 'Tân Lập', await unit('province', 'Bắc Giang'));
  const code = id.slice(0, 13);
  const take = (level: string, ...rows: string[]) => {
    const lines = rows.map((row) => `${level},${key()},${row},${code}`);
    const file = csv('Cấp,Mã,Tên,Loại,Mã cấp trên', ...lines);
    return upload('units', file, { validFrom: '2024-07-01', list: 'test' });
  };
  const names = async (level: 'village' | 'commune', within: string) => {
    const question = { on: '2024-08-01', within, level, limit: 99 };
    const { items } = await service.call(listUnits, question);
    return items.map(({ kind, name }) => [kind, name]).sort();
  };
  const teams = (...rows: string[]) =>
    upload('teams', csv('Mã tổ,Tên tổ,Mã xã,Mã thôn,"Thôn, tổ dân phố",Ngày thành lập', ...rows));
  return { id, code, take, names, teams };
}

test('a kind that stands in its column and in the name is kept once, and a team finds the village', async () => {
  const { id, code, take, names, teams } = await commune();
  const job = await take('thôn', 'Thôn Một,thôn', 'Tổ dân phố 2,Tổ dân phố', 'TDP Ba,tổ dân phố');
  expect(job).toMatchObject({ status: 'succeeded', problems: [] });
  expect(await names('village', id)).toEqual([
    ['thôn', 'Một'],
    ['tổ dân phố', '2'],
    ['tổ dân phố', 'Ba'],
  ]);
  const team = key();
  const founded = await teams(`${team},Tổ liên thôn,${code},,Một; TDP 2; Ba,01/8/2024`);
  expect(founded).toMatchObject({ status: 'succeeded', problems: [] });
  const { items } = await service.call(listTeams, { on: '2024-08-01', within: id, limit: 9 });
  expect(items[0]!.villages.map(({ name }) => name).sort()).toEqual(['2', 'Ba', 'Một']);
});

test('a name that begins like its kind stays whole among names that do not say their kind', async () => {
  const over = await unit('province', 'Huế');
  const take = (...rows: string[]) => {
    const lines = rows.map((row) => `xã,${key()},${row},${over.slice(0, 13)}`);
    const file = csv('Cấp,Mã,Tên,Loại,Mã cấp trên', ...lines);
    return upload('units', file, { validFrom: '2024-07-01', list: 'test' });
  };
  await take('Phường Đúc,phường', 'Thuận Hòa,phường');
  await take('Xã Phú Mỹ,xã', 'Phường An Đông,phường');
  const { items } = await service.call(listUnits, { on: '2024-08-01', within: over, limit: 99 });
  const communes = items.filter(({ level }) => level === 'commune');
  expect(communes.map(({ name }) => name).sort()).toEqual(
    ['An Đông', 'Phú Mỹ', 'Phường Đúc', 'Thuận Hòa'].sort(),
  );
});

test('villages of a team are named by code in a column of their own', async () => {
  const { id, code, teams } = await commune();
  const village = await unit('village', 'Chằm', id);
  const job = await teams(`${key()},Tổ Chằm,${code},${village.slice(0, 13)},,01/8/2024`);
  expect(job).toMatchObject({ status: 'succeeded', counts: { added: 1 } });
});

test('a commune that does not stand on the founding day is told as the commune, with the day', async () => {
  const { id, code, teams } = await commune();
  await unit('village', 'Chằm', id);
  const later = await unit('commune', 'Nguyệt Đức', await unit('province', 'Bắc Giang'), {
    from: '2025-07-01',
  });
  const job = await teams(
    `${key()},Tổ một,khong-co,,Chằm; Giữa,01/8/2024`,
    `${key()},Tổ hai,${later.slice(0, 13)},,Chằm,01/8/2024`,
    `${key()},Tổ ba,${code},,Xa,01/8/2024`,
  );
  expect(job.problems).toMatchObject([
    { code: 'commune-code-unknown', at: 'A2', unitCode: 'khong-co', on: '2024-08-01' },
    { code: 'commune-code-unknown', at: 'A3', on: '2024-08-01' },
    { code: 'unit-unknown', at: 'A4', unit: 'Xa', on: '2024-08-01' },
  ]);
  const byName = csv(
    'Mã tổ,Tên tổ,"Xã, phường","Thôn, tổ dân phố",Ngày thành lập',
    `${key()},Tổ một,Xã Nguyệt Đức,Chằm,01/8/2024`,
    `${key()},Tổ hai,xa tan lap,Chằm,01/8/2024`,
  );
  expect((await upload('teams', byName)).problems).toMatchObject([
    { code: 'commune-unknown', at: 'A2', unit: 'Xã Nguyệt Đức', on: '2024-08-01' },
    { code: 'commune-unknown', at: 'A3', unit: 'xa tan lap', on: '2024-08-01' },
  ]);
});

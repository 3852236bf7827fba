import { getAllowanceTotals, PolicyDocument } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { calculate } from '../payrolls/calculation.ts';
import { monthly, payFixture, policy } from '../payrolls/test-pay.ts';
import { personnel } from '../service.ts';

const service = useService(personnel);
const { unit, team, serving } = payFixture(service);
const sql = (text: string, values: unknown[]) => service.db.query(text, values);

/** A province with a district, in it two communes until July 2025, that become one then; the second gives a village away. */
async function reformed() {
  const until = { from: '2024-01-01', to: '2025-07-01' };
  const since = { from: '2025-07-01' };
  const province = await unit('province', 'Bắc Giang');
  const district = await unit('district', 'Lục Nam', province, until);
  const [tamDi, camLy] = [
    await unit('commune', 'Tam Dị', district, until),
    await unit('commune', 'Cẩm Lý', district, until),
  ];
  const [lucNam, tayYen] = [
    await unit('commune', 'Lục Nam', province, since),
    await unit('commune', 'Tây Yên Tử', province, since),
  ];
  const teams = [];
  for (const [first, then] of [
    [tamDi, lucNam],
    [camLy, lucNam],
    [camLy, tayYen],
  ] as const) {
    const village = await unit('village', 'Thôn', first);
    await sql('update unit_parent set valid_to = $2 where unit_id = $1', [village, '2025-07-01']);
    await sql('insert into unit_parent (unit_id, parent_id, valid_from) values ($1, $2, $3)', [
      village,
      then,
      '2025-07-01',
    ]);
    teams.push(await team([village]));
  }
  await sql('select place_teams($1::uuid[])', [teams]);
  for (const [n, teamId] of teams.entries()) {
    for (let m = 0; m <= n; m += 1) await serving({ communeId: tamDi, teamId });
  }
  await sql(
    `insert into policy (id, instrument, units, status, valid_from, document, adopted_by)
     values ($1, '{"number": "1"}', $2, 'adopted', '2024-07-01', $3, 'test')`,
    [randomUUID(), [province], JSON.stringify(PolicyDocument.parse(policy([monthly(1_000_000)])))],
  );
  await paid('2025-06', province, [tamDi, camLy]);
  await paid('2025-07', province, [lucNam, tayYen]);
  return { province, district, tamDi, camLy, lucNam, tayYen };
}

async function paid(month: string, unitId: string, communes: string[]) {
  const id = randomUUID();
  await sql('insert into payroll (id, month, unit_id) values ($1, $2, $3)', [
    ...[id, `${month}-01`, unitId],
  ]);
  for (const commune of communes) {
    await sql('insert into payroll_commune (payroll_id, commune_id, month) values ($1, $2, $3)', [
      ...[id, commune, `${month}-01`],
    ]);
  }
  await service.db.transaction((tx) => calculate(tx, id));
  await sql(`update payroll set state = 'closed' where id = $1`, [id]);
}

type Asked = Partial<Input<typeof getAllowanceTotals>>;
async function told(asked: Asked, as = someone('finance-officer')) {
  const answer = await service.call(
    getAllowanceTotals,
    { from: '2025-06', to: '2025-07', level: 'commune', by: 'unit', status: 'closed', ...asked },
    as,
  );
  const rows = new Map(answer.rows.map((row) => [row.unit?.id ?? null, row.amount / 1_000_000]));
  return { ...answer, cells: answer.rows, rows, total: answer.total.amount / 1_000_000 };
}

test('money of former communes is told in the units of another day, by where their teams lie then', async () => {
  const { province, tamDi, camLy, lucNam, tayYen } = await reformed();
  const within = province;
  const asPaid = await told({ within });
  expect(asPaid.rows).toEqual(
    new Map([
      [tamDi, 1],
      [camLy, 5],
      [lucNam, 3],
      [tayYen, 3],
    ]),
  );
  for (const by of ['unit', 'unit,item']) {
    const now = await told({ within, by, restate: '2025-07-01' });
    expect(now.rows).toEqual(
      new Map([
        [lucNam, 6],
        [tayYen, 6],
      ]),
    );
    expect(now.total).toBe(asPaid.total);
    const then = await told({ within, by, restate: '2025-06-30' });
    expect(then.rows).toEqual(
      new Map([
        [tamDi, 2],
        [camLy, 10],
      ]),
    );
  }
  const one = await told({ within: lucNam, restate: '2025-07-01' });
  expect(one.rows).toEqual(new Map([[lucNam, 6]]));
});

test('who reads the whole installation is told what its communes add up to', async () => {
  const { province } = await reformed();
  for (const by of ['unit', 'unit,item', 'unit,position,source,payee']) {
    const whole = await told({ level: 'province', by });
    const own = await told({ level: 'province', by, within: province });
    const of = ({ unit: place }: (typeof own.cells)[number]) => place?.id === province;
    expect(whole.cells.filter(of)).toEqual(own.cells);
    expect(own.total).toBe(12);
  }
  const byItem = await told({ by: 'item' });
  const byProvince = await told({ level: 'province' });
  expect(byItem.total).toBe(byProvince.total);
});

test('districts are told while there are any, and in old units for months after', async () => {
  const { province, district } = await reformed();
  const asPaid = await told({ within: province, level: 'district' });
  expect(asPaid.rows).toEqual(
    new Map([
      [district, 6],
      [null, 6],
    ]),
  );
  const then = await told({ within: province, level: 'district', restate: '2025-06-30' });
  expect(then.rows).toEqual(new Map([[district, 12]]));
});

test('areas that somebody holds are told beside one another, the total counts each đồng once', async () => {
  const { lucNam, tayYen } = await reformed();
  const both = someone('finance-officer', [lucNam, tayYen]);
  const [whole] = both.grants;
  const units = [{ unitId: tayYen, from: '2025-07-01', to: null }];
  const part = { ...whole!, areaId: randomUUID(), areaName: 'Cụm Tây Yên Tử', units };
  const officer = { ...both, grants: [whole!, part] };
  const { rows, total } = await told({ level: 'area', from: '2025-07' }, officer);
  expect(rows).toEqual(
    new Map([
      [whole!.areaId, 6],
      [part.areaId, 3],
    ]),
  );
  expect(total).toBe(6);
});

test('the version of the figures stays until one of their runs changes', async () => {
  const { province } = await reformed();
  const { version } = await told({ within: province });
  expect((await told({ within: province, by: 'item' })).version).toBe(version);
  await sql(`update payroll set state = 'paid' where unit_id = $1 and month = '2025-07-01'`, [
    province,
  ]);
  expect((await told({ within: province })).version).not.toBe(version);
});

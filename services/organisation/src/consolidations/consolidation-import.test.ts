import { listConsolidations, listTeams } from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { organisation } from '../service.ts';
import { importing } from '../test-import.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const upload = importing(service);
const { unit, decision, team } = territory(service);
const on = '2026-10-01';

const head =
  'Mã xã,Mã thôn,Mã tổ,Xử lý,Tên mới của Tổ,Số quyết định,Ngày quyết định,Số người tiếp tục,Số người thôi';
const file = (rows: string[]) => ({
  name: 'kiện toàn.csv',
  bytes: new TextEncoder().encode([head, ...rows].join('\n')),
});

/** A commune with a village on which two teams stand. */
async function shared() {
  const province = await unit('province', 'Bắc Ninh');
  const commune = await unit('commune', 'Lục Sơn', province);
  const village = await unit('village', 'Đông', commune);
  const teams = [await team([village]), await team([village])] as [string, string];
  const code = (id: string) => id.slice(0, 13);
  const row = (which: 0 | 1, outcome: string, rest = 'Tổ Đông,12/QĐ-UBND,28/9/2026,2,1') =>
    [code(commune), code(village), code(teams[which]), outcome, rest].join(',');
  return { province, row };
}

test('decisions of several communes come in one file, all or none', async () => {
  const [one, two] = [await shared(), await shared()];
  const options = { validFrom: on, instrumentId: await decision(undefined, '2026-09-01') };
  const rows = [one, two].flatMap(({ row }) => [row(0, 'tiếp tục'), row(1, 'sáp nhập')]);
  const checked = await upload('consolidations', file(rows), options, { dryRun: true });
  expect(checked).toMatchObject({ status: 'succeeded', counts: { decided: 2, dissolved: 2 } });
  const waiting = async ({ province }: typeof one) =>
    (await service.call(listConsolidations, { on, within: province, limit: 5 })).total;
  expect([await waiting(one), await waiting(two)]).toEqual([1, 1]);

  const bad = await upload('consolidations', file([...rows.slice(0, 3)]), options);
  expect(bad).toMatchObject({ status: 'rejected', problems: [{ code: 'village-keeps-one-team' }] });
  expect([await waiting(one), await waiting(two)]).toEqual([1, 1]);

  const done = await upload('consolidations', file(rows), options);
  expect(done).toMatchObject({
    status: 'succeeded',
    counts: { decided: 2, merged: 2, dissolved: 2 },
  });
  expect([await waiting(one), await waiting(two)]).toEqual([0, 0]);
  const { items } = await service.call(listTeams, { on, within: one.province, limit: 5 });
  expect(items.map(({ name }) => name)).toEqual(['Tổ Đông']);
});

test('a team of another village, two teams that go on and two decisions are named by their rows', async () => {
  const [one, two] = [await shared(), await shared()];
  const options = { validFrom: on, instrumentId: await decision(undefined, '2026-09-01') };
  const job = await upload(
    'consolidations',
    file([
      one.row(0, 'tiếp tục'),
      one.row(1, 'giữ lại', 'Tổ Đông,13/QĐ-UBND,28/9/2026,,'),
      two.row(0, 'tiếp tục').replace(/,[^,]+,tiếp tục/, ',TO-LA,tiếp tục'),
    ]),
    options,
  );
  expect(job.status).toBe('rejected');
  expect(job.problems.map(({ code }) => code).sort()).toEqual([
    'commune-has-two-decisions',
    'team-not-on-village',
    'village-keeps-one-team',
  ]);
});

test('a file without the provincial decision that it cites is refused', async () => {
  const { row } = await shared();
  const job = await upload('consolidations', file([row(0, 'tiếp tục'), row(1, 'sáp nhập')]), {
    validFrom: on,
  });
  expect(job).toMatchObject({ status: 'rejected', problems: [{ code: 'invalid-input' }] });
});

test('a rule that the file breaks refuses it with the whole list, unless it is accepted with a reason', async () => {
  const [one, two] = [await shared(), await shared()];
  const options = { validFrom: on, instrumentId: await decision(undefined, '2026-09-01') };
  const rows = [one, two].flatMap(({ row }, n) => {
    const late = `Tổ Đông,2${n}/QĐ-UBND,5/10/2026,2,1`;
    return [row(0, 'tiếp tục', late), row(1, 'sáp nhập', late)];
  });
  const refused = await upload('consolidations', file(rows), options, { dryRun: true });
  expect(refused).toMatchObject({ status: 'rejected', errors: 2, warnings: 0 });
  expect(refused.problems).toMatchObject(
    [1, 2].map(() => ({ code: 'decision-signed-later', severity: 'error', on: '2026-10-05' })),
  );

  const accept = ['decision-signed-later' as const];
  const silent = await upload('consolidations', file(rows), { ...options, accept });
  expect(silent.problems.map(({ code }) => code)).toEqual([
    'team-acceptance-without-reason',
    'team-acceptance-without-reason',
  ]);
  const other = { ...options, accept: ['village-has-a-team' as const], reason: 'Ký bổ sung' };
  expect(await upload('consolidations', file(rows), other)).toMatchObject({ status: 'rejected' });

  const reason = 'Xã ký bổ sung sau khi Tổ đã bàn giao';
  const done = await upload('consolidations', file(rows), { ...options, accept, reason });
  expect(done).toMatchObject({
    status: 'succeeded',
    errors: 0,
    warnings: 2,
    counts: { decided: 2 },
  });
  const acts = await service.db.query(
    'select accepted, reason from team_act where reason = $1 and kind = $2',
    [reason, 'merge'],
  );
  expect(acts).toEqual([1, 2].map(() => ({ accepted: accept, reason })));
});

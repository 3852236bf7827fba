import { type Job, organisationJobs } from '@antt/contracts';
import { eventually, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { organisation } from '../service.ts';
import { importing } from '../test-import.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const { unit, decision } = territory(service);
const upload = importing(service);

/** An annex of these communes, each with one team of three, and its total. */
function annex(...names: string[]) {
  const rows = [
    'STT,Đơn vị hành chính,Số Tổ bảo vệ ANTT,Tổng số thành viên,Tổ trưởng,Tổ phó,Tổ viên',
    ...names.map((name, n) => `${n + 1},${name},1,3,1,1,1`),
    `,TỔNG CỘNG,${names.length},${names.length * 3},${[1, 1, 1].map(() => names.length).join(',')}`,
  ];
  return { name: 'phu-luc.csv', bytes: new TextEncoder().encode(rows.join('\n')) };
}

const byCode = ({ problems }: Job, code: string) => problems.find((one) => one.code === code);

async function provinceOf(name: string, ...communes: string[]) {
  const province = await unit('province', name);
  const district = await unit('district', `Huyện ${name}`, province);
  for (const commune of communes) await unit('commune', commune, district);
}

test('what an annex gets wrong is told with the day of its decision, though nobody chose one', async () => {
  await provinceOf('Bắc Giang', 'Hồng Một', 'Hồng Hai', 'Hồng Ba', 'Hồng Bốn');
  await provinceOf('Lạng Sơn', 'Xanh Một', 'Xanh Hai');
  const instrumentId = await decision(undefined, '2024-07-01');
  const job = await upload(
    'quotas',
    annex('Xã Hồng Một', 'Xã Hồng Hải', 'Phường Hồng Hai'),
    { instrumentId },
    { dryRun: true },
  );
  expect(job.options.validFrom).toBeUndefined();
  const on = '2024-07-01';
  expect(byCode(job, 'unit-unknown')).toMatchObject({ unit: 'Xã Hồng Hải', on });
  expect(byCode(job, 'unit-kind-differs')).toMatchObject({ unit: 'Phường Hồng Hai', on });
  // Lạng Sơn, which no row lies in, is not missed.
  expect(byCode(job, 'units-left-out')).toMatchObject({ on, count: 3, severity: 'warning' });
  const { names } = byCode(job, 'units-left-out')!;
  expect(String(names)).toContain('Xã Hồng Bốn (huyện Huyện Bắc Giang)');
  expect(String(names)).not.toContain('Xanh');
});

test('communes right under their province are told with it, and those of others are not', async () => {
  const [mine, other] = [await unit('province', 'Bắc Ninh'), await unit('province', 'Huế')];
  for (const name of ['Vàng Một', 'Vàng Hai']) await unit('commune', name, mine);
  await unit('commune', 'Tím Một', other);
  const instrumentId = await decision();
  const job = await upload('quotas', annex('Xã Vàng Một'), { instrumentId });
  expect(job).toMatchObject({ status: 'succeeded', warnings: 1 });
  expect(byCode(job, 'units-left-out')).toMatchObject({
    count: 1,
    names: 'Xã Vàng Hai (tỉnh Bắc Ninh)',
  });
});

test('a job that fails through no fault of its file keeps the trace under which it is in the log', async () => {
  const traceId = randomBytes(16).toString('hex');
  const id = `organisation.${randomUUID()}`;
  const { administrator } = service;
  // Its processes did not survive it so often that it is given up.
  await service.db.query(
    `insert into job (id, kind, dry_run, status, file_name, file, sha256, size, options, principal,
                      account_id, traceparent, attempts)
     values ($1, 'teams', true, 'queued', 'x.csv', $2, '', 1, '{}', $3, $4, $5, 3)`,
    [
      id,
      Buffer.from('x'),
      JSON.stringify(administrator),
      administrator.accountId,
      `00-${traceId}-${randomBytes(8).toString('hex')}-01`,
    ],
  );
  const job = await eventually(async () => {
    const found = await service.call(organisationJobs.get, { id });
    return found.finishedAt ? found : null;
  }, 20_000);
  expect(job).toMatchObject({ status: 'failed', problems: [{ code: 'internal', traceId }] });
});

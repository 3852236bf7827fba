import { organisationJobs } from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { organisation } from '../service.ts';
import { importing } from '../test-import.ts';

const service = useService(organisation);
const upload = importing(service);
const bytes = new TextEncoder().encode('Mã tổ,Tên tổ\nT-1,Tổ 1\n');

test('what is wrong with a file that cannot be read is written without it', async () => {
  const damaged = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(100)]);
  const job = await upload('teams', { name: 'hỏng.xlsx', bytes: damaged });
  expect(job).toMatchObject({ status: 'rejected', problems: [{ code: 'archive-damaged' }] });
  const workbook = await service.call(organisationJobs.errors, { id: job.id });
  expect(workbook.name).toBe('hỏng-loi.xlsx');
  expect(workbook.size).toBeGreaterThan(1_000);
});

test('several who ask at once are answered one after the other', async () => {
  const job = await upload('teams', { name: 'tổ.csv', bytes });
  const ask = () => service.call(organisationJobs.errors, { id: job.id });
  const workbooks = await Promise.all([ask(), ask(), ask()]);
  expect(new Set(workbooks.map(({ object }) => object)).size).toBe(3);
});

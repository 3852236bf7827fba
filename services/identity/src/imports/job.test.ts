import { identityJobs, type Principal } from '@antt/contracts';
import { deleteOldFiles } from '@antt/service-kit';
import { eventually, someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { identity } from '../service.ts';
import { organisation } from '../test-organisation.ts';
import { people } from '../test-people.ts';

const service = useService(identity, organisation);
const { area } = people(service);
const problem = (type: string, members = {}) => ({ body: { type, ...members } });

const head = 'Tên đăng nhập,Họ và tên,Vai trò,Khu vực,Từ ngày';
const table = (...rows: string[]) => new TextEncoder().encode([head, ...rows].join('\n'));
const administrator = () => someone('provincial-administrator');

async function start(bytes: Uint8Array, by: Principal, dryRun = true): Promise<string> {
  const source = new Blob([bytes as BlobPart]).stream();
  const file = await service.files.put('danh-sach.csv', source, 1e8);
  const id = `identity.${randomUUID()}`;
  const command = { id, kind: 'accounts', dryRun, file, options: {} } as const;
  await service.call(identityJobs.start, command, by);
  return id;
}

const end = (id: string, by: Principal) =>
  eventually(async () => {
    const job = await service.call(identityJobs.get, { id }, by);
    return job.finishedAt ? job : null;
  }, 30_000);

async function oneRow(username = `can-bo-${randomUUID().slice(0, 8)}`) {
  const id = await area();
  return `${username},Nguyễn Văn Minh Họa,Cán bộ cấp xã,Khu vực ${id},2025-07-01`;
}

test('the file of a checked list is applied as it was, without being sent again', async () => {
  const by = administrator();
  const checked = await end(await start(table(await oneRow()), by), by);
  expect(checked).toMatchObject({ status: 'succeeded', dryRun: true, counts: { added: 1 } });
  const command = { id: `identity.${randomUUID()}`, jobId: checked.id };
  const begun = await service.call(identityJobs.apply, command, by);
  expect(begun).toMatchObject({ kind: 'accounts', dryRun: false, fileName: 'danh-sach.csv' });
  const applied = await end(command.id, by);
  expect(applied).toMatchObject({ status: 'succeeded', counts: { added: 1 } });
  expect(applied.sha256).toBe(checked.sha256);
  // Asked once more it is the same job.
  expect(await service.call(identityJobs.apply, command, by)).toEqual(applied);
  expect((await service.call(identityJobs.list, { limit: 50 }, by)).items).toHaveLength(2);
});

test('only a dry run that succeeded is applied, by who began it and may import still', async () => {
  const by = administrator();
  const checked = await start(table(await oneRow()), by);
  const rejected = await start(table(await oneRow('CHỮ HOA')), by);
  expect(await end(rejected, by)).toMatchObject({ status: 'rejected' });
  const apply = (jobId: string, who = by) =>
    service.call(identityJobs.apply, { id: `identity.${randomUUID()}`, jobId }, who);
  await expect(apply(rejected)).rejects.toMatchObject(
    problem('job-cannot-be-applied', { status: 409, id: rejected }),
  );
  await expect(apply(checked, administrator())).rejects.toMatchObject(problem('job-not-found'));
  const moved = { ...someone('auditor'), accountId: by.accountId };
  await expect(apply(checked, moved)).rejects.toMatchObject(problem('not-allowed'));
  const applied = await apply(checked);
  await end(applied.id, by);
  await expect(apply(applied.id)).rejects.toMatchObject(problem('job-cannot-be-applied'));
});

test('the file of an old job is deleted; its record, hash and counts stay', async () => {
  const by = administrator();
  const bytes = table(await oneRow('CHỮ HOA'));
  const rejected = await end(await start(bytes, by), by);
  const fresh = await end(await start(table(await oneRow()), by), by);
  expect(rejected.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  await service.db.query(
    `update job set finished_at = finished_at - interval '91 days' where id = $1`,
    [rejected.id],
  );
  expect(await deleteOldFiles(service.db.manager, 90)).toBe(1);
  const { finishedAt: _, ...kept } = await service.call(identityJobs.get, { id: rejected.id }, by);
  expect(kept).toMatchObject({ sha256: rejected.sha256, counts: rejected.counts, fileKept: false });
  const [{ size }] = await service.db.query(`select size from job where id = $1`, [rejected.id]);
  expect(size).toBe(bytes.length);
  await expect(service.call(identityJobs.errors, { id: rejected.id }, by)).rejects.toMatchObject(
    problem('job-file-is-gone', { status: 410, id: rejected.id }),
  );
  await service.db.query(`update job set file = null where id = $1`, [fresh.id]);
  const command = { id: `identity.${randomUUID()}`, jobId: fresh.id };
  await expect(service.call(identityJobs.apply, command, by)).rejects.toMatchObject(
    problem('job-file-is-gone'),
  );
});

/** Jobs that no process may take for the moment. */
async function held<T>(work: () => Promise<T>): Promise<T> {
  const lock = `hashtext('job_claim ' || current_schema())`;
  const runner = service.db.createQueryRunner();
  await runner.query(`select pg_advisory_lock(${lock})`);
  try {
    return await work();
  } finally {
    await runner.query(`select pg_advisory_unlock(${lock})`);
    await runner.release();
  }
}

/** From here on a table `begun` says in which order jobs began. */
async function noteBeginnings(): Promise<void> {
  for (const statement of [
    'create table begun (n bigint generated always as identity, id text not null)',
    `create function note_beginning() returns trigger language plpgsql as $$
     begin insert into begun (id) values (new.id); return null; end $$`,
    `create trigger note_beginning after update of status on job for each row
     when (old.status = 'queued' and new.status = 'running') execute function note_beginning()`,
  ]) {
    await service.db.query(statement);
  }
}

test('an account has five unfinished jobs at most, however fast they come', async () => {
  const by = administrator();
  const bytes = table(await oneRow());
  await held(async () => {
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => start(bytes, by)));
    const refused = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused).toHaveLength(3);
    expect(refused[0]).toMatchObject(problem('too-many-open-jobs', { status: 429, limit: 5 }));
    const other = administrator();
    const id = await start(bytes, other);
    expect(await service.call(identityJobs.get, { id }, other)).toMatchObject({ status: 'queued' });
  });
  await eventually(
    async () =>
      (await service.call(identityJobs.list, { limit: 50 }, by)).items.every(
        (job) => job.finishedAt,
      ),
    30_000,
  );
  expect(await end(await start(bytes, by), by)).toMatchObject({ status: 'succeeded' });
}, 60_000);

test('who sent one file does not wait for the many that another sent before', async () => {
  const [many, one] = [administrator(), administrator()];
  const bytes = table(await oneRow());
  const ids: string[] = [];
  await noteBeginnings();
  await held(async () => {
    for (let n = 0; n < 5; n += 1) ids.push(await start(bytes, many));
    ids.push(await start(bytes, one));
  });
  await Promise.all(ids.map((id, n) => end(id, n < 5 ? many : one)));
  const rows: { id: string }[] = await service.db.query(
    'select id from begun where id = any ($1) order by n',
    [ids],
  );
  // Which ends first is the machine's affair: two run side by side.
  const place = rows.findIndex(({ id }) => id === ids[5]);
  expect(place).toBeLessThanOrEqual(1);
  expect(rows.map(({ id }) => id).filter((id) => id !== ids[5])).toEqual(ids.slice(0, 5));
}, 60_000);

test('what became of a file is told with its name, hash and counts, a dry run too', async () => {
  const by = administrator();
  const bytes = table(await oneRow());
  const checked = await end(await start(bytes, by), by);
  const rows = await service.db.query(
    `select subject, payload, principal from outbox where payload ->> 'jobId' = $1`,
    [checked.id],
  );
  expect(rows).toEqual([
    {
      subject: 'event.identity.job-ended.v1',
      payload: {
        jobId: checked.id,
        kind: 'accounts',
        dryRun: true,
        status: 'succeeded',
        fileName: 'danh-sach.csv',
        sha256: checked.sha256,
        size: bytes.length,
        counts: { read: 1, added: 1, unchanged: 0 },
        errors: 0,
        warnings: 0,
      },
      principal: { accountId: by.accountId, username: by.username },
    },
  ]);
});

test('my jobs come page by page, newest first', async () => {
  const by = administrator();
  const ids: string[] = [];
  for (let n = 0; n < 3; n += 1) ids.push(await start(table(await oneRow()), by));
  const newest = ids.toReversed();
  const list = (page: { cursor?: string; limit: number }) =>
    service.call(identityJobs.list, page, by);
  const all = await list({ limit: 50 });
  expect(all).toMatchObject({ nextCursor: null, total: 3 });
  expect(all.items.map(({ id }) => id)).toEqual(newest);
  const first = await list({ limit: 2 });
  const rest = await list({ limit: 2, cursor: first.nextCursor! });
  expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(newest);
  expect(rest).toMatchObject({ nextCursor: null, total: 3 });
});

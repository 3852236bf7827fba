import { getPerson, judgeDuplicate, listPeople, listPostings } from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { personnel } from '../service.ts';
import { rosterOf, rosters } from '../test-roster.ts';
import { citizenId, territory } from '../test-territory.ts';

const service = useService(personnel);
const { unit, team, quota, place, person, member } = territory(service);
const take = rosters(service);
const codesOf = ({ problems }: { problems: { code: string; severity: string }[] }) =>
  problems.map(({ code, severity }) => `${severity} ${code}`);

/** Everything that a roster may write. */
async function everything(): Promise<string> {
  const tables = ['person', 'posting', 'decision', 'roster_remark'];
  const rows = await Promise.all(
    tables.map((table) => service.db.query(`select * from ${table} order by 1, 2`)),
  );
  return JSON.stringify(rows);
}

test('a checked roster writes nothing, an applied one what the check said, and the same again nothing', async () => {
  const { communeId, teamId } = await place();
  const file = rosterOf([
    {
      code: teamId,
      citizenId: citizenId(),
      position: 'Tổ trưởng',
      name: 'Trần Thị Bình',
      sex: 'Nữ',
    },
    { code: teamId, citizenId: citizenId(), name: 'Nguyễn Văn An' },
  ]);
  const before = await everything();
  const checked = await take(file, { dryRun: true });
  expect(checked).toMatchObject({ status: 'succeeded', counts: { read: 2, added: 2, people: 2 } });
  expect(await everything()).toBe(before);

  const applied = await take(file);
  expect(applied.counts).toEqual(checked.counts);
  const on = '2024-09-01';
  const { items } = await service.call(listPeople, { on, within: communeId, limit: 10 });
  expect(items).toMatchObject([
    { name: 'Nguyễn Văn An', position: 'ordinary', since: '2024-08-01', state: 'serving' },
    { name: 'Trần Thị Bình', position: 'leader', sex: 'female' },
  ]);

  const after = await everything();
  expect(await take(file)).toMatchObject({
    counts: { added: 0, changed: 0, people: 0, unchanged: 2 },
  });
  expect(await everything()).toBe(after);
});

test('all rows of a roster are taken or none', async () => {
  const { teamId } = await place();
  const before = await everything();
  const job = await take(
    rosterOf([
      { code: teamId, citizenId: citizenId() },
      { code: teamId, citizenId: citizenId(), born: '01/01/2010' },
    ]),
  );
  expect(job).toMatchObject({ status: 'rejected', errors: 1 });
  expect(job.problems[0]).toMatchObject({
    code: 'roster-person-too-young',
    at: 'F3',
    count: 14,
    limit: 18,
  });
  expect(await everything()).toBe(before);
});

test('rows of one citizen ID are postings of one person, by decisions of the chair that stand once', async () => {
  const { teamId } = await place();
  const number = citizenId();
  const job = await take(
    rosterOf([
      { code: teamId, citizenId: number, to: '31/12/2024' },
      {
        code: teamId,
        citizenId: number,
        position: 'Tổ phó',
        from: '01/01/2025',
        number: '7/QĐ-UBND',
        signedOn: '20/12/2024',
      },
      { code: teamId, citizenId: citizenId() },
    ]),
  );
  expect(job).toMatchObject({ status: 'succeeded', counts: { added: 3, people: 2 } });
  const { items } = await service.call(listPostings, { teamId, limit: 10 });
  expect(items).toHaveLength(3);
  const [deputy] = items;
  expect(deputy).toMatchObject({ position: 'deputy', validFrom: '2025-01-01', validTo: null });
  expect(deputy!.decision).toMatchObject({
    number: '7/QĐ-UBND',
    issuer: 'Chủ tịch UBND xã Tân Lập',
  });
  const twelve = items.filter(({ decision }) => decision!.number === '12/QĐ-UBND');
  expect(new Set(twelve.map(({ decision }) => decision!.id)).size).toBe(1);
  expect(items.find(({ validTo }) => validTo)).toMatchObject({ validTo: '2025-01-01' });
  expect(new Set(items.map(({ decision }) => decision!.id)).size).toBe(2);
});

test('a team may be named with its commune; one that is not found is offered, and a choice holds for all rows that say the same', async () => {
  const communeId = await unit('commune', 'Đồng Kỳ');
  const village = await unit('village', 'Đông', communeId);
  const teamId = await team([village], { name: 'Tổ bảo vệ ANTT thôn Đông' });
  await quota(communeId, 10);
  const row = (name: string) => ({ team: name, commune: 'xã Đồng Kỳ', citizenId: citizenId() });
  const good = await take(rosterOf([row('tổ bảo vệ ANTT thôn  Đông')]));
  expect(good.status).toBe('succeeded');

  const file = rosterOf([row('Tổ ANTT thôn Đông'), row('Tổ ANTT thôn Đông')]);
  const refused = await take(file);
  expect(refused.problems).toMatchObject([
    {
      ...{ code: 'roster-team-unknown', at: 'B2', count: 2 },
      candidates: [{ id: teamId, name: 'Tổ bảo vệ ANTT thôn Đông', parentName: 'xã Đồng Kỳ' }],
    },
  ]);
  const chosen = await take(file, { options: { choices: { B2: teamId } } });
  expect(chosen).toMatchObject({ status: 'succeeded', counts: { added: 2 } });
});

test('a team of two communes of the same name is asked for rather than guessed', async () => {
  for (const name of ['Tân Sơn', 'Tân Sơn']) {
    const village = await unit('village', 'Tây', await unit('commune', name));
    await team([village], { name: 'Tổ ANTT thôn Tây' });
  }
  const { problems } = await take(
    rosterOf([{ team: 'Tổ ANTT thôn Tây', commune: 'Tân Sơn', citizenId: citizenId() }]),
  );
  expect(problems).toMatchObject([{ code: 'roster-team-ambiguous' }]);
  expect(problems[0]!.candidates).toHaveLength(2);
});

test('somebody is in one team a day, and a team has one leader a day, in the file and beside what stands', async () => {
  const [one, other] = [await place(), await place()];
  const number = citizenId();
  const leader = { position: 'Tổ trưởng', code: one.teamId };
  const twice = await take(
    rosterOf([
      { code: one.teamId, citizenId: number },
      { code: other.teamId, citizenId: number, from: '01/10/2024' },
      { ...leader, citizenId: citizenId() },
      { ...leader, citizenId: citizenId(), from: '01/09/2024' },
    ]),
  );
  expect(twice.problems).toMatchObject([
    { code: 'roster-person-twice', at: 'A3', other: 'A2' },
    { code: 'roster-leader-twice', at: 'A5', other: 'A4' },
  ]);
  const said = { citizenId: number, birthDate: '1985-05-20' };
  await member(one, { position: 'leader', said });
  const beside = await take(
    rosterOf([
      { code: other.teamId, citizenId: number, from: '01/10/2024' },
      { ...leader, citizenId: citizenId(), from: '01/09/2024' },
    ]),
  );
  expect(codesOf(beside)).toEqual(['error roster-person-serves', 'error roster-team-has-leader']);
});

test('a citizen ID that is recorded for somebody else is refused without telling whose it is', async () => {
  const here = await place();
  const number = citizenId();
  await member(here, { said: { citizenId: number, name: 'Lê Thị Hoa' } });
  const job = await take(rosterOf([{ code: here.teamId, citizenId: number, name: 'Phạm Văn Tú' }]));
  expect(codesOf(job)).toEqual(['error roster-person-differs']);
  expect(JSON.stringify(job.problems)).not.toContain('Hoa');
});

test('rows of a record that was merged are of the person whose record stands for it', async () => {
  const [mine, other] = [await place(), await place()];
  const [goneNumber, keptNumber] = [citizenId(), citizenId()];
  const gone = await person(other.communeId, { citizenId: goneNumber });
  const kept = await person(mine.communeId, { citizenId: keptNumber });
  await service.call(judgeDuplicate, {
    ...{ id: randomUUID(), personIds: [gone, kept], judgement: 'same', keptId: kept },
    reason: 'Đối chiếu căn cước',
  });
  const former = { code: mine.teamId, from: '01/08/2024', to: '31/12/2024', more: 'GCN-01' };
  const file = rosterOf(
    [
      { ...former, citizenId: goneNumber },
      { code: mine.teamId, citizenId: keptNumber, from: '01/01/2025', more: 'GCN-02' },
    ],
    'Số giấy chứng nhận',
  );
  const principal = someone('commune-officer', [mine.communeId]);
  expect(await take(file, { principal })).toMatchObject({
    ...{ status: 'succeeded', counts: { added: 2, people: 0 } },
  });
  const rows = await service.db.query(
    'select person_id as id, count(*)::int from posting where person_id = any ($1) group by 1',
    [[gone, kept]],
  );
  expect(rows).toEqual([{ id: kept, count: 2 }]);
  expect((await service.call(getPerson, { id: kept, on: '2025-02-01' })).remarks).toEqual([
    { heading: 'certificate', value: 'GCN-02' },
  ]);
  expect(await take(file, { principal })).toMatchObject({
    counts: { added: 0, changed: 0, unchanged: 2 },
  });
});

test('old papers, age over 70 and a missing education are warnings, and are kept with the posting', async () => {
  const { teamId } = await place();
  const nine = String(Math.floor(Math.random() * 1e9)).padStart(9, '0');
  const job = await take(
    rosterOf([{ code: teamId, citizenId: nine, born: '01/01/1950', education: ' ' }]),
  );
  expect(job.status).toBe('succeeded');
  expect(codesOf(job).sort()).toEqual([
    'warning roster-citizen-id-legacy',
    'warning roster-education-unknown',
    'warning roster-person-over-age',
  ]);
  const { items } = await service.call(listPostings, { teamId, limit: 10 });
  expect(items[0]).toMatchObject({
    accepted: ['citizen-id-legacy', 'education-unknown', 'person-over-age'],
    reason: 'danh-sach.csv',
  });
});

test('a surplus comes in only where a roadmap covers it; else the row names commune, day, members and limit', async () => {
  const { communeId, teamId } = await place(1);
  const file = rosterOf([
    { code: teamId, citizenId: citizenId() },
    { code: teamId, citizenId: citizenId(), from: '01/09/2024' },
  ]);
  const refused = await take(file);
  expect(refused.problems).toMatchObject([
    {
      ...{ code: 'roster-quota-exceeded', at: 'A3', commune: 'xã Tân Lập', on: '2024-09-01' },
      ...{ active: 2, limit: 1, number: '12/QĐ-UBND' },
    },
  ]);
  await service.db.query(
    `insert into surplus (id, unit_id, team_id, members, valid_from, valid_to)
     values (gen_random_uuid(), $1, null, 1, '2024-08-01', '2099-01-01')`,
    [communeId],
  );
  expect(await take(file)).toMatchObject({ status: 'succeeded', counts: { added: 2 } });
});

test('a quota that became smaller while members serve is asked about on its first day', async () => {
  const communeId = await unit('commune', 'Hộ Đáp');
  const village = await unit('village', 'Nam', communeId);
  const teamId = await team([village]);
  await quota(communeId, 2, { to: '2025-07-01' });
  await quota(communeId, 1, { from: '2025-07-01' });
  const file = (to: string) =>
    rosterOf([
      { code: teamId, citizenId: citizenId() },
      { code: teamId, citizenId: citizenId(), to },
    ]);
  expect((await take(file(''))).problems).toMatchObject([
    { code: 'roster-quota-exceeded', on: '2025-07-01', active: 2, limit: 1 },
  ]);
  expect((await take(file('30/06/2025'))).status).toBe('succeeded');
});

test('without a quota today nobody comes in; one that was not recorded for earlier days is a warning', async () => {
  const communeId = await unit('commune', 'Sa Lý');
  const village = await unit('village', 'Bắc', communeId);
  const teamId = await team([village]);
  const file = rosterOf([{ code: teamId, citizenId: citizenId() }]);
  expect(codesOf(await take(file))).toEqual(['error roster-quota-missing']);
  await quota(communeId, 5, { from: '2025-07-01' });
  const job = await take(file);
  expect([job.status, codesOf(job)]).toEqual(['succeeded', ['warning roster-quota-missing']]);
});

test('a later roster ends a posting and completes the record; an older one takes neither back', async () => {
  const { teamId } = await place();
  const number = citizenId();
  const first = rosterOf([{ code: teamId, citizenId: number }]);
  const later = rosterOf(
    [{ code: teamId, citizenId: number, to: '31/01/2026', more: '0912000111' }],
    'Điện thoại',
  );
  await take(first);
  expect(await take(later)).toMatchObject({ counts: { added: 0, changed: 1, ended: 1 } });
  expect(await take(first)).toMatchObject({ counts: { changed: 0, ended: 0, unchanged: 1 } });
  const { items } = await service.call(listPostings, { teamId, limit: 10 });
  expect(items).toMatchObject([{ validTo: '2026-02-01' }]);
  const found = await service.call(getPerson, { id: items[0]!.personId, on: '2025-01-01' });
  expect(found.phone).toBe('0912000111');
});

test('what has no table is kept as it was written and shown to who sees the profile', async () => {
  const { communeId, teamId } = await place();
  const columns = 'Lực lượng trước đây,Tham gia trước đây từ,Số giấy chứng nhận,Xếp loại năm';
  await take(
    rosterOf(
      [{ code: teamId, citizenId: citizenId(), more: 'Bảo vệ dân phố,03/2015,GCN-0012,2025: Tốt' }],
      columns,
    ),
  );
  const { items } = await service.call(listPostings, { teamId, limit: 1 });
  const question = { id: items[0]!.personId, on: '2025-01-01' };
  expect((await service.call(getPerson, question)).remarks).toEqual([
    { heading: 'certificate', value: 'GCN-0012' },
    { heading: 'former-force', value: 'Bảo vệ dân phố' },
    { heading: 'former-from', value: '03/2015' },
    { heading: 'yearly-grade', value: '2025: Tốt' },
  ]);
  const leader = someone('team-leader', [communeId]);
  expect((await service.call(getPerson, question, leader)).remarks).toBeNull();
});

test('an officer brings in the roster of the own commune only', async () => {
  const [mine, other] = [await place(), await place()];
  const principal = someone('commune-officer', [mine.communeId]);
  const own = await take(rosterOf([{ code: mine.teamId, citizenId: citizenId() }]), { principal });
  expect(own.status).toBe('succeeded');
  const elsewhere = rosterOf([{ code: other.teamId, citizenId: citizenId() }]);
  const refused = await take(elsewhere, { principal });
  expect([refused.status, codesOf(refused)]).toEqual(['rejected', ['error outside-area']]);
});

test('neither the facts nor the findings of a roster tell a citizen ID or a name', async () => {
  const { teamId } = await place();
  const number = citizenId();
  const bad = await take(
    rosterOf([{ code: teamId, citizenId: `${number}9`, name: 'Hoàng Văn Mật' }]),
  );
  expect(bad.problems).toMatchObject([
    { code: 'value-invalid', value: `•••••••••${number.slice(-3)}9` },
  ]);
  await take(rosterOf([{ code: teamId, citizenId: number, name: 'Hoàng Văn Mật' }]));
  const told = JSON.stringify(await service.db.query('select payload from outbox'));
  expect(told).not.toContain(number);
  expect(told).not.toContain('Mật');
  const files: { file: Buffer }[] = await service.db.query('select file from job');
  expect(files.some(({ file }) => file.includes(number))).toBe(false);
});

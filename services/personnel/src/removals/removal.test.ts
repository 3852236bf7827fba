import {
  decideRemoval,
  getPerson,
  listRemovals,
  recordDetail,
  requestRemoval,
} from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { personnel } from '../service.ts';
import { recruiting } from '../recruitments/test-recruitment.ts';
import { territory } from '../test-territory.ts';
import { books, goingAlong } from './what-goes.ts';

const service = useService(personnel);
const { place, person, member } = territory(service);
const { listed, take, meeting, posted, decided } = recruiting(service);
const on = '2026-09-01';

type Candidate = { id: string; personId: string };

const request = (personId: string) => ({
  id: randomUUID(),
  personId,
  reason: 'Ghi nhầm người không dự tuyển',
  evidence: 'Biên bản 05/BB-CAX ngày 28/08/2026',
});

test('a record goes when somebody else agrees, and leaves who asked, who agreed and why', async () => {
  const { communeId } = await place();
  const [maker, checker] = [
    someone('commune-officer', [communeId]),
    someone('commune-officer', [communeId]),
  ];
  const personId = await person(communeId);
  const content = { kind: 'kin', relation: 'vợ', name: 'Trần Thị Bình', phone: '' } as const;
  const detail = { id: randomUUID(), personId, content, validFrom: on, validTo: null };
  await service.call(recordDetail, detail, maker);
  const { id } = await service.call(requestRemoval, request(personId), maker);
  expect((await service.call(getPerson, { id: personId, on }, maker)).id).toBe(personId);
  const approval = { id, outcome: 'approved', note: '' } as const;
  await expect(service.call(decideRemoval, approval, maker)).rejects.toMatchObject({
    type: 'removal-is-decided-by-another',
  });
  const approved = await service.call(decideRemoval, approval, checker);
  expect(await service.call(decideRemoval, approval, checker)).toEqual(approved);
  await expect(service.call(getPerson, { id: personId, on }, maker)).rejects.toMatchObject({
    type: 'person-not-found',
  });
  const [{ left }] = await service.db.query(
    `select count(*)::int as left from person_detail where person_id = $1`,
    [personId],
  );
  expect(left).toBe(0);
  const { items } = await service.call(listRemovals, { on, within: communeId }, maker);
  expect(items).toMatchObject([
    {
      personId,
      commune: { id: communeId, name: 'Tân Lập' },
      outcome: 'approved',
      requestedBy: maker.username,
      decidedBy: checker.username,
      evidence: 'Biên bản 05/BB-CAX ngày 28/08/2026',
    },
  ]);
  expect(JSON.stringify(items)).not.toContain('Nguyễn Văn An');
});

test('who has served stays in the books', async () => {
  const here = await place();
  const { personId } = await member(here);
  const { id } = await service.call(requestRemoval, request(personId));
  const checker = someone('provincial-administrator');
  await expect(
    service.call(decideRemoval, { id, outcome: 'approved', note: '' }, checker),
  ).rejects.toMatchObject({ type: 'person-has-history' });
  const refusal = { id, outcome: 'refused', note: 'Đã tham gia Tổ' } as const;
  const refused = await service.call(decideRemoval, refusal, checker);
  expect(refused).toMatchObject({ outcome: 'refused' });
  expect(await service.call(decideRemoval, refusal, checker)).toEqual(refused);
  for (const other of [{ outcome: 'approved' }, { note: 'Còn tham gia Tổ' }] as const) {
    await expect(
      service.call(decideRemoval, { ...refusal, ...other }, checker),
    ).rejects.toMatchObject({ type: 'removal-is-decided' });
  }
  const facts = await service.db.query(
    `select 1 from outbox where subject = 'event.personnel.removal-decided.v1' and payload ->> 'id' = $1`,
    [id],
  );
  expect(facts).toHaveLength(1);
});

test('a candidate stays while the recruitment goes on, and goes with the application once it is over', async () => {
  const here = await place();
  const recruitment = await listed(here.communeId, 2);
  const [chosen, other] = recruitment.candidates as [Candidate, Candidate];
  const { personId, id: applicationId } = other;
  const { id } = await service.call(requestRemoval, request(personId));
  const approve = () =>
    service.call(
      decideRemoval,
      { id, outcome: 'approved', note: '' },
      someone('provincial-administrator'),
    );
  const refused = { type: 'person-has-history' };
  await expect(approve()).rejects.toMatchObject(refused);
  await take(recruitment.id, meeting({ [chosen.id]: 8, [applicationId]: 1 }));
  await take(recruitment.id, { step: 'minutes-signed', on: '2026-03-24', chosen: [], reason: '' });
  await take(recruitment.id, posted('notified', '2026-03-27'));
  const proposed = { applicationId: chosen.id, teamId: here.teamId, position: 'ordinary' as const };
  await take(recruitment.id, { step: 'proposed', on: '2026-03-31', members: [proposed] });
  await take(recruitment.id, decided([chosen]));
  await expect(approve()).rejects.toMatchObject(refused);
  await take(recruitment.id, posted('result-posted', '2026-04-07'));
  await approve();
  const left = await service.db.query('select id from application where recruitment_id = $1', [
    recruitment.id,
  ]);
  expect(left).toEqual([{ id: chosen.id }]);
});

test('a candidate of a recruitment that selected nobody goes once that was made public', async () => {
  const { communeId } = await place();
  const recruitment = await listed(communeId, 1);
  const [{ personId, id: applicationId }] = recruitment.candidates as [Candidate];
  await take(recruitment.id, meeting({ [applicationId]: 1 }));
  await take(recruitment.id, { step: 'minutes-signed', on: '2026-03-24', chosen: [], reason: '' });
  const { id } = await service.call(requestRemoval, request(personId));
  const approval = { id, outcome: 'approved', note: '' } as const;
  const checker = someone('provincial-administrator');
  await expect(service.call(decideRemoval, approval, checker)).rejects.toMatchObject({
    type: 'person-has-history',
  });
  await take(recruitment.id, posted('notified', '2026-03-27'));
  expect(await service.call(decideRemoval, approval, checker)).toMatchObject({
    outcome: 'approved',
  });
});

test('remarks of a roster and age reviews go with the record', async () => {
  const { communeId } = await place();
  const personId = await person(communeId);
  await service.db.query(`insert into roster_remark values ($1, 'former-force', 'Dân phòng')`, [
    personId,
  ]);
  await service.db.query(
    `insert into age_review (id, person_id, reviewed_on, outcome, basis)
     values ($1, $2, '2026-01-05', 'continues', 'Giấy khám sức khỏe')`,
    [randomUUID(), personId],
  );
  const { id } = await service.call(requestRemoval, request(personId));
  const checker = someone('provincial-administrator');
  await service.call(decideRemoval, { id, outcome: 'approved', note: '' }, checker);
  const left = await service.db.query('select from person where id = $1', [personId]);
  expect(left).toEqual([]);
});

test('whatever refers to a person keeps the record or goes with it', async () => {
  const references: { column: string }[] = await service.db.query(
    `select r.relname || '.' || a.attname as column
       from pg_constraint c
       join pg_class r on r.oid = c.conrelid
       join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
      where c.contype = 'f' and c.confrelid = 'person'::regclass`,
  );
  const known = [...books, ...goingAlong].map((table) => `${table}.person_id`);
  const pairs = ['comparison', 'likely_pair'].flatMap((table) => [
    `${table}.first_id`,
    `${table}.second_id`,
  ]);
  expect(references.map(({ column }) => column).sort()).toEqual(
    [...known, ...pairs, 'person.merged_into'].sort(),
  );
});

test('nobody asks for or decides on a record of another commune', async () => {
  const [here, there] = [await place(), await place()];
  const personId = await person(here.communeId);
  const stranger = someone('commune-officer', [there.communeId]);
  const refused = { type: 'person-not-found' };
  await expect(service.call(requestRemoval, request(personId), stranger)).rejects.toMatchObject(
    refused,
  );
  const { id } = await service.call(requestRemoval, request(personId));
  await expect(
    service.call(decideRemoval, { id, outcome: 'approved', note: '' }, stranger),
  ).rejects.toMatchObject(refused);
  await expect(service.call(requestRemoval, request(personId))).rejects.toMatchObject({
    type: 'person-has-one-open-removal',
  });
  const refusal = { id, outcome: 'refused', note: 'Không đủ căn cứ' } as const;
  await service.call(decideRemoval, refusal, someone('provincial-administrator'));
  await expect(service.call(decideRemoval, refusal, stranger)).rejects.toMatchObject(refused);
});

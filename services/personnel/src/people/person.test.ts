import { changePerson, getPerson, listPeople, recordPerson, revealField } from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { personnel } from '../service.ts';
import { citizenId, territory } from '../test-territory.ts';

const service = useService(personnel);
const { unit, place, person, member } = territory(service);
const on = '2024-09-01';
const listing = { on, limit: 100 };

test('a citizen ID lies encrypted, is shown masked and is told with a reason that is kept', async () => {
  const { communeId } = await place();
  const number = citizenId();
  const id = await person(communeId, { citizenId: number });
  const officer = someone('commune-officer', [communeId]);

  const [row] = await service.db.query('select citizen_id from person where id = $1', [id]);
  expect(row.citizen_id.includes(Buffer.from(number))).toBe(false);
  expect(await service.call(getPerson, { id, on }, officer)).toMatchObject({
    citizenId: `••••••••${number.slice(-4)}`,
    revealable: ['citizen-id'],
  });

  const reason = 'Đối chiếu hồ sơ công nhận';
  const told = await service.call(revealField, { id, field: 'citizen-id', reason }, officer);
  expect(told.value).toBe(number);
  const facts = await service.db.query(
    `select payload from outbox where subject = 'event.personnel.field-revealed.v1'`,
  );
  expect(facts.at(-1).payload).toEqual({ id, field: 'citizen-id', reason });
  expect(JSON.stringify(facts)).not.toContain(number);
});

test('health and criminal record lie sealed, are told with a reason, and go when they are emptied', async () => {
  const { communeId } = await place();
  const id = await person(communeId);
  const officer = someone('commune-officer', [communeId]);
  const texts = { health: 'Sức khỏe loại II', criminalRecord: 'Không có án tích' };
  const changed = await service.call(changePerson, { id, version: 1, ...texts }, officer);
  expect(changed.revealable).toEqual(['citizen-id', 'health', 'criminal-record']);
  expect(JSON.stringify(changed)).not.toContain(texts.health);
  const [row] = await service.db.query('select health, criminal_record from person where id = $1', [
    id,
  ]);
  expect(row.health.includes(Buffer.from('loại'))).toBe(false);
  expect(row.criminal_record.includes(Buffer.from('tích'))).toBe(false);
  const asked = { id, field: 'health', reason: 'Xem xét khi đến tuổi 70' } as const;
  expect((await service.call(revealField, asked, officer)).value).toBe(texts.health);
  const facts = await service.db.query(
    `select payload from outbox where subject = 'event.personnel.person-changed.v1' and payload ->> 'id' = $1`,
    [id],
  );
  expect(facts).toEqual([{ payload: { id, fields: ['criminalRecord', 'health'] } }]);
  const emptied = await service.call(changePerson, { id, version: 2, health: '' }, officer);
  expect(emptied.revealable).toEqual(['citizen-id', 'criminal-record']);
});

test('nobody else has the same citizen ID', async () => {
  const { communeId } = await place();
  const number = citizenId();
  await person(communeId, { citizenId: number });
  await expect(person(communeId, { citizenId: number })).rejects.toMatchObject({
    type: 'citizen-id-is-recorded',
  });
});

test('people of another commune are neither listed nor found', async () => {
  const [mine, other] = [await place(), await place()];
  const id = await person(other.communeId);
  const officer = someone('commune-officer', [mine.communeId]);
  expect(await service.call(listPeople, listing, officer)).toMatchObject({ items: [], total: 0 });
  const refused = { type: 'person-not-found' };
  await expect(service.call(getPerson, { id, on }, officer)).rejects.toMatchObject(refused);
  const reveal = { id, field: 'citizen-id', reason: 'Đối chiếu hồ sơ' } as const;
  await expect(service.call(revealField, reveal, officer)).rejects.toMatchObject(refused);
});

test('a team leader sees names and phones of the commune, no profile and no day of birth', async () => {
  const here = await place();
  const { personId: id } = await member(here);
  const leader = someone('team-leader', [here.communeId]);
  expect(await service.call(getPerson, { id, on }, leader)).toMatchObject({
    name: 'Nguyễn Văn An',
    withheld: true,
    birthDate: null,
    religion: null,
    revealable: [],
  });
  const reveal = { id, field: 'citizen-id', reason: 'Đối chiếu hồ sơ' } as const;
  await expect(service.call(revealField, reveal, leader)).rejects.toMatchObject({
    type: 'not-allowed',
  });
});

test('people are listed by given name the Vietnamese way and found without diacritics', async () => {
  const { communeId } = await place();
  for (const name of ['Trần Văn Đức', 'Lê Thị Ân', 'Nguyễn Văn Dũng', 'Phạm Thị Ánh']) {
    await person(communeId, { name });
  }
  const all = await service.call(listPeople, { ...listing, within: communeId });
  expect(all.items.map(({ name }) => name)).toEqual([
    'Phạm Thị Ánh',
    'Lê Thị Ân',
    'Nguyễn Văn Dũng',
    'Trần Văn Đức',
  ]);
  const found = await service.call(listPeople, { ...listing, within: communeId, q: 'duc' });
  expect(found.items.map(({ name }) => name)).toEqual(['Trần Văn Đức']);
});

test('pages of a list go on where the last one ended', async () => {
  const { communeId } = await place();
  for (const name of ['Trần Văn An', 'Lê Văn An', 'Vũ Thị Bình']) await person(communeId, { name });
  const first = await service.call(listPeople, { on, within: communeId, limit: 2 });
  const rest = await service.call(listPeople, {
    on,
    within: communeId,
    limit: 2,
    cursor: first.nextCursor!,
  });
  expect([...first.items, ...rest.items].map(({ name }) => name)).toEqual([
    'Lê Văn An',
    'Trần Văn An',
    'Vũ Thị Bình',
  ]);
  expect(rest.nextCursor).toBeNull();
});

test('of two changes of one record the later one is told of the earlier', async () => {
  const { communeId } = await place();
  const id = await person(communeId);
  await service.call(changePerson, { id, version: 1, phone: '0912 000 111' });
  await expect(
    service.call(changePerson, { id, version: 1, phone: '0912 000 222' }),
  ).rejects.toMatchObject({
    type: 'person-changed-meanwhile',
  });
  expect(await service.call(getPerson, { id, on })).toMatchObject({
    phone: '0912 000 111',
    ethnicity: 'Kinh',
    version: 2,
  });
});

test('the record of who left before a merger is seen by the commune that came of it', async () => {
  const old = await unit('commune', 'Phì Điền', null, { from: '2020-01-01', to: '2025-07-01' });
  const heir = await unit('commune', 'Lục Ngạn', null, { from: '2025-07-01' });
  const id = await person(heir);
  await service.db.query('update person set commune_id = $2 where id = $1', [id, old]);
  const officer = someone('commune-officer', [
    { unitId: old, from: '2020-01-01', to: '2025-07-01' },
    { unitId: heir, from: '2025-07-01', to: null },
  ]);
  const after = '2026-01-01';
  expect((await service.call(getPerson, { id, on: after }, officer)).id).toBe(id);
  await expect(
    service.call(getPerson, { id, on: after }, someone('commune-officer', [heir])),
  ).rejects.toMatchObject({ type: 'person-not-found' });
});

test('recording the same person twice under one id changes nothing', async () => {
  const { communeId } = await place();
  const facts = {
    id: '0198c0de-0000-7000-8000-000000000001',
    communeId,
    name: 'Nguyễn Thị Hoa',
    sex: 'female' as const,
    birthDate: '1990-02-01',
    citizenId: citizenId(),
    phone: '',
    ethnicity: 'Kinh',
    religion: '',
    education: null,
    partyJoinedOn: null,
    address: '',
    note: '',
  };
  const once = await service.call(recordPerson, facts);
  expect(await service.call(recordPerson, facts)).toEqual(once);
  await expect(
    service.call(recordPerson, { ...facts, name: 'Nguyễn Thị Huệ' }),
  ).rejects.toMatchObject({ type: 'id-reused' });
  const elsewhere = await unit('commune', 'Tân Lập');
  const stranger = someone('commune-officer', [elsewhere]);
  for (const name of [facts.name, 'Nguyễn Thị Huệ']) {
    const guess = { ...facts, name, communeId: elsewhere };
    await expect(service.call(recordPerson, guess, stranger)).rejects.toMatchObject({
      type: 'person-not-found',
    });
  }
  await expect(
    service.call(recordPerson, { ...facts, id: randomUUID(), birthDate: '2199-01-01' }),
  ).rejects.toMatchObject({ type: 'invalid-input' });
});

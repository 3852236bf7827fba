import {
  correctDetail,
  listDetails,
  recordDetail,
  revealDetail,
  revealField,
  withdrawDetail,
} from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { personnel } from '../service.ts';
import { territory } from '../test-territory.ts';

const service = useService(personnel);
const { place, person } = territory(service);

const account = (number: string, bank = 'Agribank') =>
  ({ kind: 'bank-account', bank, number }) as const;
const residence = (address: string, registration: 'permanent' | 'temporary' = 'permanent') =>
  ({ kind: 'residence', registration, address, unitId: null }) as const;

async function record(
  personId: string,
  content: Parameters<typeof recording>[1],
  validFrom: string,
) {
  return service.call(recordDetail, recording(personId, content, validFrom));
}
const recording = (
  personId: string,
  content: ReturnType<typeof account> | ReturnType<typeof residence>,
  validFrom: string,
) => ({ id: randomUUID(), personId, content, validFrom, validTo: null });

test('an account lies sealed, is shown masked, and the former one ends when another begins', async () => {
  const { communeId } = await place();
  const personId = await person(communeId);
  const first = await record(personId, account('2600205112233'), '2024-07-01');
  expect(first).toMatchObject({
    content: { bank: 'Agribank', number: '•••••••••2233' },
    revealable: true,
  });
  await record(personId, account('0011223344', 'Vietcombank'), '2025-03-01');
  const { items } = await service.call(listDetails, { id: personId });
  expect(items.map(({ content, validTo }) => [content, validTo])).toMatchObject([
    [{ bank: 'Vietcombank' }, null],
    [{ bank: 'Agribank' }, '2025-03-01'],
  ]);
  const [row] = await service.db.query('select content, sealed from person_detail where id = $1', [
    first.id,
  ]);
  expect(JSON.stringify(row.content)).not.toContain('2233');
  expect(row.sealed.includes(Buffer.from('2600205112233'))).toBe(false);

  const reason = 'Đối chiếu danh sách chi trả';
  const told = await service.call(revealDetail, { id: first.id, reason });
  expect(told.number).toBe('2600205112233');
  const field = { id: personId, field: 'bank-account', reason } as const;
  expect((await service.call(revealField, field)).value).toBe('0011223344');
  const facts = await service.db.query(`select payload from outbox where subject like '%detail%'`);
  expect(JSON.stringify(facts)).not.toContain('2233');
  expect(facts.at(-1).payload).toEqual({ id: first.id, personId, kind: 'bank-account', reason });
});

test('somebody has one permanent residence a day, and a temporary one beside it', async () => {
  const { communeId } = await place();
  const personId = await person(communeId);
  await record(personId, residence('Thôn Trung'), '2020-01-01');
  await record(personId, residence('Phường Bắc Giang', 'temporary'), '2022-01-01');
  await expect(record(personId, residence('Thôn Hạ'), '2019-01-01')).rejects.toMatchObject({
    type: 'person-has-one-such-detail-a-day',
  });
  const { items } = await service.call(listDetails, { id: personId, on: '2023-01-01' });
  expect(items).toHaveLength(2);
});

test('a correction keeps what stood there before, and why it was wrong', async () => {
  const { communeId } = await place();
  const personId = await person(communeId);
  const { id } = await record(personId, residence('Thôn Trung'), '2020-01-01');
  const reason = 'Đối chiếu sổ hộ khẩu';
  const change = { id, content: residence('Thôn Hạ'), validFrom: '2019-06-01', validTo: null };
  const corrected = await service.call(correctDetail, { ...change, reason });
  expect(corrected).toMatchObject({
    content: { address: 'Thôn Hạ' },
    validFrom: '2019-06-01',
    corrections: [{ reason, validFrom: '2020-01-01', content: { address: 'Thôn Trung' } }],
  });
  await expect(
    service.call(correctDetail, { ...change, content: account('2600205112233'), reason }),
  ).rejects.toMatchObject({ type: 'person-detail-is-of-another-kind' });
});

test('a number that a correction leaves out stays, another one takes its place', async () => {
  const { communeId } = await place();
  const personId = await person(communeId);
  const { id } = await record(personId, account('2600205112233'), '2024-07-01');
  const reason = 'Ghi nhầm tên ngân hàng';
  const days = { validFrom: '2024-07-01', validTo: null };
  const bank = { kind: 'bank-account', bank: 'Vietcombank' } as const;
  await service.call(correctDetail, { id, content: bank, ...days, reason });
  expect((await service.call(revealDetail, { id, reason })).number).toBe('2600205112233');
  const content = { ...bank, number: '0011223344' };
  const corrected = await service.call(correctDetail, { id, content, ...days, reason });
  expect(corrected.corrections.map((former) => former.content)).toMatchObject([
    { bank: 'Vietcombank', number: '•••••••••2233' },
    { bank: 'Agribank', number: '•••••••••2233' },
  ]);
  expect((await service.call(revealDetail, { id, reason })).number).toBe('0011223344');
});

test('what was recorded by mistake is withdrawn, gives its days free, and stays in the history', async () => {
  const { communeId } = await place();
  const personId = await person(communeId);
  const { id } = await record(personId, residence('Thôn Trung'), '2020-01-01');
  const reason = 'Ghi nhầm người';
  await service.call(withdrawDetail, { id, reason });
  await record(personId, residence('Thôn Hạ'), '2019-01-01');
  const on = await service.call(listDetails, { id: personId, on: '2021-01-01' });
  expect(on.items).toMatchObject([{ content: { address: 'Thôn Hạ' } }]);
  const { items } = await service.call(listDetails, { id: personId });
  expect(items.filter(({ withdrawn }) => withdrawn)).toMatchObject([{ id }]);
  await expect(service.call(withdrawDetail, { id, reason })).rejects.toMatchObject({
    type: 'person-detail-is-withdrawn',
  });
});

test('a detail of somebody in another commune is not found, nor changed', async () => {
  const [mine, other] = [await place(), await place()];
  const personId = await person(other.communeId);
  const { id } = await record(personId, residence('Thôn Trung'), '2020-01-01');
  const officer = someone('commune-officer', [mine.communeId]);
  const refused = { type: 'person-not-found' };
  await expect(service.call(listDetails, { id: personId }, officer)).rejects.toMatchObject(refused);
  const reason = 'Ghi nhầm người';
  await expect(service.call(withdrawDetail, { id, reason }, officer)).rejects.toMatchObject(
    refused,
  );
  await expect(service.call(revealDetail, { id, reason }, officer)).rejects.toMatchObject(refused);
});

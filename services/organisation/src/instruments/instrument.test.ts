import {
  addInstrumentSubject,
  listInstruments,
  listInstrumentSubjects,
  recordInstrument,
} from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { InstrumentSearch7 } from '../migrations/7-instrument-search.ts';
import { organisation } from '../service.ts';
import { plainInstrument } from './standing-instrument.ts';

const service = useService(organisation);

async function recorded(number: string, title: string): Promise<string> {
  const id = randomUUID();
  await service.call(recordInstrument, {
    id,
    kind: 'decision',
    number,
    issuer: 'UBND tỉnh',
    title,
    signedOn: '2024-06-20',
    effectiveFrom: '2024-07-01',
    effectiveTo: null,
    ...plainInstrument,
    fileIds: [],

    territory: [],
  });
  return id;
}

const found = async (q: string) => {
  const { items } = await service.call(listInstruments, { q, limit: 100 });
  return items.map(({ id }) => id);
};

test('a document is found by number and title as one types them, a % being a %', async () => {
  const id = await recorded('245/QĐ-UBND', 'Giao chỉ tiêu Tổ bảo vệ an ninh, trật tự');
  for (const q of ['245/qd-ubnd', 'giao chi tieu', 'CHỈ TIÊU', 'chỉ tiêu'.normalize('NFD')]) {
    expect(await found(q)).toEqual([id]);
  }
  expect(await found('246/qd')).toEqual([]);
  expect(await found('%')).toEqual([]);
  expect(await found('2_5')).toEqual([]);
});

test('documents recorded before the search was mended are found as well', async () => {
  const id = await recorded('17/2023/NQ-HĐND', 'Mức hỗ trợ');
  await service.db.transaction(async (tx) => {
    await tx.query(`alter table instrument drop column search_key`);
    await new InstrumentSearch7().up(tx.queryRunner!);
  });
  expect(await found('nq-hdnd muc ho tro')).toEqual([id]);
});

test('what documents may be about is added for the whole installation, not from a part of it', async () => {
  const subject = { code: 'uniform', name: 'Trang phục', nameEn: 'Uniform', exclusive: true };
  const ofOnePlace = someone('provincial-administrator', [randomUUID()]);
  await expect(service.call(addInstrumentSubject, subject, ofOnePlace)).rejects.toMatchObject({
    body: { type: 'outside-area' },
  });
  await service.call(addInstrumentSubject, subject);
  const { items } = await service.call(listInstrumentSubjects, {});
  expect(items).toContainEqual(subject);
});

import {
  attachInstrumentFiles,
  correctInstrument,
  detachInstrumentFile,
  getInstrument,
  issueInstrument,
  listGoverned,
  listInstruments,
  openFile,
  repealInstrument,
  setQuota,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { sending } from '../files/test-file.ts';
import { organisation } from '../service.ts';
import { territory } from '../test-territory.ts';
import { documents } from './test-instrument.ts';

const service = useService(organisation);
const { unit } = territory(service);
const record = documents(service);
const send = sending(service);

const profile = (id: string) => service.call(getInstrument, { id });
const repeal = (id: string, given: Partial<Input<typeof repealInstrument>> = {}) =>
  service.call(repealInstrument, {
    id,
    on: '2026-01-01',
    byId: null,
    reason: 'Không còn phù hợp',
    dryRun: false,
    ...given,
  });
const correct = (id: string, given: Partial<Input<typeof correctInstrument>>) =>
  service.call(correctInstrument, {
    id,
    correctionId: randomUUID(),
    reason: 'Ghi nhầm',
    ...given,
  });

async function quota(instrumentId: string, validFrom = '2024-08-01') {
  const province = await unit('province', 'Bắc Giang');
  const unitId = await unit('commune', 'Tân Lập', province);
  const id = randomUUID();
  const numbers = { teams: 2, members: 6, villages: 2, note: '' };
  const split = { leaders: null, deputies: null, ordinary: null };
  await service.call(setQuota, { id, unitId, instrumentId, validFrom, ...numbers, ...split });
  return { id, unitId };
}

test('a document shows what it rests on, amends and replaces, from both sides', async () => {
  const law = await record({ kind: 'law', effectiveFrom: '2024-07-01' });
  const old = await record({ effectiveFrom: '2024-07-15' });
  const amendment = await record({ effectiveFrom: '2025-01-01', amends: [old.id] });
  const successor = await record({
    effectiveFrom: '2025-07-15',
    replaces: [old.id],
    bases: [law.id],
  });
  const seen = await profile(old.id);
  expect(seen.effectiveTo).toBe('2025-07-15');
  expect(seen.links.amendedBy).toMatchObject([{ id: amendment.id, number: amendment.number }]);
  expect(seen.links.replacedBy).toMatchObject([{ id: successor.id }]);
  expect((await profile(law.id)).links.basisOf).toMatchObject([{ id: successor.id }]);
  const { links } = await profile(successor.id);
  expect(links).toMatchObject({ bases: [{ id: law.id }], replaces: [{ id: old.id }], amends: [] });
});

test('a document cannot rest on itself, on an unknown one, or replace a later one', async () => {
  const id = randomUUID();
  await expect(record({ id, amends: [id] })).rejects.toMatchObject({
    body: { type: 'instrument-cites-another' },
  });
  await expect(record({ bases: [randomUUID()] })).rejects.toMatchObject({
    body: { type: 'related-instrument-not-found' },
  });
  const later = await record({ effectiveFrom: '2025-01-01', number: 'sau' });
  await expect(
    record({ effectiveFrom: '2025-01-01', number: 'trước', replaces: [later.id] }),
  ).rejects.toMatchObject({
    body: { type: 'instrument-replaces-later', number: 'trước', replaced: 'sau' },
  });
  await expect(record({ subjects: ['poetry'] })).rejects.toMatchObject({
    body: { type: 'instrument-subject-not-found', code: 'poetry' },
  });
});

test('a document that ends before it takes effect is refused as a document', async () => {
  const days = { effectiveFrom: '2025-01-01', effectiveTo: '2024-12-31' };
  const refused = { body: { type: 'instrument-effective-to-follows-effective-from' } };
  await expect(record(days)).rejects.toMatchObject(refused);
  await expect(record({ ...days, effectiveTo: days.effectiveFrom })).rejects.toMatchObject(refused);
  const { id } = await record({ effectiveFrom: '2025-01-01' });
  await expect(correct(id, { effectiveTo: '2024-12-31' })).rejects.toMatchObject(refused);
  expect(await profile(id)).toMatchObject({ effectiveTo: null });
});

test('documents cannot change one another in a circle, however long and of whichever kinds', async () => {
  const first = await record({ number: '01', effectiveFrom: '2024-07-15' });
  const second = await record({ number: '02', effectiveFrom: '2025-01-01', amends: [first.id] });
  const third = await record({ number: '03', effectiveFrom: '2025-07-01', replaces: [second.id] });
  const circle = (number: string, other: string) => ({
    status: 422,
    body: { type: 'instruments-form-a-circle', number, other },
  });
  await expect(correct(first.id, { amends: [second.id] })).rejects.toMatchObject(
    circle('01', '02'),
  );
  await expect(correct(first.id, { amends: [third.id] })).rejects.toMatchObject(circle('01', '03'));
  await expect(correct(first.id, { replaces: [third.id] })).rejects.toMatchObject(
    circle('01', '03'),
  );
  await expect(correct(first.id, { amends: [first.id] })).rejects.toMatchObject({
    body: { type: 'instrument-cites-another' },
  });
  // What only rests on one another is no circle of changes, and two ways to one document are none.
  await correct(first.id, { bases: [third.id] });
  await correct(third.id, { amends: [first.id] });
  expect(await profile(first.id)).toMatchObject({ amends: [], replaces: [] });
});

test('two corrections at once cannot close a circle that neither sees', async () => {
  const [one, other] = [await record(), await record()];
  const corrected = await Promise.allSettled([
    correct(one.id, { amends: [other.id] }),
    correct(other.id, { amends: [one.id] }),
  ]);
  expect(corrected.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const [refused] = corrected.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect(refused).toMatchObject({ body: { type: 'instruments-form-a-circle' } });
});

test('two of one subject for one place and day are refused by name; another subject, time or place is not', async () => {
  const [here, there] = [await unit('province', 'Bắc Giang'), await unit('province', 'Cà Mau')];
  const commune = await unit('commune', 'Tân Lập', here);
  const about = { subjects: ['quota'], territory: [here] };
  const first = await record({ ...about, number: '01/QĐ', effectiveFrom: '2024-07-15' });
  const second = { ...about, number: '02/QĐ', effectiveFrom: '2025-03-01' };
  await expect(record(second)).rejects.toMatchObject({
    body: {
      type: 'instrument-subject-overlaps',
      status: 409,
      number: '02/QĐ',
      other: '01/QĐ',
      subjectName: 'Số lượng Tổ và thành viên',
      unit: 'tỉnh Bắc Giang',
      on: '2025-03-01',
    },
  });
  await expect(record({ ...second, territory: [commune] })).rejects.toMatchObject({
    body: { type: 'instrument-subject-overlaps', unit: 'xã Tân Lập' },
  });
  await expect(record({ ...second, territory: [] })).rejects.toMatchObject({
    body: { type: 'instrument-subject-overlaps', other: '01/QĐ' },
  });
  expect(await service.db.query(`select 1 from instrument where number = '02/QĐ'`)).toEqual([]);
  await record({ ...second, number: '03/QĐ', territory: [there] });
  await record({ ...second, number: '04/NQ', subjects: ['allowance'] });
  await record({ ...second, number: '05/HD', subjects: ['guidance'] });
  await record({ ...second, number: '06/HD', subjects: ['guidance'] });
  await record({ ...second, number: '07/DT', status: 'draft' });
  const amendment = await record({ ...second, number: '08/QĐ', amends: [first.id] });
  await record({ ...second, number: '09/QĐ', amends: [amendment.id] });
  await record({
    ...about,
    number: '00/QĐ',
    effectiveFrom: '2024-01-02',
    effectiveTo: '2024-07-15',
  });
}, 30_000);

test('a draft carries nothing until it is issued; then it ends what it replaces', async () => {
  const old = await record({ effectiveFrom: '2024-07-15' });
  const draft = await record({
    status: 'draft',
    number: 'Dự thảo 2',
    effectiveFrom: '2025-01-01',
    replaces: [old.id],
  });
  await expect(quota(draft.id, '2025-01-01')).rejects.toMatchObject({
    body: { type: 'instrument-is-draft', number: 'Dự thảo 2' },
  });
  expect((await profile(old.id)).effectiveTo).toBeNull();
  const on = { on: '2025-06-01', limit: 500 };
  const listed = async () =>
    (await service.call(listInstruments, on)).items.some(({ id }) => id === draft.id);
  expect(await listed()).toBe(false);
  const signed = { number: `12/${draft.id.slice(0, 4)}`, signedOn: '2025-02-20' };
  const issue = { id: draft.id, ...signed, effectiveFrom: '2025-03-01', effectiveTo: null };
  const issued = await service.call(issueInstrument, issue);
  expect(issued).toMatchObject({ ...signed, status: 'final', effectiveFrom: '2025-03-01' });
  expect(await service.call(issueInstrument, issue)).toEqual(issued);
  expect((await profile(old.id)).effectiveTo).toBe('2025-03-01');
  expect(await listed()).toBe(true);
  await quota(draft.id, '2025-03-01');
  await expect(service.call(issueInstrument, { ...issue, number: 'khác' })).rejects.toMatchObject({
    body: { type: 'instrument-is-final' },
  });
});

test('a dry repeal names what loses its basis and from which day, and changes nothing', async () => {
  const decree = await record({ number: `NĐ ${randomUUID()}` });
  const { id: quotaId, unitId } = await quota(decree.id);
  const dependant = await record({ bases: [decree.id], effectiveFrom: '2026-03-01' });
  const { effects, instrument } = await repeal(decree.id, { dryRun: true });
  expect(instrument.effectiveTo).toBe('2026-01-01');
  expect(effects.counts).toEqual({ quota: 1, instrument: 1 });
  expect(effects.items).toMatchObject([
    { noun: 'instrument', id: dependant.id, losesBasisOn: '2026-03-01' },
    {
      noun: 'quota',
      id: quotaId,
      name: '2 / 6',
      unit: { id: unitId, name: 'Tân Lập' },
      losesBasisOn: '2026-01-01',
    },
  ]);
  expect((await profile(decree.id)).effectiveTo).toBeNull();

  const done = await repeal(decree.id);
  expect(await repeal(decree.id)).toEqual(done);
  expect(await profile(decree.id)).toMatchObject({
    effectiveTo: '2026-01-01',
    repeal: { on: '2026-01-01', by: null, reason: 'Không còn phù hợp' },
  });
  await expect(repeal(decree.id, { on: '2026-02-01' })).rejects.toMatchObject({
    body: { type: 'instrument-is-repealed', on: '2026-01-01' },
  });
  const { counts, items } = await service.call(listGoverned, { id: decree.id, limit: 1 });
  expect(counts).toEqual({ quota: 1, instrument: 1 });
  expect(items).toHaveLength(1);
});

test('a repeal by another document names it, which must hold by then', async () => {
  const [old, next] = [
    await record(),
    await record({ effectiveFrom: '2026-02-01', number: `QĐ ${randomUUID()}` }),
  ];
  await expect(repeal(old.id, { byId: next.id })).rejects.toMatchObject({
    body: { type: 'instrument-not-in-force', number: next.number, on: '2026-01-01' },
  });
  await repeal(old.id, { byId: next.id, on: '2026-02-01' });
  expect((await profile(old.id)).repeal).toMatchObject({ by: { id: next.id } });
  await expect(repeal(next.id, { on: '2026-02-01' })).rejects.toMatchObject({
    body: { type: 'instrument-not-in-force' },
  });
});

test('a correction keeps what stood there before, with the reason, and moves what was replaced', async () => {
  const old = await record({ effectiveFrom: '2024-07-15' });
  const next = await record({ effectiveFrom: '2025-01-01', replaces: [old.id] });
  const correctionId = randomUUID();
  const given = { correctionId, effectiveFrom: '2025-02-01', title: 'Đúng tên' };
  const corrected = await correct(next.id, given);
  expect(corrected).toMatchObject({ title: 'Đúng tên', effectiveFrom: '2025-02-01' });
  expect(await correct(next.id, given)).toEqual(corrected);
  expect((await profile(old.id)).effectiveTo).toBe('2025-02-01');
  const { corrections } = await profile(next.id);
  expect(corrections).toMatchObject([
    {
      id: correctionId,
      reason: 'Ghi nhầm',
      username: service.administrator.username,
      was: { effectiveFrom: '2025-01-01', title: next.title },
      became: { effectiveFrom: '2025-02-01', title: 'Đúng tên' },
    },
  ]);
  await correct(next.id, { replaces: [] });
  expect((await profile(old.id)).effectiveTo).toBeNull();
});

test('a correction that would leave a quota without its basis is refused', async () => {
  const document = await record({ number: `QĐ ${randomUUID()}` });
  await quota(document.id);
  await expect(correct(document.id, { effectiveFrom: '2024-09-01' })).rejects.toMatchObject({
    body: { type: 'instrument-leaves-quotas-without-basis', count: 1, on: '2024-08-01' },
  });
});

test('files are given to a document and taken off, by who may write it', async () => {
  const commune = await unit('commune', 'Tân Lập', await unit('province', 'Bắc Giang'));
  const document = await record({ territory: [commune] });
  const file = await send('instrument', 'bản ký.pdf', Buffer.from('%PDF-1.7 bản ký'));
  const attach = { id: document.id, fileIds: [file.id] };
  const stranger = someone('provincial-administrator', [await unit('province', 'Cà Mau')]);
  await expect(service.call(attachInstrumentFiles, attach, stranger)).rejects.toMatchObject({
    body: { type: 'instrument-not-found' },
  });
  await service.call(attachInstrumentFiles, attach);
  expect((await profile(document.id)).files).toMatchObject([{ id: file.id, name: 'bản ký.pdf' }]);
  const officer = someone('area-officer', [commune]);
  expect((await service.call(openFile, { id: file.id }, officer)).name).toBe('bản ký.pdf');
  await expect(service.call(openFile, { id: file.id }, stranger)).rejects.toMatchObject({
    body: { type: 'file-not-found' },
  });
  await service.call(detachInstrumentFile, { id: document.id, fileId: file.id });
  expect((await profile(document.id)).files).toEqual([]);
});

test('who gives money records the document it is given by, and ends or amends no other', async () => {
  const province = await unit('province', 'Bắc Ninh');
  const officer = someone('finance-officer', [province]);
  const file = await send('instrument', 'giao dự toán.pdf', Buffer.from('%PDF-1.7'), {
    asker: officer,
  });
  const given = { kind: 'decision' as const, title: 'Giao dự toán', fileIds: [file.id] };
  const { id, territory: governed } = await record(given, officer);
  expect(governed).toEqual([province]);
  expect((await profile(id)).files).toMatchObject([{ name: 'giao dự toán.pdf' }]);
  const elsewhere = { territory: [await unit('province', 'Cà Mau')] };
  for (const [said, type] of [
    [elsewhere, 'outside-area'],
    [{ replaces: [id] }, 'outside-area'],
    [{ amends: [id] }, 'outside-area'],
    [{ status: 'draft' }, 'outside-area'],
  ] as const) {
    await expect(
      record(
        { ...said, territory: 'territory' in said ? said.territory : [province] } as never,
        officer,
      ),
    ).rejects.toMatchObject({ body: { type } });
  }
});

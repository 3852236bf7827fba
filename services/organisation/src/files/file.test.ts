import { keepFile, openFile, openWorkplace } from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { organisation } from '../service.ts';
import { territory } from '../test-territory.ts';
import { attachFiles, detachFiles, filesOf } from './attached-files.ts';
import { deleteUnclaimedFiles } from './unclaimed-files.ts';
import { acting, sending } from './test-file.ts';

const service = useService(organisation);
const { unit } = territory(service);
const send = sending(service);
const as = acting(service);

const pdf = Buffer.from('%PDF-1.7 quyết định');

async function workplace() {
  const commune = await unit('commune', 'Tân Lập');
  const villageId = await unit('village', 'Chằm', commune);
  const id = randomUUID();
  const about = { id, code: id.slice(0, 8), name: 'Nhà văn hóa', kind: 'culture-house', villageId };
  await service.call(openWorkplace, {
    ...about,
    lon: 106.2,
    lat: 21.3,
    validFrom: '2024-09-01',
  } as never);
  return { id, commune };
}

async function read(id: string, asker = service.administrator) {
  const { file, ...kept } = await service.call(openFile, { id }, asker);
  return { kept, bytes: Buffer.from(await service.files.read(file!)) };
}

test('a file comes back as it was sent, with its type by content and its hash', async () => {
  const sent = await send('workplace', 'Quyết định.docx', pdf);
  expect(sent).toMatchObject({
    name: 'Quyết định.docx',
    type: 'application/pdf',
    size: pdf.length,
  });
  const { kept, bytes } = await read(sent.id);
  expect(bytes.equals(pdf)).toBe(true);
  expect(kept.sha256).toBe(createHash('sha256').update(pdf).digest('hex'));
  const { file } = await service.call(openFile, { id: sent.id, known: kept.sha256 });
  expect(file).toBeNull();
});

test('a file of no kept type is refused by name', async () => {
  await expect(send('workplace', 'trang.pdf', Buffer.from('<html>'))).rejects.toMatchObject({
    body: { type: 'file-type-not-allowed', name: 'trang.pdf' },
  });
});

test('a file is brought only by who may write what it is for', async () => {
  const officer = someone('area-officer');
  await expect(send('workplace', 'a.pdf', pdf, { asker: officer })).rejects.toMatchObject({
    body: { type: 'not-allowed', permission: 'workplace.write' },
  });
  const commune = someone('commune-officer');
  await expect(send('instrument', 'a.pdf', pdf, { asker: commune })).rejects.toMatchObject({
    body: { type: 'not-allowed', permission: 'instrument.record' },
  });
});

test('the same file under the same id is kept once, another one under it is refused', async () => {
  const id = randomUUID();
  const first = await send('workplace', 'a.pdf', pdf, { id });
  expect(await send('workplace', 'a.pdf', pdf, { id })).toEqual(first);
  const other = Buffer.from('%PDF-1.4 khác');
  await expect(send('workplace', 'a.pdf', other, { id })).rejects.toMatchObject({
    body: { type: 'id-reused' },
  });
});

test('until it belongs to something a file is its sender’s alone, then its readers’', async () => {
  const { id: workplaceId, commune } = await workplace();
  const { id } = await send('workplace', 'ảnh.pdf', pdf);
  const [inside, outside] = [
    someone('area-officer', [commune]),
    someone('area-officer', [randomUUID()]),
  ];
  await expect(read(id, inside)).rejects.toMatchObject({ body: { type: 'file-not-found' } });
  await as(service.administrator, (tx) => attachFiles(tx, 'workplace', workplaceId, [id]));
  expect((await read(id, inside)).bytes.equals(pdf)).toBe(true);
  await expect(read(id, outside)).rejects.toMatchObject({ body: { type: 'file-not-found' } });
  await expect(read(id, someone('agency-officer'))).rejects.toMatchObject({
    body: { type: 'not-allowed' },
  });
  const files = await filesOf(service.db.manager, 'workplace', [workplaceId]);
  expect(files.get(workplaceId)).toMatchObject([{ id, name: 'ảnh.pdf' }]);

  await as(service.administrator, (tx) => detachFiles(tx, 'workplace', workplaceId, [id]));
  expect((await filesOf(service.db.manager, 'workplace', [workplaceId])).size).toBe(0);
  await expect(read(id, inside)).rejects.toMatchObject({ body: { type: 'file-not-found' } });
});

test('nobody gives away a file that another one sent, or one brought for another noun', async () => {
  const { id: workplaceId } = await workplace();
  const mine = await send('workplace', 'a.pdf', pdf);
  const officer = someone('commune-officer');
  await expect(
    as(officer, (tx) => attachFiles(tx, 'workplace', workplaceId, [mine.id])),
  ).rejects.toMatchObject({ body: { type: 'file-not-found' } });
  const paper = await send('instrument', 'b.pdf', pdf);
  await expect(
    as(service.administrator, (tx) => attachFiles(tx, 'workplace', workplaceId, [paper.id])),
  ).rejects.toMatchObject({ body: { type: 'file-is-for-another-noun', name: 'b.pdf' } });
});

test('a file that belongs to nothing for a day goes, one that belongs to something stays', async () => {
  const { id: workplaceId } = await workplace();
  const [left, given, fresh] = [
    await send('workplace', 'a.pdf', pdf),
    await send('workplace', 'b.pdf', pdf),
    await send('workplace', 'c.pdf', pdf),
  ];
  await as(service.administrator, (tx) => attachFiles(tx, 'workplace', workplaceId, [given.id]));
  await service.db.query(
    `update file set kept_at = now() - interval '25 hours' where id = any ($1)`,
    [[left.id, given.id]],
  );
  expect(await deleteUnclaimedFiles(service.db.manager)).toBe(1);
  await expect(read(left.id)).rejects.toMatchObject({ body: { type: 'file-not-found' } });
  for (const { id } of [given, fresh]) expect((await read(id)).bytes.equals(pdf)).toBe(true);
});

test('an upload that the service refuses leaves nothing behind', async () => {
  const file = await service.files.put('x', new Blob([pdf]).stream(), 1e6);
  await expect(
    service.call(keepFile, { id: randomUUID(), noun: 'poem' as never, file }),
  ).rejects.toMatchObject({ body: { type: 'invalid-input' } });
});

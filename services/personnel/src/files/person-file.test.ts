import {
  decideRemoval,
  judgeDuplicate,
  keepPersonFile,
  listPersonFiles,
  openPersonFile,
  type PersonFileKind,
  PersonFileKind as Kind,
  personFileLimit,
  type Principal,
  requestRemoval,
  Role,
  undoComparison,
  withdrawPersonFile,
} from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { describe, expect, test } from '@jest/globals';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { personnel } from '../service.ts';
import { territory } from '../test-territory.ts';
import { device, latitude, plain, withTraces } from './test-picture.ts';

const service = useService(personnel);
const { place, person } = territory(service);
const reason = 'Kèm nhầm tệp của người khác';
const pdf = Buffer.from('%PDF-1.7 quyết định công nhận Nguyễn Văn An');
const png = plain['image/png'];

async function send(
  personId: string,
  {
    kind = 'decision' as PersonFileKind,
    bytes = pdf as Uint8Array,
    name = 'QĐ Nguyễn Văn An.pdf',
    id = randomUUID() as string,
    asker = service.administrator as Principal,
  } = {},
) {
  const file = await service.files.put(name, new Blob([bytes as BlobPart]).stream(), 1e9);
  return service.call(keepPersonFile, { id, personId, kind, file }, asker);
}

async function read(id: string, asker: Principal = service.administrator): Promise<Buffer> {
  const { file } = await service.call(openPersonFile, { id }, asker);
  return Buffer.from(await service.files.read(file));
}

const facts = (subject: string, id: string): Promise<{ payload: object }[]> =>
  service.db.query(`select payload from outbox where subject = $1 and payload ->> 'id' = $2`, [
    `event.personnel.${subject}.v1`,
    id,
  ]);

test('a file comes back as it was sent, and lies sealed with its name', async () => {
  const { communeId } = await place();
  const personId = await person(communeId);
  const kept = await send(personId);
  expect(kept).toMatchObject({
    name: 'QĐ Nguyễn Văn An.pdf',
    type: 'application/pdf',
    size: pdf.length,
    sha256: createHash('sha256').update(pdf).digest('hex'),
    withdrawn: false,
  });
  expect((await read(kept.id)).equals(pdf)).toBe(true);
  const [row] = await service.db.query(
    `select f.name, c.bytes from person_file f join file_content c on c.file_id = f.id where f.id = $1`,
    [kept.id],
  );
  expect(row.bytes.includes(Buffer.from('%PDF'))).toBe(false);
  expect(row.name.includes(Buffer.from('Nguyễn'))).toBe(false);
});

test('a portrait does not tell where and by which phone it was taken; a paper stays as it was sent', async () => {
  const { communeId } = await place();
  const personId = await person(communeId);
  const bytes = withTraces('image/jpeg');
  const id = randomUUID();
  const kept = await send(personId, { id, bytes, kind: 'portrait', name: 'chân dung.jpg' });
  const clean = await read(kept.id);
  expect(clean.includes(device)).toBe(false);
  expect(clean.includes(latitude)).toBe(false);
  expect(kept).toMatchObject({
    type: 'image/jpeg',
    size: clean.length,
    sha256: createHash('sha256').update(clean).digest('hex'),
  });
  // Sent again, it is the same one.
  expect(await send(personId, { id, bytes, kind: 'portrait', name: 'chân dung.jpg' })).toEqual(
    kept,
  );
  const paper = await send(personId, { bytes, kind: 'certificate', name: 'chứng chỉ.jpg' });
  expect((await read(paper.id)).equals(bytes)).toBe(true);
  await expect(
    send(personId, { bytes: bytes.subarray(0, 200), kind: 'portrait', name: 'hỏng.jpg' }),
  ).rejects.toMatchObject({ type: 'portrait-unreadable', body: { name: 'hỏng.jpg' } });
});

test('the bytes of one file do not open as those of another', async () => {
  const { communeId } = await place();
  const personId = await person(communeId);
  const [one, other] = [
    await send(personId),
    await send(personId, { bytes: png, kind: 'portrait' }),
  ];
  await service.db.query(
    `update file_content set bytes = (select bytes from file_content where file_id = $1) where file_id = $2`,
    [one.id, other.id],
  );
  await expect(read(other.id)).rejects.toMatchObject({ type: 'internal' });
});

test('each opening is told with whose file it is, and nothing of what stands in it', async () => {
  const { communeId } = await place();
  const personId = await person(communeId);
  const { id } = await send(personId);
  await read(id);
  await read(id);
  const about = { id, personId, kind: 'decision' };
  expect(await facts('person-file-opened', id)).toEqual([{ payload: about }, { payload: about }]);
  expect(await facts('person-file-kept', id)).toEqual([{ payload: about }]);
});

test('content decides the type: a portrait is a picture, and no page, archive or workbook is kept', async () => {
  const { communeId } = await place();
  const personId = await person(communeId);
  const refused = { type: 'file-type-not-allowed' };
  await expect(send(personId, { bytes: Buffer.from('<html>') })).rejects.toMatchObject(refused);
  await expect(send(personId, { kind: 'portrait', name: 'anh.png' })).rejects.toMatchObject({
    ...refused,
    body: { allowed: ['image/jpeg', 'image/png', 'image/webp'] },
  });
  expect(await send(personId, { kind: 'portrait', bytes: png, name: 'anh.pdf' })).toMatchObject({
    type: 'image/png',
  });
});

test('a file of more than 10 MB is refused, one of 10 MB is kept', async () => {
  const { communeId } = await place();
  const personId = await person(communeId);
  const bytes = Buffer.concat([png, randomBytes(personFileLimit - png.length)]);
  const kept = await send(personId, { kind: 'other', bytes });
  expect((await read(kept.id)).equals(bytes)).toBe(true);
  const larger = Buffer.concat([bytes, Buffer.from([0])]);
  await expect(send(personId, { kind: 'other', bytes: larger })).rejects.toMatchObject({
    type: 'upload-too-large',
  });
}, 120_000);

test('the same file under the same id is kept once, another one under it is refused', async () => {
  const { communeId } = await place();
  const personId = await person(communeId);
  const id = randomUUID();
  const first = await send(personId, { id });
  expect(await send(personId, { id })).toEqual(first);
  await expect(send(personId, { id, bytes: png })).rejects.toMatchObject({ type: 'id-reused' });
});

test('a file kept by mistake is withdrawn, and then opened by nobody but who keeps the record', async () => {
  const { communeId } = await place();
  const personId = await person(communeId);
  const { id } = await send(personId);
  const [officer, reader] = [
    someone('commune-officer', [communeId]),
    someone('area-officer', [communeId]),
  ];
  expect((await read(id, reader)).equals(pdf)).toBe(true);
  await service.call(withdrawPersonFile, { id, reason }, officer);
  await expect(read(id, reader)).rejects.toMatchObject({ type: 'person-file-not-found' });
  expect((await service.call(listPersonFiles, { id: personId }, reader)).items).toEqual([]);
  expect((await service.call(listPersonFiles, { id: personId }, officer)).items).toMatchObject([
    { id, withdrawn: true },
  ]);
  await expect(service.call(withdrawPersonFile, { id, reason }, officer)).rejects.toMatchObject({
    type: 'person-file-is-withdrawn',
  });
});

test('files outlive a merger, and are read through the record that stays', async () => {
  const { communeId } = await place();
  const [kept, gone] = [await person(communeId), await person(communeId)];
  const { id } = await send(gone);
  const pair: [string, string] = [kept, gone];
  const judged = { id: randomUUID(), personIds: pair, judgement: 'same' as const, keptId: kept };
  await service.call(judgeDuplicate, { ...judged, reason });
  expect((await service.call(listPersonFiles, { id: kept })).items).toMatchObject([
    { id, personId: gone },
  ]);
  expect((await read(id)).equals(pdf)).toBe(true);
  await expect(send(gone)).rejects.toMatchObject({ type: 'person-is-merged' });
  await service.call(undoComparison, { id: judged.id, reason });
  expect((await service.call(listPersonFiles, { id: kept })).items).toEqual([]);
});

test('files go with the record when its removal is agreed to', async () => {
  const { communeId } = await place();
  const personId = await person(communeId);
  const { id } = await send(personId);
  const removal = { id: randomUUID(), personId, reason, evidence: 'Biên bản 05/BB-CAX' };
  await service.call(requestRemoval, removal);
  const approval = { id: removal.id, outcome: 'approved', note: '' } as const;
  await service.call(decideRemoval, approval, someone('provincial-administrator'));
  const left = await service.db.query('select from file_content where file_id = $1', [id]);
  expect(left).toEqual([]);
  await expect(read(id)).rejects.toMatchObject({ type: 'person-file-not-found' });
});

/** Who reads which files of somebody in the own area, by hand; of somebody outside nobody reads any. */
const letters: Record<Role, string> = {
  'provincial-administrator': 'P',
  'area-officer': 'A',
  'finance-officer': 'F',
  'commune-officer': 'C',
  'team-leader': 'T',
  'agency-officer': 'G',
  auditor: 'U',
};
const table: Record<PersonFileKind, string> = {
  portrait: 'PAFCT.U',
  decision: 'PA.C..U',
  certificate: 'PA.C..U',
  other: 'P..C...',
};
const writers = 'P..C...';

describe('files of somebody', () => {
  test.each(Role.options)(
    '%s reads and brings what the table says, inside the area only',
    async (role) => {
      const { communeId } = await place();
      const elsewhere = await place();
      const personId = await person(communeId);
      const ids = new Map<PersonFileKind, string>();
      for (const kind of Kind.options) {
        const bytes = kind === 'portrait' ? png : pdf;
        ids.set(kind, (await send(personId, { kind, bytes })).id);
      }
      const isFine = (work: Promise<unknown>) =>
        work.then(
          () => true,
          () => false,
        );
      const told = async (asker: Principal) => {
        const list = await service.call(listPersonFiles, { id: personId }, asker).catch(() => null);
        const opened: string[] = [];
        for (const kind of Kind.options) {
          if (await isFine(read(ids.get(kind)!, asker))) opened.push(kind);
        }
        return {
          listed: (list?.items ?? []).map(({ kind }) => kind).sort(),
          opened: opened.sort(),
        };
      };
      const expected = Kind.options.filter((kind) => table[kind].includes(letters[role])).sort();
      const [inside, outside] = [someone(role, [communeId]), someone(role, [elsewhere.communeId])];
      expect(await told(inside)).toEqual({ listed: expected, opened: expected });
      expect(await told(outside)).toEqual({ listed: [], opened: [] });

      const mayWrite = writers.includes(letters[role]);
      const sent = { kind: 'portrait' as const, bytes: png };
      expect(await isFine(send(personId, { ...sent, asker: outside }))).toBe(false);
      expect(await isFine(send(personId, { ...sent, asker: inside }))).toBe(mayWrite);
      const withdrawal = { id: ids.get('portrait')!, reason };
      expect(await isFine(service.call(withdrawPersonFile, withdrawal, outside))).toBe(false);
      expect(await isFine(service.call(withdrawPersonFile, withdrawal, inside))).toBe(mayWrite);
    },
  );
});

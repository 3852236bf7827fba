import {
  getIncident,
  incidentFileLimit,
  keepIncidentFile,
  openIncidentFile,
  type Principal,
  withdrawIncident,
} from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { activity } from '../service.ts';
import { teamLog } from './test-log.ts';

const service = useService(activity);
const { place, record } = teamLog(service);

const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('hiện trường')]);

async function send(
  incidentId: string,
  {
    bytes = photo as Uint8Array,
    name = 'hien-truong.jpg',
    id = randomUUID() as string,
    asker = service.administrator as Principal,
  } = {},
) {
  const file = await service.files.put(name, new Blob([bytes as BlobPart]).stream(), 1e9);
  return service.call(keepIncidentFile, { id, incidentId, file }, asker);
}
const evidenceOf = async (id: string) => (await service.call(getIncident, { id })).evidence;
const kept = async () => {
  const text =
    'select (select count(*) from incident_file) + (select count(*) from file_content) as n';
  return Number((await service.db.query(text))[0].n);
};

test('a photo of the scene comes back as it was sent, and who opened it is told', async () => {
  const { teamId, leader, officer } = await place();
  const { id } = await record(teamId);
  const file = await send(id, { asker: leader });
  expect(file).toMatchObject({ incidentId: id, type: 'image/jpeg', size: photo.length });
  expect(await evidenceOf(id)).toEqual([file]);
  const opened = await service.call(openIncidentFile, { id: file.id }, officer);
  expect(Buffer.from(await service.files.read(opened.file)).equals(photo)).toBe(true);
  const told = await service.db.query(
    `select principal ->> 'username' as who from outbox
      where subject = 'event.activity.incident-file-opened.v1' and payload ->> 'id' = $1`,
    [file.id],
  );
  expect(told).toEqual([{ who: officer.username }]);
});

test('a program that is named like a photo is refused, and nothing of it is kept', async () => {
  const { id } = await record((await place()).teamId);
  const before = await kept();
  const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(2_000)]);
  await expect(send(id, { bytes: program, name: 'anh.jpg' })).rejects.toMatchObject({
    ...{ type: 'file-type-not-allowed', body: { name: 'anh.jpg' } },
  });
  const page = Buffer.from('<!doctype html><script>alert(1)</script>');
  await expect(send(id, { bytes: page, name: 'anh.png' })).rejects.toMatchObject({
    type: 'file-type-not-allowed',
  });
  expect(await kept()).toBe(before);
});

test('a photo beyond the limit is refused, and nothing of it is kept', async () => {
  const { id } = await record((await place()).teamId);
  const before = await kept();
  const bytes = Buffer.concat([photo, Buffer.alloc(incidentFileLimit)]);
  await expect(send(id, { bytes })).rejects.toMatchObject({
    ...{ type: 'upload-too-large', body: { limit: incidentFileLimit } },
  });
  expect(await kept()).toBe(before);
});

test('evidence of another area is not there, and a record that was taken out gets no more', async () => {
  const [here, there] = [await place(), await place()];
  const { id } = await record(here.teamId);
  const file = await send(id);
  await expect(send(id, { asker: there.leader })).rejects.toMatchObject({
    type: 'incident-not-found',
  });
  await expect(
    service.call(openIncidentFile, { id: file.id }, there.officer),
  ).rejects.toMatchObject({ type: 'incident-file-not-found' });
  await service.call(withdrawIncident, { id, reason: 'Ghi nhầm vụ việc' });
  await expect(send(id)).rejects.toMatchObject({ type: 'incident-is-withdrawn' });
});

test('a file sent again is one, and other bytes under its id are refused', async () => {
  const { id: incidentId } = await record((await place()).teamId);
  const id = randomUUID();
  await send(incidentId, { id });
  await send(incidentId, { id });
  expect(await evidenceOf(incidentId)).toHaveLength(1);
  const other = Buffer.concat([photo, photo]);
  await expect(send(incidentId, { id, bytes: other })).rejects.toMatchObject({ type: 'id-reused' });
});

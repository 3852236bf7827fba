import {
  endCertificate,
  issueCertificate,
  listCertificates,
  recordAttendances,
  recordCourse,
} from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { personnel } from '../service.ts';
import { territory } from '../test-territory.ts';

const service = useService(personnel);
const { place, member } = territory(service);

async function attended(result: 'passed' | 'failed' = 'passed') {
  const here = await place();
  const { personId } = await member(here);
  const courseId = randomUUID();
  await service.call(recordCourse, {
    ...{ id: courseId, unitId: here.communeId, name: 'Lớp công cụ hỗ trợ', kind: 'initial' },
    ...{ topics: ['tools'], startsOn: '2025-03-03', endsOn: '2025-03-05', hours: 24 },
    ...{ place: '', organiser: '', instrument: '' },
  });
  const attendance = { personId, days: ['2025-03-03'], hours: 8, result };
  await service.call(recordAttendances, { courseId, attendances: [attendance] });
  return { ...here, personId, courseId };
}
const certificate = (
  of: { personId: string; courseId: string },
  number: string = randomUUID(),
) => ({
  ...{ id: randomUUID(), courseId: of.courseId, personId: of.personId, number },
  ...{ issuedOn: '2025-03-10', validTo: '2027-03-10' },
});

test('a certificate is for who passed, and its number is its own', async () => {
  const one = await attended();
  const issued = certificate(one, '001/CN-2025');
  await service.call(issueCertificate, issued);
  await expect(
    service.call(issueCertificate, certificate(await attended(), '001/CN-2025')),
  ).rejects.toMatchObject({ type: 'certificate-number-is-taken' });
  await expect(
    service.call(issueCertificate, certificate(await attended('failed'))),
  ).rejects.toMatchObject({ type: 'certificate-needs-a-pass' });
});

test('a certificate holds until it runs out, or is withdrawn, and is ended once', async () => {
  const of = await attended();
  const { id } = await service.call(issueCertificate, certificate(of));
  const holds = async (on: string) =>
    (await service.call(listCertificates, { on, personId: of.personId, limit: 10 })).items[0]!
      .isValid;
  expect(await holds('2025-03-09')).toBe(false);
  expect(await holds('2027-03-09')).toBe(true);
  expect(await holds('2027-03-10')).toBe(false);
  const lost = { id, state: 'lost', on: '2026-01-01', reason: '' } as const;
  await service.call(endCertificate, lost);
  expect(await holds('2025-12-31')).toBe(true);
  expect(await holds('2026-01-01')).toBe(false);
  await expect(service.call(endCertificate, { ...lost, state: 'withdrawn' })).rejects.toMatchObject(
    { type: 'certificate-is-not-in-use' },
  );
});

test('certificates of another commune are neither listed nor issued', async () => {
  const of = await attended();
  const { communeId } = await place();
  const officer = someone('commune-officer', [communeId]);
  await expect(service.call(issueCertificate, certificate(of), officer)).rejects.toMatchObject({
    type: 'person-not-found',
  });
  await service.call(issueCertificate, certificate(of));
  const question = { on: '2025-06-01', limit: 10 };
  expect(await service.call(listCertificates, question, officer)).toMatchObject({ total: 0 });
});

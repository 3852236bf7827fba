import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { CourseTopic } from './course.ts';

/** Law BR-76. */
export const CertificateState = z.enum(['in-use', 'replaced', 'withdrawn', 'lost']);
export type CertificateState = z.infer<typeof CertificateState>;

/** What a member who passed a course holds; its number is its own in the whole installation (law BR-76). */
export const Certificate = z.object({
  id: z.uuid(),
  courseId: z.uuid(),
  personId: z.uuid(),
  number: z.string().trim().min(1).max(80),
  issuedOn: PlainDate,
  /** The first day on which it no longer holds; null: no end is set. */
  validTo: PlainDate.nullable(),
});
export type Certificate = z.infer<typeof Certificate>;

export const CertificateRow = Certificate.extend({
  personName: z.string(),
  courseName: z.string(),
  topics: z.array(CourseTopic),
  state: CertificateState,
  /** Since when it is no longer in use. */
  stateOn: PlainDate.nullable(),
  /** In use and not run out on the day asked. */
  isValid: z.boolean(),
});
export type CertificateRow = z.infer<typeof CertificateRow>;

export const listCertificates = operation('personnel.certificate.list', {
  http: 'GET /certificates',
  allow: 'person.read',
  summary: 'Training certificates of members, latest first',
  input: z.strictObject({
    on: PlainDate,
    within: z.uuid().optional(),
    courseId: z.uuid().optional(),
    personId: z.uuid().optional(),
    state: CertificateState.optional(),
    cursor: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  output: pageOf(CertificateRow),
  deadline: 5_000,
});

export const issueCertificate = operation('personnel.certificate.issue', {
  http: 'POST /certificates',
  allow: 'posting.write',
  summary: 'Issue a training certificate to a member who passed the course',
  input: Certificate.extend({ validTo: PlainDate.nullable().default(null) }).strict(),
  output: Certificate,
});

export const endCertificate = operation('personnel.certificate.end', {
  http: 'POST /certificates/:id/ends',
  allow: 'posting.write',
  summary: 'Say that a certificate was replaced, withdrawn or lost',
  input: z.strictObject({
    id: z.uuid(),
    state: CertificateState.exclude(['in-use']),
    on: PlainDate,
    reason: z.string().trim().max(500).default(''),
  }),
  output: Certificate,
});

const fact = Certificate.pick({ id: true, personId: true, courseId: true });
export const certificateIssued = event('personnel.certificate-issued.v1', fact);
export const certificateEnded = event(
  'personnel.certificate-ended.v1',
  fact.extend({ state: CertificateState, on: PlainDate }),
);

import { event, operation } from '@antt/kernel';
import { z } from 'zod';
import { SubjectCode } from './instrument.ts';

/** What a document can be about. Provinces add their own. */
export const InstrumentSubject = z.object({
  code: SubjectCode,
  name: z.string().trim().min(1).max(200),
  nameEn: z.string().trim().min(1).max(200),
  /** One document a day in each place; only amendments stand beside it (law BR-02). */
  exclusive: z.boolean(),
});
export type InstrumentSubject = z.infer<typeof InstrumentSubject>;

export const listInstrumentSubjects = operation('organisation.instrument-subject.list', {
  http: 'GET /instrument-subjects',
  allow: 'instrument.read',
  summary: 'What documents can be about',
  input: z.strictObject({}),
  output: z.object({ items: z.array(InstrumentSubject) }),
});

export const addInstrumentSubject = operation('organisation.instrument-subject.add', {
  http: 'POST /instrument-subjects',
  allow: 'instrument.write',
  summary: 'Add a subject',
  input: z.strictObject(InstrumentSubject.shape),
  output: InstrumentSubject,
});

export const instrumentSubjectAdded = event(
  'organisation.instrument-subject-added.v1',
  InstrumentSubject,
);

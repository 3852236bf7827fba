import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { CommuneRef } from './commune-ref.ts';
import { Position } from './posting.ts';
import { RecruitmentAct, RecruitmentStep } from './recruitment-step.ts';

const text = (longest: number) => z.string().trim().max(longest);

/** What a selection plan says (Circular 14/2024/TT-BCA Art. 3; R1). */
export const RecruitmentPlan = z.strictObject({
  id: z.uuid(),
  communeId: z.uuid(),
  purpose: text(1000).min(1),
  requirements: text(2000).default(''),
  places: z.number().int().min(1).max(500),
  /** Days on which files are taken, the last one included. */
  receiveFrom: PlainDate,
  receiveTo: PlainDate,
  receivePlace: text(300).min(1),
  /** Who takes the files; the sources differ (law-confirmed §1.3, R4). */
  receivingBody: z.enum(['police', 'committee']).default('police'),
  /** The expected day of the meeting. */
  meetingOn: PlainDate,
  draftedOn: PlainDate,
});
export type RecruitmentPlan = z.infer<typeof RecruitmentPlan>;

/** Parts of a complete file: Form 01, CV, health certificate, proof of education (law BR-34). */
export const DossierPart = z.enum(['application', 'cv', 'health-certificate', 'education-proof']);
export type DossierPart = z.infer<typeof DossierPart>;

/** Answers on Law 30/2023/QH15 Art. 13.2; they lie encrypted (law BR-29, BR-31). */
export const Background = z.strictObject({
  checkedOn: PlainDate,
  positive: z.boolean(),
  prosecuted: z.boolean(),
  servingSentence: z.boolean(),
  judicialMeasure: z.boolean(),
  administrativeMeasure: z.boolean(),
  /** Of a sentence or measure that was served: is it deemed never to have been, by which paper? */
  formerRecord: z.enum(['none', 'expunged', 'not-expunged']),
  expungedBy: text(200).default(''),
});
export type Background = z.infer<typeof Background>;

/** What the health certificate says; it lies encrypted (law BR-30, BR-31). */
export const HealthCertificate = z.strictObject({
  issuedOn: PlainDate,
  facility: text(200).min(1),
  fit: z.boolean(),
});
export type HealthCertificate = z.infer<typeof HealthCertificate>;

const file = {
  dossier: z.array(DossierPart).max(4),
  /** Since when the person lives at the place (Art. 13.4); null while unknown. */
  residentSince: PlainDate.nullable(),
  background: Background.nullable(),
  health: HealthCertificate.nullable(),
};

export const Application = z.object({
  id: z.uuid(),
  person: z.object({ id: z.uuid(), name: z.string() }),
  receivedOn: PlainDate,
  dossier: z.array(DossierPart),
  complete: z.boolean(),
  residentSince: PlainDate.nullable(),
  /** Whether they are recorded; what they say is not told here. */
  backgroundKnown: z.boolean(),
  healthKnown: z.boolean(),
  listed: z.boolean(),
  votes: z.number().int().nullable(),
  outcome: z.enum(['selected', 'passed', 'failed']).nullable(),
  teamId: z.uuid().nullable(),
  position: Position.nullable(),
  postingId: z.uuid().nullable(),
});
export type Application = z.infer<typeof Application>;

export const RecruitmentBody = z.enum(['police', 'committee', 'chair', 'council']);
export type RecruitmentBody = z.infer<typeof RecruitmentBody>;

/** An act with its term: who owes it until which day, and by how many working days it is or was late. */
export const RecruitmentClock = z.object({
  step: RecruitmentStep,
  by: RecruitmentBody,
  dueOn: PlainDate,
  doneOn: PlainDate.nullable(),
  daysLate: z.number().int(),
});
export type RecruitmentClock = z.infer<typeof RecruitmentClock>;

const Stage = z.enum(['drafted', ...RecruitmentStep.options]);

export const RecruitmentRow = RecruitmentPlan.extend({
  commune: CommuneRef.nullable(),
  /** The last step on the way; side steps (council, notices) do not move it. */
  stage: Stage,
  open: z.boolean(),
  applications: z.number().int(),
  clocks: z.array(RecruitmentClock),
});
export type RecruitmentRow = z.infer<typeof RecruitmentRow>;

/** What the votes of a meeting come to (law BR-37, BR-38). */
export const RecruitmentResult = z.object({
  selected: z.array(z.uuid()),
  /** Passed, but there was no place left. */
  passed: z.array(z.uuid()),
  failed: z.array(z.uuid()),
  /** Those with equal votes at the cut, and how many of them may be selected; null where there is no tie. */
  tie: z.object({ ids: z.array(z.uuid()), places: z.number().int() }).nullable(),
});
export type RecruitmentResult = z.infer<typeof RecruitmentResult>;

const RecordedAct = z.object({
  act: RecruitmentAct,
  recordedAt: z.string(),
  recordedBy: z.string(),
});

/** An act that was recorded by mistake, and who took it back when and why. */
export const TakenBackAct = RecordedAct.extend({
  takenBackAt: z.string(),
  takenBackBy: z.string(),
  reason: z.string(),
  /** Of an approval of the list: whose files were on it. */
  listed: z.array(z.uuid()),
});
export type TakenBackAct = z.infer<typeof TakenBackAct>;

export const Recruitment = RecruitmentRow.extend({
  acts: z.array(RecordedAct),
  /** Acts that were done by then as it was recorded, and were taken back. */
  takenBack: z.array(TakenBackAct),
  /** Steps that may be taken now. */
  next: z.array(RecruitmentStep),
  /** Steps that may be taken back: nothing rests on them. */
  revocable: z.array(RecruitmentStep),
  /** The first day of the meeting, once the list hangs out (law BR-77). */
  firstMeetingDay: PlainDate.nullable(),
  /** How many sit in the council, and how few of them may meet (law BR-80); null before it is set up. */
  council: z.object({ size: z.number().int(), least: z.number().int() }).nullable(),
  /** Known once the council has met; a tie stays in it after it was decided. */
  result: RecruitmentResult.nullable(),
  candidates: z.array(Application),
});
export type Recruitment = z.infer<typeof Recruitment>;

export const listRecruitments = operation('personnel.recruitment.list', {
  http: 'GET /recruitments',
  allow: 'recruitment.read',
  summary: 'Recruitments of my area with what is due, by whom and until when',
  input: z.strictObject({
    on: PlainDate,
    within: z.uuid().optional(),
    state: z.enum(['open', 'over']).optional(),
    cursor: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  output: pageOf(RecruitmentRow),
  deadline: 5_000,
});

export const getRecruitment = operation('personnel.recruitment.get', {
  http: 'GET /recruitments/:id',
  allow: 'recruitment.read',
  summary: 'One recruitment with its acts, candidates and terms',
  input: z.strictObject({ id: z.uuid(), on: PlainDate }),
  output: Recruitment,
});

export const planRecruitment = operation('personnel.recruitment.plan', {
  http: 'POST /recruitments',
  allow: 'recruitment.write',
  summary: 'Draft a selection plan within the vacancies of the commune',
  input: RecruitmentPlan,
  output: Recruitment,
});

export const takeRecruitmentStep = operation('personnel.recruitment.step', {
  http: 'POST /recruitments/:id/steps',
  allow: 'recruitment.write',
  summary: 'Record the next act of a recruitment; one that came late is recorded as late',
  input: z.strictObject({ id: z.uuid(), act: RecruitmentAct }),
  output: Recruitment,
  // Recognitions in one commune wait for each other.
  deadline: 15_000,
});

export const takeBackRecruitmentStep = operation('personnel.recruitment.take-back', {
  http: 'POST /recruitments/:recruitmentId/takings-back',
  allow: 'recruitment.write',
  summary: 'Take back an act that was recorded by mistake and that nothing rests on; it is kept',
  input: z.strictObject({
    id: z.uuid(),
    recruitmentId: z.uuid(),
    step: RecruitmentStep,
    /** As the recruitment tells it: an act that was recorded anew meanwhile is another one. */
    recordedAt: z.string().max(30),
    reason: z.string().trim().min(5).max(500),
  }),
  output: Recruitment,
});

export const receiveApplication = operation('personnel.application.receive', {
  http: 'POST /recruitments/:recruitmentId/applications',
  allow: 'recruitment.write',
  summary: 'Take the file of a person within the days of an issued plan',
  input: z.strictObject({
    id: z.uuid(),
    recruitmentId: z.uuid(),
    personId: z.uuid(),
    receivedOn: PlainDate,
    dossier: file.dossier.default([]),
    residentSince: file.residentSince.default(null),
  }),
  output: Recruitment,
});

export const completeApplication = operation('personnel.application.complete', {
  http: 'POST /applications/:id/changes',
  allow: 'recruitment.write',
  summary:
    'Complete a file: its parts, the residence, the check of the background, the health certificate',
  input: z
    .strictObject({ ...file })
    .partial()
    .extend({ id: z.uuid() }),
  output: Recruitment,
});

/** Facts name people by id only, and never what was found out about them. */
export const recruitmentPlanned = event(
  'personnel.recruitment-planned.v1',
  RecruitmentPlan.pick({ id: true, communeId: true, places: true, draftedOn: true }),
);
export const recruitmentStepTaken = event(
  'personnel.recruitment-step-taken.v1',
  z.object({ id: z.uuid(), communeId: z.uuid(), step: RecruitmentStep, on: PlainDate }),
);
export const recruitmentStepTakenBack = event(
  'personnel.recruitment-step-taken-back.v1',
  z.object({
    id: z.uuid(),
    communeId: z.uuid(),
    step: RecruitmentStep,
    on: PlainDate,
    reason: z.string(),
  }),
);
export const applicationReceived = event(
  'personnel.application-received.v1',
  z.object({ id: z.uuid(), recruitmentId: z.uuid(), personId: z.uuid(), receivedOn: PlainDate }),
);
export const applicationCompleted = event(
  'personnel.application-completed.v1',
  z.object({ id: z.uuid(), recruitmentId: z.uuid(), fields: z.array(z.string()) }),
);

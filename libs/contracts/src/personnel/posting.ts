import { event, operation, pageOf, PlainDate, Validity } from '@antt/kernel';
import { z } from 'zod';
import { CommuneRef } from './commune-ref.ts';
import { Decision, DecisionRef } from './decision.ts';

/** Law 30/2023/QH15 Art. 16.1: Tổ trưởng, Tổ phó, Tổ viên. */
export const Position = z.enum(['leader', 'deputy', 'ordinary']);
export type Position = z.infer<typeof Position>;

/** A person in a team, with a position, from a day, by a decision (Law 30/2023/QH15 Art. 14.5, 16). */
export const Posting = Validity.extend({
  id: z.uuid(),
  personId: z.uuid(),
  teamId: z.uuid(),
  position: Position,
});
export type Posting = z.infer<typeof Posting>;

/**
 * Rules of recognition (law §9). The hard ones refuse; the soft ones are broken only by who names them and
 * gives a reason.
 */
export const recognitionRules = {
  'person-too-young': { severity: 'hard', rule: 'BR-22', article: 'Art. 13.1' },
  'person-over-age': { severity: 'soft', rule: 'BR-23', article: 'Art. 13.1' },
  'citizen-id-legacy': { severity: 'soft', rule: 'BR-25', article: 'Art. 13' },
  'education-too-low': { severity: 'hard', rule: 'BR-27', article: 'Art. 13.3' },
  'education-unknown': { severity: 'soft', rule: 'BR-27', article: 'Art. 13.3' },
  // asked of who comes by a recruitment
  'residence-too-short': { severity: 'hard', rule: 'BR-28', article: 'Art. 13.4' },
  'residence-unknown': { severity: 'hard', rule: 'BR-28', article: 'Art. 13.4' },
  'background-unknown': { severity: 'hard', rule: 'BR-29', article: 'Art. 13.2' },
  'background-not-clear': { severity: 'hard', rule: 'BR-29', article: 'Art. 13.2' },
  'health-certificate-missing': { severity: 'hard', rule: 'BR-30', article: 'Art. 13.5' },
  'health-certificate-expired': { severity: 'hard', rule: 'BR-30', article: 'Art. 13.5' },
  'health-unfit': { severity: 'hard', rule: 'BR-30', article: 'Art. 13.5' },
  'team-deputies-exceeded': { severity: 'soft', rule: 'BR-16', article: 'Art. 16.1' },
} as const;
export const RecognitionRule = z.enum(
  Object.keys(recognitionRules) as [
    keyof typeof recognitionRules,
    ...(keyof typeof recognitionRules)[],
  ],
);
export type RecognitionRule = z.infer<typeof RecognitionRule>;

/** A rule that a recognition breaks, with the figures that a text needs. */
export const Finding = z.object({
  rule: RecognitionRule,
  severity: z.enum(['hard', 'soft']),
  article: z.string(),
  count: z.number().int().nullable(),
  limit: z.number().int().nullable(),
});
export type Finding = z.infer<typeof Finding>;

const accepting = {
  accept: z.array(RecognitionRule).max(10).default([]),
  reason: z.string().trim().max(500).default(''),
  /** Answers what would be, and which rules it breaks, and does nothing. */
  dryRun: z.boolean().default(false),
};

const Acted = Posting.extend({ findings: z.array(Finding) });

export const recognise = operation('personnel.posting.recognise', {
  http: 'POST /postings',
  allow: 'posting.write',
  summary: 'Recognise a person as a member of a team, within the quota of that day',
  input: z.strictObject({
    id: z.uuid(),
    personId: z.uuid(),
    teamId: z.uuid(),
    position: Position,
    validFrom: PlainDate,
    decision: DecisionRef,
    ...accepting,
  }),
  output: Acted,
  // Recognitions in one commune wait for each other.
  deadline: 15_000,
});

export const changePosting = operation('personnel.posting.change', {
  http: 'POST /postings/:id/changes',
  allow: 'posting.write',
  summary: 'Give a member another position or another team from a day on',
  input: z.strictObject({
    id: z.uuid(),
    /** Of the posting that follows. */
    nextId: z.uuid(),
    teamId: z.uuid().optional(),
    position: Position.optional(),
    validFrom: PlainDate,
    decision: DecisionRef,
    ...accepting,
  }),
  output: Acted,
  // Recognitions in one commune wait for each other.
  deadline: 15_000,
});

/** A posting in lists: whose, where, by which decision. */
export const PostingRow = Posting.extend({
  personName: z.string(),
  teamName: z.string(),
  commune: CommuneRef.nullable(),
  decision: Decision.nullable(),
  endDecision: Decision.nullable(),
  accepted: z.array(z.string()),
  reason: z.string(),
  /**
   * Leader and deputy are head and deputy head of the civil-defence team for as long as they hold the title
   * (Law 30/2023/QH15 Art. 16.4.d, law BR-84).
   */
  civilDefence: z.enum(['head', 'deputy']).nullable(),
});
export type PostingRow = z.infer<typeof PostingRow>;

export const listPostings = operation('personnel.posting.list', {
  http: 'GET /postings',
  allow: 'person.read',
  summary: 'Postings of a day, or of a person or a team over all days',
  input: z.strictObject({
    /** Left out: all days. */
    on: PlainDate.optional(),
    personId: z.uuid().optional(),
    teamId: z.uuid().optional(),
    within: z.uuid().optional(),
    cursor: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  output: pageOf(PostingRow),
  deadline: 5_000,
});

/** A posting as copies take it. `version` grows with each change of it; one that is `gone` never was. */
export const PostingCopy = Posting.extend({
  version: z.number().int(),
  gone: z.boolean(),
});
export type PostingCopy = z.infer<typeof PostingCopy>;

export const listPostingCopies = operation('personnel.posting.copy', {
  allow: 'services',
  summary: 'All postings by id, for a service that keeps copies',
  input: z.strictObject({ after: z.uuid().optional() }),
  output: z.object({ postings: z.array(PostingCopy) }),
  deadline: 20_000,
});

export const countPostings = operation('personnel.posting.count', {
  allow: 'services',
  summary: 'How many postings there are, and what their versions come to',
  input: z.strictObject({}),
  output: z.object({
    postings: z.number().int(),
    /** The sum of all versions: a copy that missed a change of one has another sum. */
    versions: z.number().int(),
  }),
});

/** Told by the database itself, whatever changed them. */
export const postingsChanged = event(
  'personnel.postings-changed.v1',
  z.object({ postings: z.array(PostingCopy).max(500) }),
  { audited: false },
);

export const memberRecognised = event(
  'personnel.member-recognised.v1',
  Posting.extend({ decisionId: z.uuid(), accepted: z.array(z.string()) }),
);
export const postingChanged = event(
  'personnel.posting-changed.v1',
  Posting.extend({ formerId: z.uuid(), decisionId: z.uuid(), accepted: z.array(z.string()) }),
);

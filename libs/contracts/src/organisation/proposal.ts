import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { FileIds, KeptFile } from '../file.ts';
import { QuotaFigures } from './quota-draft.ts';

const figures = z.object({
  ...QuotaFigures.shape,
  teams: z.number().int().min(0).max(100_000),
  members: z.number().int().min(0).max(100_000),
});

/** What a commune asks the province to give it ("đề nghị"), and what the province made of it. */
export const Proposal = figures.extend({
  id: z.uuid(),
  unitId: z.uuid(),
  /** The day from which the commune wants it. */
  effectiveFrom: PlainDate,
  reason: z.string().trim().min(1).max(2000),
  /** Number of the commune's own paper. */
  paperNumber: z.string().trim().max(80),
  status: z.enum(['sent', 'accepted', 'returned']),
  /** As the province accepted it. */
  accepted: figures.nullable(),
  /** The draft that took it. */
  draftId: z.uuid().nullable(),
  sentAt: z.iso.datetime({ offset: true }),
  sentBy: z.string(),
});
export type Proposal = z.infer<typeof Proposal>;

const ProposalStep = z.object({
  step: z.enum(['sent', 'accepted', 'changed', 'returned', 'taken']),
  by: z.string(),
  at: z.iso.datetime({ offset: true }),
  reason: z.string(),
  figures: figures.nullable(),
});

const named = Proposal.extend({
  unitName: z.string(),
  unitKind: z.string(),
  /** What the commune has on the day it asks for. */
  decided: z.object({ teams: z.number().int(), members: z.number().int() }).nullable(),
  active: z.number().int(),
});
export type NamedProposal = z.infer<typeof named>;

export const listProposals = operation('organisation.proposal.list', {
  http: 'GET /proposals',
  allow: 'proposal.read',
  summary: 'Proposals of communes, waiting ones first',
  input: z.strictObject({
    on: PlainDate,
    within: z.uuid().optional(),
    status: Proposal.shape.status.optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  output: pageOf(named).extend({
    counts: z.object({
      sent: z.number().int(),
      accepted: z.number().int(),
      returned: z.number().int(),
    }),
  }),
});

export const getProposal = operation('organisation.proposal.get', {
  http: 'GET /proposals/:id',
  allow: 'proposal.read',
  summary: 'A proposal with its history',
  input: z.strictObject({ id: z.uuid() }),
  output: named.extend({ steps: z.array(ProposalStep), files: z.array(KeptFile) }),
});

const asked = {
  ...figures.shape,
  effectiveFrom: PlainDate,
  reason: Proposal.shape.reason,
  paperNumber: Proposal.shape.paperNumber.default(''),
  /** The commune's paper, sent by `POST /files` before. */
  fileIds: FileIds.default([]),
};

export const sendProposal = operation('organisation.proposal.send', {
  http: 'POST /proposals',
  allow: 'proposal.write',
  summary: 'A commune proposes its figures, with reason and paper',
  input: z.strictObject({ id: z.uuid(), unitId: z.uuid(), ...asked }),
  output: Proposal,
});

export const resendProposal = operation('organisation.proposal.resend', {
  http: 'PUT /proposals/:id',
  allow: 'proposal.write',
  summary: 'Send a returned proposal again, mended',
  input: z.strictObject({ id: z.uuid(), ...asked }),
  output: Proposal,
});

export const appraiseProposal = operation('organisation.proposal.appraise', {
  http: 'POST /proposals/:id/appraisals',
  allow: 'quota.write',
  summary: 'Accept a proposal as it is or changed, or return it with a reason',
  input: z.strictObject({
    id: z.uuid(),
    verdict: z.enum(['accept', 'return']),
    /** Other figures than were asked for. */
    figures: figures.nullable().default(null),
    reason: z.string().trim().max(2000).default(''),
  }),
  output: Proposal,
});

export const takeProposals = operation('organisation.quota-draft.take-proposals', {
  http: 'POST /drafts/:id/proposals',
  allow: 'quota.write',
  summary: 'Make lines of a draft of the accepted proposals that no draft has taken',
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ taken: z.number().int() }),
});

export const proposalSent = event('organisation.proposal-sent.v1', Proposal);
export const proposalAppraised = event('organisation.proposal-appraised.v1', Proposal);
export const proposalsTaken = event(
  'organisation.proposals-taken.v1',
  z.object({ draftId: z.uuid(), proposalIds: z.array(z.uuid()) }),
);

import { event, operation, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { ReportWorkKind } from '../activity/report-work.ts';
import { WorkKind } from '../organisation/worklist.ts';
import { PeopleWorkKind } from '../personnel/people-work.ts';

/** How much work of one kind was somebody's own on the day of a digest. */
export const DigestEntry = z.object({
  kind: z.union([WorkKind, PeopleWorkKind, ReportWorkKind]),
  count: z.number().int(),
  oldest: PlainDate.nullable(),
});
export type DigestEntry = z.infer<typeof DigestEntry>;

/** What waited for an account in the morning of a day, beside the digest before it. */
export const Digest = z.object({
  madeOn: PlainDate,
  entries: z.array(DigestEntry),
  /** Services that did not say what they have; their work is not counted here. */
  away: z.array(z.string()),
  former: z.object({ madeOn: PlainDate, entries: z.array(DigestEntry) }).nullable(),
});
export type Digest = z.infer<typeof Digest>;

export const getDigest = operation('identity.digest.get', {
  http: 'GET /digest',
  allow: 'signed-in',
  summary: 'My latest daily digest of the work that waits for me, and the one before it',
  input: z.strictObject({}),
  output: z.object({ digest: Digest.nullable() }),
});

/** How somebody wants to be told of the digest beside the page; nothing unless they say so. */
export const NoticeChoice = z.strictObject({
  /** Where mail goes; empty: no mail. */
  email: z.union([z.literal(''), z.email().max(200)]),
  /** A message to the phone of the account, by the province's own gateway. */
  message: z.boolean(),
});
export type NoticeChoice = z.infer<typeof NoticeChoice>;

const chosen = NoticeChoice.extend({
  /** Which ways this installation has. */
  ways: z.object({ mail: z.boolean(), message: z.boolean() }),
  /** Of the account; a message needs one. */
  phone: z.string(),
});

export const getNoticeChoice = operation('identity.notice.get', {
  http: 'GET /notices',
  allow: 'signed-in',
  summary: 'How I am told of my daily digest',
  input: z.strictObject({}),
  output: chosen,
});

export const chooseNotices = operation('identity.notice.choose', {
  http: 'POST /notices',
  allow: 'signed-in',
  summary: 'Say how I am to be told of my daily digest',
  input: NoticeChoice,
  output: chosen,
});

/** Without the address: that is nobody else's concern. */
export const noticesChosen = event(
  'identity.notices-chosen.v1',
  z.object({ accountId: z.uuid(), mail: z.boolean(), message: z.boolean() }),
);

import { operation, pageOf } from '@antt/kernel';
import { z } from 'zod';

/** One fact in the append-only, hash-chained log: who did what, when; `hash` covers `previousHash`. */
export const AuditEntry = z.object({
  seq: z.number().int(),
  at: z.string(),
  accountId: z.uuid().nullable(),
  username: z.string().nullable(),
  event: z.string(),
  payload: z.unknown(),
  traceId: z.string(),
  previousHash: z.string(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const listAudit = operation('identity.audit.list', {
  http: 'GET /audit',
  allow: 'audit.read',
  summary: 'What was done, newest first (whole-installation auditors and administrators)',
  input: z.strictObject({
    event: z.string().max(100).optional(),
    accountId: z.uuid().optional(),
    from: z.string().max(30).optional(),
    to: z.string().max(30).optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  output: pageOf(AuditEntry),
});

export const verifyAudit = operation('identity.audit.verify', {
  http: 'GET /audit/verification',
  allow: 'audit.read',
  summary: 'Recompute the chain of hashes and name the first broken entry',
  input: z.strictObject({}),
  output: z.object({
    entries: z.number().int(),
    intact: z.boolean(),
    brokenAt: z.number().int().nullable(),
    head: z.string(),
  }),
  deadline: 60_000,
});

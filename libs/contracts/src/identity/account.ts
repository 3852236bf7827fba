import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { StoredFile } from '../job.ts';
import { Role } from '../role.ts';

/** Lower-case letters, digits, dot, dash: what one can dictate over the phone. */
export const Username = z.string().regex(/^[a-z][a-z0-9.-]{1,39}$/);

/** A role in an area, for dates. */
export const AccountGrant = z.object({
  id: z.uuid(),
  role: Role,
  areaId: z.uuid(),
  areaName: z.string(),
  from: PlainDate,
  to: PlainDate.nullable(),
});

export const Account = z.object({
  id: z.uuid(),
  username: Username,
  fullName: z.string().trim().min(1).max(100),
  phone: z.string().trim().max(30),
  state: z.enum(['active', 'locked', 'closed']),
  mustChangePassword: z.boolean(),
  /** Made for the demo province: an invented person. */
  invented: z.boolean(),
  lastSignInAt: z.string().nullable(),
  grants: z.array(AccountGrant),
});
export type Account = z.infer<typeof Account>;

export const listAccounts = operation('identity.account.list', {
  http: 'GET /accounts',
  allow: 'account.read',
  summary: 'Accounts whose area lies inside mine',
  input: z.strictObject({
    q: z.string().max(100).optional(),
    role: Role.optional(),
    state: Account.shape.state.optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  output: pageOf(Account),
  deadline: 5_000,
});

const newGrant = z.strictObject({
  role: Role,
  areaId: z.uuid(),
  from: PlainDate,
  to: PlainDate.nullable().default(null),
});

export const createAccount = operation('identity.account.create', {
  http: 'POST /accounts',
  allow: 'account.write',
  summary: 'Make an account; its one-time password is in this answer only',
  input: z.strictObject({
    id: z.uuid(),
    username: Username,
    fullName: Account.shape.fullName,
    phone: Account.shape.phone.default(''),
    grants: z.array(newGrant).min(1).max(20),
  }),
  /** `oneTimePassword` is null when the same command is repeated: it is told once. */
  output: z.object({ account: Account, oneTimePassword: z.string().nullable() }),
  deadline: 10_000,
});

export const resetPassword = operation('identity.password.reset', {
  http: 'POST /accounts/:id/password-resets',
  allow: 'account.write',
  summary: 'One-time password for an account inside my own area; its sessions end',
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ oneTimePassword: z.string() }),
  deadline: 10_000,
});

export const unlockAccount = operation('identity.account.unlock', {
  http: 'POST /accounts/:id/unlocks',
  allow: 'account.write',
  summary: 'Lift the lock after too many wrong passwords',
  input: z.strictObject({ id: z.uuid() }),
  output: Account,
});

export const closeAccount = operation('identity.account.close', {
  http: 'POST /accounts/:id/closures',
  allow: 'account.write',
  summary: 'Close an account for good; what it did stays',
  input: z.strictObject({ id: z.uuid() }),
  output: Account,
});

export const grantRole = operation('identity.grant.add', {
  http: 'POST /accounts/:accountId/grants',
  allow: 'account.write',
  summary: 'Give an account a role in an area, for dates',
  input: newGrant.extend({ id: z.uuid(), accountId: z.uuid() }),
  output: Account,
});

export const endGrant = operation('identity.grant.end', {
  http: 'POST /accounts/:accountId/grants/:id/ends',
  allow: 'account.write',
  summary: 'End a role from a day on',
  input: z.strictObject({ id: z.uuid(), accountId: z.uuid(), to: PlainDate }),
  output: Account,
});

/** What the audit log keeps of a change to an account: ids and roles, no names, no phone. */
export const accountChanged = event(
  'identity.account-changed.v1',
  z.object({
    accountId: z.uuid(),
    what: z.enum([
      'created',
      'password-changed',
      'password-reset',
      'locked',
      'unlocked',
      'closed',
      'granted',
      'grant-ended',
      'token-created',
      'token-deleted',
    ]),
    /** The grant given or ended: what role, where (as the area is called then), for which days. */
    grantId: z.uuid().optional(),
    role: Role.optional(),
    areaId: z.uuid().optional(),
    areaName: z.string().optional(),
    from: PlainDate.optional(),
    to: PlainDate.nullable().optional(),
  }),
);
export const accountsImported = event(
  'identity.accounts-imported.v1',
  z.object({ jobId: z.string(), counts: z.record(z.string(), z.number()) }),
);

/** The passwords exist nowhere else: after this answer the sheet is gone from here. */
export const takeHandOver = operation('identity.hand-over.take', {
  allow: 'services',
  summary: 'Sheet with the one-time passwords of an import of mine (.xlsx); given out once',
  input: z.strictObject({ jobId: z.string().max(80) }),
  output: StoredFile,
});
export const handOverTaken = event('identity.hand-over-taken.v1', z.object({ jobId: z.string() }));

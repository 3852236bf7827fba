import { event, operation, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { Principal } from '../principal.ts';
import { Role } from '../role.ts';

const secret = z.string().min(1).max(200);

/** What a device holds after sign-in: a short access token, and a refresh secret that rotates. */
export const SessionTokens = z.object({
  accessToken: z.string(),
  /** Seconds until the access token ends. */
  expiresIn: z.number().int(),
  /** Goes to the browser as an HttpOnly cookie only. */
  refreshToken: z.string(),
  refreshExpiresAt: z.string(),
  account: z.object({
    id: z.uuid(),
    username: z.string(),
    fullName: z.string(),
    mustChangePassword: z.boolean(),
  }),
});
export type SessionTokens = z.infer<typeof SessionTokens>;

export const openSession = operation('identity.session.open', {
  allow: 'services',
  summary: 'Sign in with username and password',
  input: z.strictObject({
    username: z.string().trim().min(1).max(60),
    password: secret,
    /** Whence, for the lock-out and the audit log. */
    address: z.string().max(60),
  }),
  output: SessionTokens,
  deadline: 10_000,
});

export const refreshSession = operation('identity.session.refresh', {
  allow: 'services',
  summary: 'Exchange the refresh secret for a new pair; a secret used twice ends the session',
  input: z.strictObject({ refreshToken: secret }),
  output: SessionTokens,
});

export const endSession = operation('identity.session.end', {
  allow: 'services',
  summary: 'Sign out',
  input: z.strictObject({ refreshToken: secret.optional(), sessionId: z.uuid().optional() }),
  output: z.object({}),
});

/** Whose token is this? Asked by the gateway; the answer is kept for some seconds. */
export const resolvePrincipal = operation('identity.principal.resolve', {
  allow: 'services',
  summary: 'The principal behind an access token or personal access token',
  input: z.strictObject({ token: secret }),
  output: z.object({ principal: Principal }),
});

export const AreaOfMine = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Present where one unit covers the area today. */
  unitId: z.uuid().optional(),
  unitIds: z.array(z.uuid()),
  whole: z.boolean(),
  from: PlainDate,
  to: PlainDate.nullable(),
});

export const getMe = operation('identity.me.get', {
  http: 'GET /me',
  allow: 'signed-in',
  summary: 'My account, roles, permissions and areas',
  input: z.strictObject({}),
  output: z.object({
    account: SessionTokens.shape.account,
    roles: z.array(Role),
    permissions: z.array(z.string()),
    areas: z.array(AreaOfMine),
  }),
});
export type Me = z.infer<typeof getMe.output>;

export const changePassword = operation('identity.password.change', {
  http: 'POST /me/passwords',
  allow: 'signed-in',
  summary: 'Change my password; my other sessions end',
  input: z.strictObject({ current: secret, next: secret }),
  output: z.object({}),
  deadline: 10_000,
});

/**
 * Signing in failed or was refused; no password and no address in the payload. `username` is empty where no
 * account has it: what somebody typed there may be a password.
 */
export const signInRefused = event(
  'identity.sign-in-refused.v1',
  z.object({ username: z.string(), reason: z.enum(['wrong-credentials', 'account-locked']) }),
);
export const sessionOpened = event(
  'identity.session-opened.v1',
  z.object({ sessionId: z.uuid(), accountId: z.uuid() }),
);
/** Signed out, or ended because a refresh secret came twice: then somebody may hold a copy of it. */
export const sessionEnded = event(
  'identity.session-ended.v1',
  z.object({
    sessionId: z.uuid(),
    accountId: z.uuid(),
    why: z.enum(['signed-out', 'secret-reused']),
  }),
);
/** Sessions or rights of an account changed: whoever keeps its principal must ask again. */
export const accessChanged = event(
  'identity.access-changed.v1',
  z.object({
    accountId: z.uuid(),
    why: z.enum(['signed-out', 'password', 'roles', 'closed', 'area', 'token']),
  }),
);

import { operation, PlainDate } from '@antt/kernel';
import { z } from 'zod';

/** A personal access token for scripts: has its owner's rights, never shown again after it is made. */
export const Token = z.object({
  id: z.uuid(),
  name: z.string().trim().min(1).max(100),
  createdAt: z.string(),
  expiresOn: PlainDate,
  lastUsedAt: z.string().nullable(),
});
export type Token = z.infer<typeof Token>;

export const listTokens = operation('identity.token.list', {
  http: 'GET /tokens',
  allow: 'signed-in',
  summary: 'My personal access tokens',
  input: z.strictObject({}),
  output: z.object({ items: z.array(Token) }),
});

export const createToken = operation('identity.token.create', {
  http: 'POST /tokens',
  allow: 'signed-in',
  summary: 'Make a personal access token; its secret is in this answer only',
  input: z.strictObject({ id: z.uuid(), name: Token.shape.name, expiresOn: PlainDate }),
  output: Token.extend({ secret: z.string().nullable() }),
});

export const deleteToken = operation('identity.token.delete', {
  http: 'DELETE /tokens/:id',
  allow: 'signed-in',
  summary: 'Withdraw a personal access token of mine',
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({}),
});

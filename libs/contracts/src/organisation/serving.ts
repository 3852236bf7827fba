import { operation } from '@antt/kernel';
import { z } from 'zod';

/** Postings as their owner counts them and as the copy does; they may differ for a moment. */
const compared = z.object({
  owner: z.number().int(),
  copy: z.number().int(),
  agree: z.boolean(),
});

export const compareServings = operation('organisation.serving.compare', {
  http: 'GET /servings',
  allow: 'account.write',
  summary: 'Postings as personnel counts them and as organisation does',
  input: z.strictObject({}),
  output: compared,
  deadline: 20_000,
});

export const replayServings = operation('organisation.serving.replay', {
  http: 'POST /servings',
  allow: 'account.write',
  summary: 'Take all postings into organisation again',
  input: z.strictObject({}),
  output: compared,
  deadline: 60_000,
});

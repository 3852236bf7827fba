import { operation } from '@antt/kernel';
import { z } from 'zod';
import { CopyCounts } from '../organisation/copy.ts';

export const comparePersonnelCopies = operation('personnel.copy.compare', {
  http: 'GET /copies',
  allow: 'account.write',
  summary: 'Units, teams and quotas as their owner counts them and as personnel does',
  input: z.strictObject({}),
  output: z.object({ owner: CopyCounts, copy: CopyCounts, agree: z.boolean() }),
  deadline: 20_000,
});

export const replayPersonnelCopies = operation('personnel.copy.replay', {
  http: 'POST /copies',
  allow: 'account.write',
  summary: 'Take all units, teams and quotas into personnel again',
  input: z.strictObject({}),
  output: CopyCounts,
  deadline: 60_000,
});

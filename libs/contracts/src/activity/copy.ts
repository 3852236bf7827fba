import { operation } from '@antt/kernel';
import { z } from 'zod';
import { CopyCounts } from '../organisation/copy.ts';

export const compareActivityCopies = operation('activity.copy.compare', {
  http: 'GET /activity-copies',
  allow: 'account.write',
  summary: 'Units, teams and quotas as their owner counts them and as activity does',
  input: z.strictObject({}),
  output: z.object({ owner: CopyCounts, copy: CopyCounts, agree: z.boolean() }),
  deadline: 20_000,
});

export const replayActivityCopies = operation('activity.copy.replay', {
  http: 'POST /activity-copies',
  allow: 'account.write',
  summary: 'Take all units, teams and quotas into activity again',
  input: z.strictObject({}),
  output: CopyCounts,
  deadline: 60_000,
});

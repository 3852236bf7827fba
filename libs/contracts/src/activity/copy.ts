import { operation } from '@antt/kernel';
import { z } from 'zod';
import { CopyCounts } from '../organisation/copy.ts';

/** With the sum of versions beside the rows of personnel: equal counts alone do not show that a change was missed. */
const ActivityCopyCounts = CopyCounts.extend({
  postings: z.number().int(),
  postingVersions: z.number().int(),
  /** Approved shifts. */
  duties: z.number().int(),
  dutyVersions: z.number().int(),
});

export const compareActivityCopies = operation('activity.copy.compare', {
  http: 'GET /activity-copies',
  allow: 'account.write',
  summary:
    'Units, teams, quotas, postings and approved duty as their owners count them and as activity does',
  input: z.strictObject({}),
  output: z.object({ owner: ActivityCopyCounts, copy: ActivityCopyCounts, agree: z.boolean() }),
  deadline: 20_000,
});

export const replayActivityCopies = operation('activity.copy.replay', {
  http: 'POST /activity-copies',
  allow: 'account.write',
  summary: 'Take all units, teams, quotas, postings and approved duty into activity again',
  input: z.strictObject({}),
  output: ActivityCopyCounts,
  deadline: 60_000,
});

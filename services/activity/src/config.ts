import { z } from 'zod';

/** Settings of the activity service beyond those of every service. */
export const activitySettings = z.object({
  PERIODS_AHEAD_DAYS: z.coerce.number().int().min(0).max(400).default(62).meta({
    description:
      'Reporting periods that begin within so many days are opened by themselves; 0 = on demand only',
  }),
});
export type ActivitySettings = z.infer<typeof activitySettings>;

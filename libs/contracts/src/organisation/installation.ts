import { operation } from '@antt/kernel';
import { z } from 'zod';

/** What this installation is: demo data and real data never share one. */
export const Installation = z.object({
  kind: z.enum(['demo', 'real']),
  /** Nothing loaded yet: the pages say what to load first. */
  empty: z.boolean(),
  /** Units, boundaries, instruments, quotas, teams, workplaces that exist at all. */
  holds: z.object({
    units: z.number().int(),
    boundaries: z.number().int(),
    instruments: z.number().int(),
    quotas: z.number().int(),
    teams: z.number().int(),
    workplaces: z.number().int(),
  }),
});
export type Installation = z.infer<typeof Installation>;

export const getInstallation = operation('organisation.installation.get', {
  http: 'GET /installation',
  allow: 'everybody',
  summary: 'Demo or real, and what is loaded',
  input: z.strictObject({}),
  output: Installation,
});

import { z } from 'zod';

/**
 * How the figures of a divided unit are shared out over what it became: as the act's shares say it, by the
 * villages that went each way, by households, people or area, or all of it to the largest part. Left out,
 * each number goes its own way: decided numbers by villages, households by households and so on.
 */
export const Apportioning = z.enum([
  'lineage',
  'villages',
  'households',
  'population',
  'area',
  'largest',
]);
export type Apportioning = z.infer<typeof Apportioning>;

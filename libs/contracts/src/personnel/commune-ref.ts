import { z } from 'zod';

/** A commune as a row names it: as it was called on the day that the row is about. */
export const CommuneRef = z.object({ id: z.uuid(), name: z.string(), kind: z.string() });
export type CommuneRef = z.infer<typeof CommuneRef>;

import { PlainDate } from '@antt/kernel';
import { z } from 'zod';

/**
 * A decision about people by the chair of the commune's People's Committee (Law 30/2023/QH15 Art. 14.5,
 * 16.2, 17; Form 08 of Circular 14/2024/TT-BCA). One decision may concern many; named again by issuer, number
 * and day it is the same one (law BR-101).
 */
export const Decision = z.object({
  id: z.uuid(),
  number: z.string().trim().min(1).max(80),
  signedOn: PlainDate,
  issuer: z.string().trim().min(1).max(200),
});
export type Decision = z.infer<typeof Decision>;

/** A decision as a command names it; without an issuer it is the chair of the commune concerned. */
export const DecisionRef = z.strictObject({
  number: Decision.shape.number,
  signedOn: PlainDate,
  issuer: Decision.shape.issuer.optional(),
});
export type DecisionRef = z.infer<typeof DecisionRef>;

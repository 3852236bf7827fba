import { z } from 'zod';

/** How money reaches somebody (law BR-83). */
export const PaymentChannel = z.enum(['bank', 'post', 'office']);
export type PaymentChannel = z.infer<typeof PaymentChannel>;

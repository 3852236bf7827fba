import { Username } from '@antt/contracts';
import { z } from 'zod';

const database = z
  .string()
  .regex(/^postgres(ql)?:\/\//)
  .meta({ description: "PostgreSQL, as the service's own login role", secret: true });

/** What the one-shot that makes the first accounts is told. */
export const setupConfig = z.discriminatedUnion('SETUP_KIND', [
  z.object({
    SETUP_KIND: z.literal('demo'),
    DATABASE_URL: database,
    DEMO_PASSWORD: z
      .string()
      .min(10)
      .max(128)
      .meta({ description: 'Password of all demo accounts', secret: true }),
  }),
  z.object({
    SETUP_KIND: z.literal('empty'),
    DATABASE_URL: database,
    ADMIN_USERNAME: z
      .string()
      .trim()
      .toLowerCase()
      .pipe(Username)
      .meta({ description: 'Username of the first administrator' }),
    ADMIN_NAME: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .meta({ description: 'Full name of the first administrator' }),
    ADMIN_PASSWORD: z
      .string()
      .meta({ description: 'Password that the first administrator chose', secret: true }),
  }),
]);
export type Setup = z.infer<typeof setupConfig>;

import { z } from 'zod';

/** Settings every service reads from its environment. */
export const serviceConfig = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .meta({ description: "PostgreSQL, as the service's own login role", secret: true }),
  NATS_URL: z
    .string()
    .regex(/^(nats|tls):\/\//)
    .meta({ description: "The bus, as the service's own user", secret: true }),
  HEALTH_PORT: z.coerce.number().int().min(0).max(65535).default(0).meta({
    description: 'Internal port of /health/live, /health/ready and /metrics (0 = any free one)',
  }),
  HEALTH_HOST: z
    .string()
    .default('127.0.0.1')
    .meta({ description: 'Address the internal port listens on' }),
  DATABASE_POOL: z.coerce
    .number()
    .int()
    .min(2)
    .max(100)
    .default(10)
    .meta({ description: 'Most connections to PostgreSQL' }),
});

/** Settings of the one-shot that migrates a service's schema. */
export const migratorConfig = z.object({
  MIGRATOR_DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .meta({ description: "PostgreSQL, as the role that owns the service's tables", secret: true }),
});

/** Settings of a service that takes files in; part of its own. */
export const jobSettings = z.object({
  JOB_FILE_DAYS: z.coerce.number().int().min(1).max(3650).default(90).meta({
    description:
      'Days after its end that the file of an import is kept; its record, hash and counts stay',
  }),
  JOBS_OPEN: z.coerce
    .number()
    .int()
    .min(1)
    .max(1000)
    .default(5)
    .meta({ description: 'Imports that one account may have unfinished at a time' }),
});
export type JobSettings = z.infer<typeof jobSettings>;

/** The settings, or an end with every missing or wrong one named. */
export function readConfig<S extends z.ZodType>(
  schema: S,
  environment: Record<string, string | undefined> = process.env,
): z.infer<S> {
  const result = schema.safeParse(environment);
  if (result.success) return result.data;
  const wrong = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`Environment variables missing or wrong:\n${wrong.join('\n')}`);
}

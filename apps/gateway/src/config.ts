import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const count = (fallback: number) => z.coerce.number().int().min(0).default(fallback);

/** Settings the gateway reads from its environment. */
export const gatewayConfig = z.object({
  PORT: port.default(8080).meta({ description: 'Public port of the pages and the API' }),
  HOST: z.string().default('127.0.0.1').meta({ description: 'Address the public port listens on' }),
  NATS_URL: z
    .string()
    .regex(/^(nats|tls):\/\//)
    .meta({ description: "The bus, as the gateway's own user", secret: true }),
  HEALTH_PORT: port.default(0).meta({
    description: 'Internal port of /health/live, /health/ready and /metrics (0 = any free one)',
  }),
  HEALTH_HOST: z
    .string()
    .default('127.0.0.1')
    .meta({ description: 'Address the internal port listens on' }),
  WEB_ROOT: z
    .string()
    .optional()
    .meta({ description: 'Folder of the built web pages; without it only the API is served' }),
  TRUST_PROXY: z.string().optional().meta({
    description: 'Addresses or ranges of the proxies in front whose X-Forwarded-* are believed',
  }),
  COOKIE_SECURE: z.enum(['auto', 'always']).default('auto').meta({
    description: 'Refresh cookie only over https: where the request came so, or always',
  }),
  REQUESTS_PER_MINUTE: count(6_000).meta({
    description: 'Requests an account (or an address without one) may send; 0 = no limit',
  }),
  SIGN_INS_PER_ADDRESS: count(120).meta({
    description: 'Sign-ins a minute from one address; 0 = no limit',
  }),
  SIGN_INS_PER_USERNAME: count(30).meta({
    description: 'Sign-ins a minute for one username from one address; 0 = no limit',
  }),
  UPLOAD_LIMIT: z.coerce
    .number()
    .int()
    .min(1)
    .default(50 * 1024 * 1024)
    .meta({ description: 'Bytes an uploaded file may have' }),
  FILE_LIMIT: z.coerce
    .number()
    .int()
    .min(1)
    .default(20 * 1024 * 1024)
    .meta({ description: 'Bytes a file may have that is kept: a scan, a photo' }),
  TILE_CACHE_BYTES: count(64 * 1024 * 1024).meta({
    description: 'Memory for map tiles that were asked for before',
  }),
  LIVE_CONNECTIONS: z.coerce.number().int().min(1).default(10).meta({
    description: 'Open pages of one account that are told of changes as they happen',
  }),
});
export type GatewayConfig = z.infer<typeof gatewayConfig>;

/** The settings, for injection. */
export const CONFIG = Symbol('gateway config');

import { problem } from '@antt/contracts';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GatewayConfig } from './config.ts';

type Limit = (request: FastifyRequest) => Promise<void>;

/** How often one may ask, counted in this gateway's memory for a minute. */
export type Limits = { request: Limit; signInAddress: Limit; signInUsername: Limit };

const none: Limit = async () => {};

export async function makeLimits(api: FastifyInstance, config: GatewayConfig): Promise<Limits> {
  await api.register(rateLimit, { global: false, timeWindow: 60_000 });
  const limit = (max: number, keyGenerator: (request: FastifyRequest) => string): Limit => {
    if (max === 0) return none;
    const count = api.createRateLimit({ max, keyGenerator });
    return async (request) => {
      const state = await count(request);
      if (!state.isAllowed && state.isExceeded) {
        throw problem('too-many-requests', { retryAfter: state.ttlInSeconds });
      }
    };
  };
  return {
    request: limit(config.REQUESTS_PER_MINUTE, ({ principal, ip }) => principal?.accountId ?? ip),
    signInAddress: limit(config.SIGN_INS_PER_ADDRESS, ({ ip }) => ip),
    // Not for the username alone: who knows it could keep its owner from signing in.
    signInUsername: limit(config.SIGN_INS_PER_USERNAME, ({ body, ip }) => {
      const username = String((body as { username?: unknown }).username);
      return `${ip} ${username.trim().toLowerCase()}`;
    }),
  };
}

import { type Principal, problem } from '@antt/contracts';
import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { Limits } from '../limits.ts';
import { basicTokenOf, bearerOf } from '../request.ts';
import { refusal } from './authorisation.rules.ts';
import type { PrincipalService } from './principal.service.ts';

/** Refuses to start with a route of which nobody said who may ask. */
export function assertAllowIsSaid({ method, url, config }: RouteOptions): void {
  if (!config?.allow) throw new Error(`${String(method)} ${url} does not say whom it allows`);
}

/** The first step of every request under /api: who asks, how often, and whether they may. */
export function authorise(principals: PrincipalService, limits: Limits) {
  const principalOf = async (request: FastifyRequest): Promise<Principal> => {
    try {
      return await principals.of(bearerOf(request) ?? basicTokenOf(request), request.traceparent);
    } catch (error) {
      // Guessing tokens is counted against the address.
      await limits.request(request);
      throw error;
    }
  };
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    // Answers hold what only this account may see; what may be kept says so itself.
    reply.header('cache-control', 'no-store');
    const { allow, beforePasswordChange } = request.routeOptions.config;
    if (request.is404 || !allow) return;
    if (allow !== 'everybody') request.principal = await principalOf(request);
    await limits.request(request);
    const refused = refusal(allow, request.principal, { beforePasswordChange });
    if (refused) throw problem(refused, refused === 'not-allowed' ? { permission: allow } : {});
  };
}

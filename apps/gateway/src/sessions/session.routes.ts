import {
  endSession,
  openSession,
  problem,
  refreshSession,
  type SessionTokens,
} from '@antt/contracts';
import { Client, invalidInput } from '@antt/service-kit';
import cookie from '@fastify/cookie';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type GatewayConfig } from '../config.ts';
import type { Limits } from '../limits.ts';
import { PrincipalService } from '../principals/principal.service.ts';
import { bearerOf, contextOf } from '../request.ts';

const refreshCookie = 'antt_refresh';
const path = '/api/sessions';
const credentials = openSession.input.omit({ address: true });

/**
 * Signing in and out. The access token lives in the page's memory; what renews it is a cookie that no script
 * can read and that goes to these routes only.
 */
@Injectable()
export class SessionRoutes {
  constructor(
    private readonly client: Client,
    private readonly principals: PrincipalService,
    @Inject(CONFIG) private readonly config: GatewayConfig,
  ) {}

  async register(api: FastifyInstance, limits: Limits): Promise<void> {
    await api.register(cookie);
    const config = { allow: 'everybody' } as const;
    api.post('/sessions', { config }, async (request, reply) => {
      const { success, data, error } = credentials.safeParse(request.body);
      if (!success) throw invalidInput(error);
      await limits.signInAddress(request);
      await limits.signInUsername(request);
      const question = { ...data, address: request.ip };
      const tokens = await this.client.call(openSession, question, contextOf(request));
      return this.answer(request, reply.code(201), tokens);
    });
    api.post('/sessions/refresh', { config }, async (request, reply) => {
      assertOwnPage(request);
      const refreshToken = request.cookies[refreshCookie];
      if (!refreshToken) throw problem('not-signed-in');
      try {
        const tokens = await this.client.call(refreshSession, { refreshToken }, contextOf(request));
        return this.answer(request, reply.code(200), tokens);
      } catch (error) {
        if ((error as { status?: number }).status === 401) this.clear(reply);
        throw error;
      }
    });
    api.delete('/sessions/current', { config }, async (request, reply) => {
      assertOwnPage(request);
      await this.end(request);
      this.clear(reply);
      return reply.code(204).send();
    });
  }

  /** Whoever signs out may hold an access token that has ended already. */
  private async end(request: FastifyRequest): Promise<void> {
    const token = bearerOf(request);
    const principal = token && (await this.principalOf(token, request.traceparent));
    const refreshToken = request.cookies[refreshCookie];
    const sessionId = principal ? (principal.sessionId ?? undefined) : undefined;
    if (refreshToken || sessionId) {
      const context = { ...contextOf(request), principal: principal || null };
      await this.client.call(endSession, { refreshToken, sessionId }, context);
    }
    if (principal) this.principals.forget(principal.accountId);
  }

  private async principalOf(token: string, traceparent: string) {
    try {
      return await this.principals.of(token, traceparent);
    } catch (error) {
      if ((error as { status?: number }).status === 401) return null;
      throw error;
    }
  }

  private answer(request: FastifyRequest, reply: FastifyReply, tokens: SessionTokens) {
    const { refreshToken, refreshExpiresAt, ...shown } = tokens;
    reply.setCookie(refreshCookie, refreshToken, {
      path,
      httpOnly: true,
      sameSite: 'strict',
      secure: this.config.COOKIE_SECURE === 'always' || request.protocol === 'https',
      expires: new Date(refreshExpiresAt),
    });
    return reply.send(shown);
  }

  private clear(reply: FastifyReply): void {
    reply.clearCookie(refreshCookie, { path, httpOnly: true, sameSite: 'strict' });
  }
}

/**
 * A cookie comes along by itself, so a request that lives on it must prove that a page of ours sent it: a
 * foreign page cannot set a header of its own without asking first.
 */
function assertOwnPage({ headers }: FastifyRequest): void {
  if (headers['x-requested-with'] === 'antt') return;
  if (headers['sec-fetch-site'] === 'same-origin') return;
  throw problem('not-allowed', { reason: 'cross-origin' });
}

import type { Permission, Principal } from '@antt/contracts';
import type { Allow } from '@antt/kernel';
import { type Context, newTraceparent } from '@antt/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** W3C trace context: the caller's where it sent one, else begun here. */
    traceparent: string;
    /** Whom the request is sent for; null where the route is for everybody. */
    principal: Principal | null;
  }
  interface FastifyContextConfig {
    /** Who may ask. A route under /api without it does not start. */
    allow?: Exclude<Allow<Permission>, 'services'>;
    /** Open to an account that has yet to change its one-time password. */
    beforePasswordChange?: boolean;
  }
}

const traceparent = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

export function traceparentOf(request: FastifyRequest): string {
  const sent = request.headers.traceparent;
  return typeof sent === 'string' && traceparent.test(sent) ? sent : newTraceparent();
}

/** What accompanies the request on the bus. */
export function contextOf({ principal, traceparent }: FastifyRequest): Partial<Context> {
  return { principal, traceparent };
}

/** The account of a route that is not for everybody. */
export function signedIn({ principal }: FastifyRequest): Principal {
  if (!principal) throw new Error('The route is for everybody: there is no account');
  return principal;
}

export function bearerOf({ headers }: FastifyRequest): string | null {
  const [scheme, token, ...rest] = headers.authorization?.split(' ') ?? [];
  return scheme?.toLowerCase() === 'bearer' && token && rest.length === 0 ? token : null;
}

/**
 * A personal access token as the password of Basic: what geographic programs can send. Never a session's
 * token, and only for reading layers: a browser would send it along unasked.
 */
export function basicTokenOf({ headers, url, method }: FastifyRequest): string | null {
  if (method !== 'GET' || !/^\/api\/ogc(?:[/?]|$)/.test(url)) return null;
  const [scheme, coded] = headers.authorization?.split(' ') ?? [];
  if (scheme?.toLowerCase() !== 'basic' || !coded) return null;
  const pair = Buffer.from(coded, 'base64').toString('utf8');
  const password = pair.slice(pair.indexOf(':') + 1);
  return password.startsWith('antt_') ? password : null;
}

const json = 'application/json; charset=utf-8';

/** Hands on a service's answer as it came: it is JSON already. */
export function sendJson(reply: FastifyReply, status: number, answer: Uint8Array): FastifyReply {
  const { buffer, byteOffset, byteLength } = answer;
  return reply
    .code(status)
    .header('content-type', json)
    .send(Buffer.from(buffer, byteOffset, byteLength));
}

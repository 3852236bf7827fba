import type { FastifyReply } from 'fastify';
import { randomBytes } from 'node:crypto';
import { contentSecurity } from './content-security.ts';

const placeholder = '__CSP_NONCE__';

/** Sends an HTML page with a nonce of its own, in the header and where the page names it. */
export function sendPage(reply: FastifyReply, html: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64url');
  return reply
    .header('content-security-policy', contentSecurity(nonce))
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(html.replaceAll(placeholder, nonce));
}

import { problem } from '@antt/contracts';
import type { Problem } from '@antt/kernel';
import { newTraceparent, problemOf } from '@antt/service-kit';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

type Thrown = { code?: string; statusCode?: number };

const tooLarge = new Set(['FST_ERR_CTP_BODY_TOO_LARGE', 'FST_REQ_FILE_TOO_LARGE']);

/** What the web framework itself refuses, in the platform's words. */
function frameworkProblem(error: unknown): Problem | null {
  if (error instanceof HttpException) {
    return error.getStatus() === 403
      ? problem('not-allowed', { reason: 'cross-origin' })
      : problem('no-such-route');
  }
  const { code, statusCode } = (error ?? {}) as Thrown;
  if (!code?.startsWith('FST_') || !statusCode || statusCode >= 500) return null;
  if (tooLarge.has(code)) return problem('upload-too-large');
  if (statusCode === 404 || code === 'FST_ERR_BAD_URL') return problem('no-such-route');
  return problem('invalid-input', { errors: [{ path: '', message: code }] });
}

/** Answers whatever was thrown as `application/problem+json`. */
export function sendProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const traceparent = request.traceparent || newTraceparent();
  const { body } = problemOf(frameworkProblem(error) ?? error, traceparent);
  if (body.status === 401) reply.header('www-authenticate', challengeOf(request));
  if (typeof body.retryAfter === 'number') reply.header('retry-after', body.retryAfter);
  else if (body.status === 503) reply.header('retry-after', 1);
  return reply
    .code(body.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(body));
}

/** Geographic programs ask for a password when Basic is offered; a page's own requests shall not. */
function challengeOf({ url }: FastifyRequest): string {
  return url.startsWith('/api/ogc')
    ? 'Bearer, Basic realm="ANTT Co so", charset="UTF-8"'
    : 'Bearer';
}

/** The same for what Nest catches outside of /api. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    void sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

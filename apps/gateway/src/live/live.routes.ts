import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PrincipalService } from '../principals/principal.service.ts';
import { bearerOf, signedIn } from '../request.ts';
import { LiveService } from './live.service.ts';

/** Server-sent events for an open page. */
@Injectable()
export class LiveRoutes {
  constructor(
    private readonly live: LiveService,
    private readonly principals: PrincipalService,
  ) {}

  register(api: FastifyInstance): void {
    const config = { allow: 'signed-in' } as const;
    api.get('/live', { config, compress: false }, async (request, reply) =>
      this.open(request, reply),
    );
  }

  private open(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const { accountId } = signedIn(request);
    const { bytes } = this.live.open(accountId, () => this.stillHolds(request));
    return reply
      .header('content-type', 'text/event-stream; charset=utf-8')
      .header('x-accel-buffering', 'no')
      .send(bytes);
  }

  /** An identity service that is away ends nothing. */
  private async stillHolds(request: FastifyRequest): Promise<boolean> {
    try {
      await this.principals.of(bearerOf(request), request.traceparent);
      return true;
    } catch (error) {
      return (error as { status?: number }).status !== 401;
    }
  }
}

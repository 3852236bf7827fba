import { changePassword, getMe, operations, type Permission } from '@antt/contracts';
import type { Allow, Operation } from '@antt/kernel';
import { Client } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { PrincipalService } from '../principals/principal.service.ts';
import { contextOf, sendJson, signedIn } from '../request.ts';
import { newId } from './identifier.ts';
import { inputOf, type OperationRoute, routeOf } from './route.rules.ts';

/** What an account may do before it has changed its one-time password. */
const beforePasswordChange: ReadonlySet<Operation> = new Set([getMe, changePassword]);

/** Every operation that names a route, under /api. */
@Injectable()
export class OperationRoutes {
  constructor(
    private readonly client: Client,
    private readonly principals: PrincipalService,
  ) {}

  register(api: FastifyInstance): void {
    for (const operation of operations) {
      const route = routeOf(operation);
      if (route) this.add(api, route);
    }
  }

  private add(api: FastifyInstance, route: OperationRoute): void {
    const { operation, method, path, makesId, status } = route;
    const allow = operation.allow as Exclude<Allow<Permission>, 'services'>;
    api.route({
      method,
      url: path,
      config: { allow, beforePasswordChange: beforePasswordChange.has(operation) },
      handler: async (request, reply) => {
        const input = inputOf(route, request);
        if (makesId) input.id ??= newId(operation.subject, request);
        const answer = await this.client.fetch(operation, input, contextOf(request));
        // The page goes on at once, before the word of the change has come round.
        if (operation === changePassword) this.principals.forget(signedIn(request).accountId);
        return status === 204 ? reply.code(204).send() : sendJson(reply, status, answer);
      },
    });
  }
}

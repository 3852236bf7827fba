import { changePassword, getMe, operations, type Permission } from '@antt/contracts';
import type { Allow, Operation } from '@antt/kernel';
import { Client } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { contextOf, sendJson } from '../request.ts';
import { newId } from './identifier.ts';
import { inputOf, type OperationRoute, routeOf } from './route.rules.ts';

/** What an account may do before it has changed its one-time password. */
export const beforePasswordChange: ReadonlySet<Operation> = new Set([getMe, changePassword]);

/** Every operation that names a route, under /api. */
@Injectable()
export class OperationRoutes {
  constructor(private readonly client: Client) {}

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
        return status === 204 ? reply.code(204).send() : sendJson(reply, status, answer);
      },
    });
  }
}

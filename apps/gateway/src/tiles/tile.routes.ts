import { getTile, problem } from '@antt/contracts';
import { invalidInput } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refusal } from '../principals/authorisation.rules.ts';
import { contextOf, signedIn } from '../request.ts';
import { permissionOf, type TileAddress } from './tile.rules.ts';
import { TileService } from './tile.service.ts';

type Asked = { Params: Record<'layer' | 'z' | 'x' | 'y', string>; Querystring: { on?: string } };

/** Vector tiles of the map. */
@Injectable()
export class TileRoutes {
  private readonly addresses = new Map<string, TileAddress>();

  constructor(private readonly tiles: TileService) {}

  register(api: FastifyInstance): void {
    api.get<Asked>(
      '/tiles/:layer/:z/:x/:y',
      { config: { allow: 'signed-in' }, compress: false },
      (request, reply) => this.answer(request, reply),
    );
  }

  private async answer(request: FastifyRequest<Asked>, reply: FastifyReply): Promise<FastifyReply> {
    const at = this.addressOf(request);
    const principal = signedIn(request);
    const permission = permissionOf(at.layer);
    const refused = permission && refusal(permission, principal);
    if (refused) throw problem(refused, { permission });
    const context = contextOf(request);
    const tag = await this.tiles.tagOf(at, principal, context);
    const etag = `W/"${tag}"`;
    reply.header('etag', etag).header('cache-control', 'private, no-cache');
    if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send();
    const tile = await this.tiles.tile(tag, at, context);
    if (tile.bytes.length === 0) return reply.code(204).send();
    reply
      .header('content-type', 'application/vnd.mapbox-vector-tile')
      .header('vary', 'accept-encoding');
    if (!tile.packed) return reply.send(tile.bytes);
    if (!request.headers['accept-encoding']?.includes('gzip')) {
      return reply.send(this.tiles.unpack(tag, at, tile));
    }
    return reply.header('content-encoding', 'gzip').send(tile.bytes);
  }

  // The same addresses come again and again: each is checked once.
  private addressOf({ params, query, url }: FastifyRequest<Asked>): TileAddress {
    const known = this.addresses.get(url);
    if (known) return known;
    const { layer, z, x, y } = params;
    const asked = { ...query, layer, z: numberOf(z), x: numberOf(x), y: numberOf(y) };
    const { success, data, error } = getTile.input.safeParse(asked);
    if (!success) throw invalidInput(error);
    const outside = (['x', 'y'] as const).filter((axis) => data[axis] >= 2 ** data.z);
    if (outside.length > 0) {
      const errors = outside.map((path) => ({ path, message: 'too_big' }));
      throw problem('invalid-input', { errors });
    }
    if (this.addresses.size >= 10_000) this.addresses.clear();
    this.addresses.set(url, data);
    return data;
  }
}

function numberOf(text: string): number {
  return /^\d{1,6}$/.test(text) ? Number(text) : NaN;
}

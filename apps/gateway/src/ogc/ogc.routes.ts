import {
  type Feature,
  FeatureCollection,
  listFeatures,
  type Permission,
  problem,
} from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
import { Client, type Context } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { refusal } from '../principals/authorisation.rules.ts';
import { contextOf, signedIn } from '../request.ts';
import {
  collection,
  collections,
  conformsTo,
  definition,
  geoJson,
  json,
  landing,
  type Link,
  openApiType,
} from './ogc-documents.ts';
import { dayOf, itemsQuestion, type ItemsQuestion, onlyCarried, refuse } from './ogc.rules.ts';

type Page = { items: Feature[]; nextCursor: string | null; total: number };
type Query = Record<string, unknown>;

/** Features asked for at once while an answer is written. */
const together = 500;

/** Names and outlines are for every account; the rest for whom the same lists are. */
const permissionOf: Partial<Record<FeatureCollection, Permission>> = {
  villages: 'unit.read',
  teams: 'team.read',
  workplaces: 'workplace.read',
  coverage: 'coverage.read',
};

/** OGC API - Features, Part 1 (OGC 17-069r4): the layers for QGIS and other programs, to read only. */
@Injectable()
export class OgcRoutes {
  constructor(private readonly client: Client) {}

  register(api: FastifyInstance): void {
    const open = { config: { allow: 'everybody' as const } };
    const closed = { config: { allow: 'signed-in' as const } };
    const document =
      (make: (root: string) => unknown, type = json) =>
      (request: FastifyRequest, reply: FastifyReply) => {
        onlyCarried(request.query as Query, today());
        return reply
          .header('content-type', type)
          .send(Buffer.from(JSON.stringify(make(rootOf(request)))));
      };
    api.get('/ogc', open, document(landing));
    api.get('/ogc/', open, document(landing));
    api.get('/ogc/api', open, document(definition, openApiType));
    api.get('/ogc/docs', open, (_, reply) => reply.redirect('../docs'));
    api.get(
      '/ogc/conformance',
      open,
      document(() => ({ conformsTo })),
    );
    api.get('/ogc/collections', closed, document(collections));
    api.get('/ogc/collections/:collection', closed, (request, reply) => {
      const id = collectionOf(request);
      return document((root) => collection(root, id))(request, reply);
    });
    api.get('/ogc/collections/:collection/items', closed, (request, reply) =>
      this.items(request, reply),
    );
    api.get('/ogc/collections/:collection/items/:feature', closed, (request, reply) =>
      this.item(request, reply),
    );
  }

  private async items(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const id = allowed(request);
    const question = itemsQuestion(request.query as Query, today());
    const context = contextOf(request);
    const first = await this.page(id, question, question.limit, context);
    const at = `${rootOf(request)}/collections/${id}`;
    const self = {
      href: `${at}/items${searchOf(request.query as Query)}`,
      rel: 'self',
      type: geoJson,
    };
    const next = (cursor: string): Link => {
      const query = { ...(request.query as Query), datetime: question.on, cursor };
      return { href: `${at}/items${searchOf(query)}`, rel: 'next', type: geoJson };
    };
    const ask = (left: number, cursor: string) =>
      this.page(id, { ...question, cursor }, left, context);
    const links = [self, { href: at, rel: 'collection', type: json }];
    return reply
      .header('content-type', geoJson)
      .header('ogc-numberMatched', String(first.total))
      .send(Readable.from(written(first, question.limit, ask, links, next)));
  }

  private async item(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const id = allowed(request);
    const query = request.query as Record<string, string>;
    onlyCarried(query, today());
    const { feature } = request.params as { feature: string };
    const on: PlainDate = query.datetime === undefined ? today() : dayOf(query.datetime, today());
    const { within } = query;
    const asked = { collection: id, on, ids: [feature], limit: 1, ...(within ? { within } : {}) };
    const known = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(feature);
    const { items } = known
      ? await this.client.call(listFeatures, asked, contextOf(request))
      : { items: [] };
    if (items.length === 0) throw problem('feature-not-found', { collection: id, id: feature, on });
    const at = `${rootOf(request)}/collections/${id}`;
    const links = [
      { href: `${at}/items/${feature}${searchOf(query)}`, rel: 'self', type: geoJson },
      { href: at, rel: 'collection', type: json },
    ];
    return reply.header('content-type', geoJson).send(JSON.stringify({ ...items[0], links }));
  }

  private page(
    collection: FeatureCollection,
    { on, box, cursor, within }: ItemsQuestion,
    left: number,
    context: Partial<Context>,
  ): Promise<Page> {
    const asked = {
      collection,
      on,
      limit: Math.min(left, together),
      ...(box ? { box } : {}),
      ...(cursor ? { cursor } : {}),
      ...(within ? { within } : {}),
    };
    return this.client.call(listFeatures, asked, context);
  }
}

/** Page after page as they come: what is held is one page, however many are asked for. */
async function* written(
  first: Page,
  limit: number,
  ask: (left: number, cursor: string) => Promise<Page>,
  links: Link[],
  next: (cursor: string) => Link,
) {
  yield `{"type":"FeatureCollection","numberMatched":${first.total},"features":[`;
  let page = first;
  let n = 0;
  for (;;) {
    if (page.items.length > 0) {
      const features = page.items.map((feature) => JSON.stringify(feature)).join(',\n');
      yield (n > 0 ? ',\n' : '\n') + features;
    }
    n += page.items.length;
    if (!page.nextCursor || n >= limit) break;
    page = await ask(limit - n, page.nextCursor);
  }
  const all = page.nextCursor ? [...links, next(page.nextCursor)] : links;
  const timeStamp = new Date().toISOString();
  yield `\n],"numberReturned":${n},"timeStamp":"${timeStamp}","links":${JSON.stringify(all)}}`;
}

function collectionOf({ params }: FastifyRequest): FeatureCollection {
  const { collection: id } = params as { collection: string };
  const { success, data } = FeatureCollection.safeParse(id);
  if (!success) throw problem('collection-not-found', { id });
  return data;
}

function allowed(request: FastifyRequest): FeatureCollection {
  const id = collectionOf(request);
  const permission = permissionOf[id];
  const refused = permission && refusal(permission, signedIn(request));
  if (refused) throw problem(refused, { permission });
  return id;
}

/** Links are absolute; the host is the one that was asked. */
function rootOf({ protocol, host }: FastifyRequest): string {
  if (!/^[\w.:[\]-]+$/.test(host)) refuse('host', 'malformed');
  return `${protocol}://${host}/api/ogc`;
}

function searchOf(query: Query): string {
  const search = new URLSearchParams(query as Record<string, string>);
  return search.size > 0 ? `?${search}` : '';
}

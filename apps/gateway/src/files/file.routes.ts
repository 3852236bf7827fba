import {
  FileNoun,
  fileNouns,
  FileType,
  incidentFileLimit,
  keepFile,
  keepIncidentFile,
  keepPersonFile,
  type KeptFile,
  openFile,
  openIncidentFile,
  openPersonFile,
  personFileLimit,
  PersonFileKind,
  problem,
  type StoredFile,
} from '@antt/contracts';
import { Problem } from '@antt/kernel';
import { Client, Files, invalidInput } from '@antt/service-kit';
import multipart from '@fastify/multipart';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeWebStream } from 'node:stream/web';
import { z } from 'zod';
import { Passing } from '../bus.ts';
import { CONFIG, type GatewayConfig } from '../config.ts';
import { attachment } from '../imports/stored-file.ts';
import { receiveUpload, type Upload } from '../imports/upload.ts';
import { newId } from '../operations/identifier.ts';
import { refusal } from '../principals/authorisation.rules.ts';
import { contextOf, sendJson, signedIn } from '../request.ts';

/** What the address of an upload says: what the file is for, and perhaps the id it is to have. */
export const FileAddress = z.strictObject({ noun: FileNoun, id: z.uuid().optional() });

/** The same of a file of a person. */
export const PersonFileAddress = z.strictObject({ kind: PersonFileKind, id: z.uuid().optional() });

/** The id that a file of evidence is to have, if its sender says. */
export const IncidentFileAddress = z.strictObject({ id: z.uuid().optional() });

type OneFile = { Params: { id: string } };
type OfPerson = { Params: { personId: string } };
type OfIncident = { Params: { incidentId: string } };

/** Room for the form around the file. */
const formOverhead = 64 * 1024;

/** Files that stay: streamed to the bus and kept by the service; read back by whoever may. */
@Injectable()
export class FileRoutes {
  constructor(
    private readonly client: Client,
    private readonly files: Files,
    private readonly passing: Passing,
    @Inject(CONFIG) private readonly config: GatewayConfig,
  ) {}

  async register(api: FastifyInstance): Promise<void> {
    const limit = this.config.FILE_LIMIT;
    await api.register(multipart, {
      throwFileSizeLimit: false,
      limits: { fileSize: limit + 1, files: 2, fields: 0, parts: 2 },
    });
    api.route({
      method: 'POST',
      url: '/files',
      bodyLimit: limit + formOverhead,
      config: { allow: 'signed-in' },
      handler: (request, reply) => this.keep(request, reply),
    });
    api.route<OneFile>({
      method: 'GET',
      url: '/files/:id',
      config: { allow: 'signed-in' },
      // Scans and photos are packed already.
      compress: false,
      handler: (request, reply) => this.send(request, reply),
    });
    const personLimit = Math.min(limit, personFileLimit);
    api.route<OfPerson>({
      method: 'POST',
      url: '/people/:personId/files',
      bodyLimit: personLimit + formOverhead,
      config: { allow: 'person.write' },
      handler: (request, reply) => this.keepOfPerson(request, reply, personLimit),
    });
    api.route<OneFile>({
      method: 'GET',
      url: '/person-files/:id',
      config: { allow: 'person.read' },
      compress: false,
      handler: (request, reply) => this.sendOfPerson(request, reply),
    });
    const incidentLimit = Math.min(limit, incidentFileLimit);
    api.route<OfIncident>({
      method: 'POST',
      url: '/incidents/:incidentId/files',
      bodyLimit: incidentLimit + formOverhead,
      config: { allow: 'incident.write' },
      handler: (request, reply) => this.keepOfIncident(request, reply, incidentLimit),
    });
    api.route<OneFile>({
      method: 'GET',
      url: '/incident-files/:id',
      config: { allow: 'incident.read' },
      compress: false,
      handler: (request, reply) => this.sendOfIncident(request, reply),
    });
  }

  private async keep(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { success, data: address, error } = FileAddress.safeParse(request.query);
    if (!success) throw invalidInput(error);
    const { noun, id = newId(`file ${noun}`, request) } = address;
    const permission = fileNouns[noun].write;
    const refused = refusal(permission, signedIn(request));
    if (refused) throw problem(refused, { permission });
    const kept = await this.handOver(request, this.config.FILE_LIMIT, (file) =>
      this.client.fetch(keepFile, { id, noun, file }, contextOf(request)),
    );
    return sendJson(reply.header('location', `/api/files/${id}`), 201, kept);
  }

  private async keepOfPerson(
    request: FastifyRequest<OfPerson>,
    reply: FastifyReply,
    limit: number,
  ): Promise<FastifyReply> {
    const { success, data: address, error } = PersonFileAddress.safeParse(request.query);
    if (!success) throw invalidInput(error);
    const { personId } = request.params;
    const { kind, id = newId(`file ${personId} ${kind}`, request) } = address;
    const kept = await this.handOver(request, limit, (file) =>
      this.client.fetch(keepPersonFile, { id, personId, kind, file }, contextOf(request)),
    );
    return sendJson(reply.header('location', `/api/person-files/${id}`), 201, kept);
  }

  private async keepOfIncident(
    request: FastifyRequest<OfIncident>,
    reply: FastifyReply,
    limit: number,
  ): Promise<FastifyReply> {
    const { success, data: address, error } = IncidentFileAddress.safeParse(request.query);
    if (!success) throw invalidInput(error);
    const { incidentId } = request.params;
    const { id = newId(`file ${incidentId}`, request) } = address;
    const kept = await this.handOver(request, limit, (file) =>
      this.client.fetch(keepIncidentFile, { id, incidentId, file }, contextOf(request)),
    );
    return sendJson(reply.header('location', `/api/incident-files/${id}`), 201, kept);
  }

  /** Lets a service keep the one file of the request; on the bus it does not stay. */
  private async handOver(
    request: FastifyRequest,
    limit: number,
    keep: (file: StoredFile) => Promise<Uint8Array>,
  ): Promise<Uint8Array> {
    if (!request.isMultipart()) throw problem('upload-missing');
    if (this.passing.isAway) throw problem('service-unavailable', { service: 'bus' });
    const { file } = await this.receive(request, limit);
    try {
      return await keep(file);
    } finally {
      await this.files.delete(file).catch(() => {});
    }
  }

  private async receive(request: FastifyRequest, limit: number): Promise<Upload> {
    try {
      return await receiveUpload(request, this.files, limit);
    } catch (error) {
      const lost = this.passing.isAway && !(error instanceof Problem);
      throw lost ? problem('service-unavailable', { service: 'bus' }) : error;
    }
  }

  private async send(request: FastifyRequest<OneFile>, reply: FastifyReply): Promise<FastifyReply> {
    const known = /^"([0-9a-f]{64})"$/.exec(request.headers['if-none-match'] ?? '')?.[1];
    const question = { id: request.params.id, ...(known ? { known } : {}) };
    const { file, ...kept } = await this.client.call(openFile, question, contextOf(request));
    headersOf(reply, kept)
      .header('cache-control', 'private, no-cache')
      .header('etag', `"${kept.sha256}"`);
    return file ? this.stream(reply, file) : reply.code(304).send();
  }

  /** Kept by no cache: what is looked at again is opened again, and written down again. */
  private async sendOfPerson(
    request: FastifyRequest<OneFile>,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const question = { id: request.params.id };
    const { file, ...kept } = await this.client.call(openPersonFile, question, contextOf(request));
    return this.stream(headersOf(reply, kept).header('cache-control', 'no-store'), file);
  }

  private async sendOfIncident(
    request: FastifyRequest<OneFile>,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const question = { id: request.params.id };
    const { file, ...kept } = await this.client.call(
      openIncidentFile,
      question,
      contextOf(request),
    );
    return this.stream(headersOf(reply, kept).header('cache-control', 'no-store'), file);
  }

  private async stream(reply: FastifyReply, file: StoredFile): Promise<FastifyReply> {
    const bytes = await this.files.get(file);
    // It was put there for this answer.
    reply.raw.once('close', () => void this.files.delete(file).catch(() => {}));
    return reply.header('content-length', file.size).send(Readable.fromWeb(bytes as NodeWebStream));
  }
}

/** Whatever the bytes are, no browser runs them, and no proxy gives them to somebody else. */
function headersOf(reply: FastifyReply, { name, type }: KeptFile): FastifyReply {
  const known = FileType.safeParse(type).data ?? 'application/octet-stream';
  return reply
    .header('content-type', known)
    .header('content-disposition', attachment(name))
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox");
}

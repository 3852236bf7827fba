import {
  FileNoun,
  fileNouns,
  FileType,
  keepFile,
  type KeptFile,
  openFile,
  problem,
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

type OneFile = { Params: { id: string } };

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
  }

  private async keep(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { success, data: address, error } = FileAddress.safeParse(request.query);
    if (!success) throw invalidInput(error);
    const { noun, id = newId(`file ${noun}`, request) } = address;
    const permission = fileNouns[noun].write;
    const refused = refusal(permission, signedIn(request));
    if (refused) throw problem(refused, { permission });
    if (!request.isMultipart()) throw problem('upload-missing');
    if (this.passing.isAway) throw problem('service-unavailable', { service: 'bus' });
    const { file } = await this.receive(request);
    try {
      const kept = await this.client.fetch(keepFile, { id, noun, file }, contextOf(request));
      return sendJson(reply.header('location', `/api/files/${id}`), 201, kept);
    } finally {
      await this.files.delete(file).catch(() => {});
    }
  }

  private async receive(request: FastifyRequest): Promise<Upload> {
    try {
      return await receiveUpload(request, this.files, this.config.FILE_LIMIT);
    } catch (error) {
      const lost = this.passing.isAway && !(error instanceof Problem);
      throw lost ? problem('service-unavailable', { service: 'bus' }) : error;
    }
  }

  private async send(request: FastifyRequest<OneFile>, reply: FastifyReply): Promise<FastifyReply> {
    const known = /^"([0-9a-f]{64})"$/.exec(request.headers['if-none-match'] ?? '')?.[1];
    const question = { id: request.params.id, ...(known ? { known } : {}) };
    const { file, ...kept } = await this.client.call(openFile, question, contextOf(request));
    headersOf(reply, kept);
    if (!file) return reply.code(304).send();
    const bytes = await this.files.get(file);
    // It was put there for this answer.
    reply.raw.once('close', () => void this.files.delete(file).catch(() => {}));
    return reply.header('content-length', kept.size).send(Readable.fromWeb(bytes as NodeWebStream));
  }
}

/** Whatever the bytes are, no browser runs them, and no proxy gives them to somebody else. */
function headersOf(reply: FastifyReply, { name, type, sha256 }: KeptFile): void {
  const known = FileType.safeParse(type).data ?? 'application/octet-stream';
  reply
    .header('content-type', known)
    .header('content-disposition', attachment(name))
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-cache')
    .header('etag', `"${sha256}"`);
}

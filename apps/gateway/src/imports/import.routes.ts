import {
  identityJobs,
  type ImportKind,
  importKinds,
  type Job,
  organisationJobs,
  personnelJobs,
  problem,
  type StoredFile,
} from '@antt/contracts';
import { rosterTemplate as text } from '@antt/contracts/text/roster.vi';
import { Problem } from '@antt/kernel';
import { Client, Files, invalidInput } from '@antt/service-kit';
import multipart from '@fastify/multipart';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Passing } from '../bus.ts';
import { CONFIG, type GatewayConfig } from '../config.ts';
import { newId } from '../operations/identifier.ts';
import { refusal } from '../principals/authorisation.rules.ts';
import { contextOf, sendJson, signedIn } from '../request.ts';
import { ImportAddress, optionsOf, permissionOfKind } from './import.rules.ts';
import { rosterTemplate } from './roster-template.ts';
import { attachment, xlsx } from './stored-file.ts';
import { receiveUpload, type Upload } from './upload.ts';

const jobs = {
  organisation: organisationJobs,
  identity: identityJobs,
  personnel: personnelJobs,
};

/** Room for the form around the file. */
const formOverhead = 1024 * 1024;

/** Files brought in: stored on the bus, then handed to the service that knows their kind. */
@Injectable()
export class ImportRoutes {
  constructor(
    private readonly client: Client,
    private readonly files: Files,
    private readonly passing: Passing,
    @Inject(CONFIG) private readonly config: GatewayConfig,
  ) {}

  async register(api: FastifyInstance): Promise<void> {
    const limit = this.config.UPLOAD_LIMIT;
    await api.register(multipart, {
      throwFileSizeLimit: false,
      limits: { fileSize: limit + 1, files: 2, fields: 20, fieldSize: 256 * 1024, parts: 22 },
    });
    api.route({
      method: 'POST',
      url: '/imports',
      bodyLimit: limit + formOverhead,
      config: { allow: 'signed-in' },
      handler: (request, reply) => this.bringIn(request, reply),
    });
    api.get(
      '/imports/roster-template.xlsx',
      { config: { allow: permissionOfKind.roster }, compress: false },
      async (request, reply) => {
        const bytes = await rosterTemplate(this.client, contextOf(request));
        return reply
          .header('content-type', xlsx)
          .header('content-disposition', attachment(text.file))
          .send(bytes);
      },
    );
  }

  private async bringIn(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { kind, dryRun } = this.addressOf(request);
    const service = importKinds[kind];
    const id = `${service}.${newId(`import ${kind} ${dryRun}`, request)}`;
    const known = request.headers['idempotency-key'] && (await this.knownJob(id, request));
    reply.header('location', `/api/jobs/${id}`);
    if (known) return reply.code(202).send(known);
    if (!request.isMultipart()) throw problem('upload-missing');
    if (this.passing.isAway) throw problem('service-unavailable', { service: 'bus' });
    const upload = await this.receive(request);
    const answer = await this.start({ id, kind, dryRun }, upload, request);
    return sendJson(reply, 202, answer);
  }

  private async receive(request: FastifyRequest): Promise<Upload> {
    try {
      return await receiveUpload(request, this.files, this.config.UPLOAD_LIMIT);
    } catch (error) {
      const lost = this.passing.isAway && !(error instanceof Problem);
      throw lost ? problem('service-unavailable', { service: 'bus' }) : error;
    }
  }

  private addressOf(request: FastifyRequest) {
    const { success, data, error } = ImportAddress.safeParse(request.query);
    if (!success) throw invalidInput(error);
    const permission = permissionOfKind[data.kind];
    const refused = refusal(permission, signedIn(request));
    if (refused) throw problem(refused, { permission });
    return data;
  }

  /** The job that an earlier sending of the same upload began. */
  private async knownJob(id: string, request: FastifyRequest): Promise<Job | null> {
    const { get } = jobs[id.split('.')[0] as keyof typeof jobs];
    try {
      return await this.client.call(get, { id }, contextOf(request));
    } catch (error) {
      if ((error as Problem).type === 'job-not-found') return null;
      throw error;
    }
  }

  private async start(
    job: { id: string; kind: ImportKind; dryRun: boolean },
    { file, fields }: Upload,
    request: FastifyRequest,
  ): Promise<Uint8Array> {
    try {
      const options = optionsOf(fields);
      if (!options.success) throw invalidInput(options.error);
      const { start } = jobs[importKinds[job.kind]];
      const command = { ...job, file, options: options.data };
      return await this.client.fetch(start, command, contextOf(request));
    } catch (error) {
      await this.forget(file, error as Partial<Problem>);
      throw error;
    }
  }

  // Where no answer came in time the service may be at work on the file; it goes by itself after a day.
  private async forget(file: StoredFile, { type }: Partial<Problem>): Promise<void> {
    if (type !== 'deadline-exceeded') await this.files.delete(file).catch(() => {});
  }
}

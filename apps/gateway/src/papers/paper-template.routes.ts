import {
  keepPaperTemplate,
  makePaper,
  openPaperTemplate,
  PaperKind,
  paperKinds,
  paperSubjects,
  problem,
  templateLimit,
} from '@antt/contracts';
import { PlainDate } from '@antt/kernel';
import { Client, Files, invalidInput } from '@antt/service-kit';
import multipart from '@fastify/multipart';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { attachment, docx } from '../imports/stored-file.ts';
import { receiveUpload } from '../imports/upload.ts';
import { newId } from '../operations/identifier.ts';
import { refusal } from '../principals/authorisation.rules.ts';
import { contextOf, sendJson, signedIn } from '../request.ts';

/** What the address of a template to keep says beside its kind. */
export const TemplateAddress = z.strictObject({
  unitId: z.uuid(),
  validFrom: PlainDate,
  source: z.string().trim().min(1).max(300),
});
export const PaperQuestion = z.strictObject({ on: PlainDate });
export const TemplateQuestion = PaperQuestion.extend({ unitId: z.uuid().optional() });

/** Room for the form around the file. */
const formOverhead = 64 * 1024;

/** Forms of Circular 14/2024/TT-BCA: filled in, and the wordings that provinces put in place of the delivered ones. */
@Injectable()
export class FormRoutes {
  constructor(
    private readonly client: Client,
    private readonly files: Files,
  ) {}

  async register(api: FastifyInstance): Promise<void> {
    await api.register(multipart, {
      throwFileSizeLimit: false,
      limits: { fileSize: templateLimit + 1, files: 2, fields: 0, parts: 2 },
    });
    const asked = { config: { allow: 'signed-in' as const }, compress: false as const };
    api.get('/papers/:kind/:of.docx', asked, (request, reply) => this.make(request, reply));
    api.get('/paper-templates/:kind.docx', asked, (request, reply) => this.open(request, reply));
    api.route({
      method: 'POST',
      url: '/paper-templates/:kind',
      bodyLimit: templateLimit + formOverhead,
      config: { allow: keepPaperTemplate.allow as 'setting.write' },
      handler: (request, reply) => this.keep(request, reply),
    });
  }

  private async make(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const asked = makePaper.input.safeParse({
      ...(request.params as object),
      ...(request.query as object),
    });
    if (!asked.success) throw invalidInput(asked.error);
    const permission = paperSubjects[paperKinds[asked.data.kind].of];
    const refused = refusal(permission, signedIn(request));
    if (refused) throw problem(refused, { permission });
    const { file } = await this.client.call(makePaper, asked.data, contextOf(request));
    return this.send(reply, file);
  }

  private async open(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const asked = openPaperTemplate.input.safeParse({
      ...(request.params as object),
      ...(request.query as object),
    });
    if (!asked.success) throw invalidInput(asked.error);
    const { file } = await this.client.call(openPaperTemplate, asked.data, contextOf(request));
    return this.send(reply, file);
  }

  private async keep(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const kind = PaperKind.safeParse((request.params as { kind: string }).kind);
    const address = TemplateAddress.safeParse(request.query);
    if (!address.success) throw invalidInput(address.error);
    if (!kind.success) throw invalidInput(kind.error);
    if (!request.isMultipart()) throw problem('upload-missing');
    const id = newId(`paper template ${kind.data}`, request);
    const { file } = await receiveUpload(request, this.files, templateLimit);
    try {
      const command = { id, kind: kind.data, ...address.data, file };
      const kept = await this.client.fetch(keepPaperTemplate, command, contextOf(request));
      return sendJson(reply, 201, kept);
    } finally {
      await this.files.delete(file).catch(() => {});
    }
  }

  /** What was put into the object store for this answer; small, and whole before the first byte goes out. */
  private async send(
    reply: FastifyReply,
    file: Parameters<Files['get']>[0],
  ): Promise<FastifyReply> {
    const bytes = await this.files.read(file);
    await this.files.delete(file).catch(() => {});
    return reply
      .header('content-type', docx)
      .header('content-disposition', attachment(file.name))
      .header('cache-control', 'private, no-store')
      .send(Buffer.from(bytes));
  }
}

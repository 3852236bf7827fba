import {
  keepPaperTemplate,
  openPaperTemplate,
  PaperKind,
  problem,
  templateLimit,
} from '@antt/contracts';
import { PlainDate } from '@antt/kernel';
import { Client, Files, invalidInput } from '@antt/service-kit';
import multipart from '@fastify/multipart';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sendOnce } from '../imports/stored-file.ts';
import { receiveUpload } from '../imports/upload.ts';
import { newId } from '../operations/identifier.ts';
import { contextOf, sendJson } from '../request.ts';

/** What the address of a template to keep says beside its kind. */
export const TemplateAddress = z.strictObject({
  unitId: z.uuid(),
  validFrom: PlainDate,
  source: z.string().trim().min(1).max(300),
});
export const TemplateQuestion = z.strictObject({ on: PlainDate, unitId: z.uuid().optional() });

/** Room for the form around the file. */
const formOverhead = 64 * 1024;

/** Wordings of the forms of Circular 14/2024/TT-BCA: to take, and to put in place of the delivered ones. */
@Injectable()
export class PaperTemplateRoutes {
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
    api.get('/paper-templates/:kind.docx', asked, (request, reply) => this.open(request, reply));
    api.route({
      method: 'POST',
      url: '/paper-templates/:kind',
      bodyLimit: templateLimit + formOverhead,
      config: { allow: keepPaperTemplate.allow as 'setting.write' },
      handler: (request, reply) => this.keep(request, reply),
    });
  }

  private async open(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const asked = openPaperTemplate.input.safeParse({
      ...(request.params as object),
      ...(request.query as object),
    });
    if (!asked.success) throw invalidInput(asked.error);
    const { file } = await this.client.call(openPaperTemplate, asked.data, contextOf(request));
    return sendOnce(reply, file, await this.files.take(file));
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
}

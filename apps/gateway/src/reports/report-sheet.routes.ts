import {
  getInstallation,
  getReportSheet,
  problem,
  sheetLimit,
  SheetQuestion,
  takeReportSheet,
} from '@antt/contracts';
import { Client, Files, invalidInput } from '@antt/service-kit';
import multipart from '@fastify/multipart';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { attachment, xlsx } from '../imports/stored-file.ts';
import { receiveUpload } from '../imports/upload.ts';
import { newId } from '../operations/identifier.ts';
import { contextOf, sendJson } from '../request.ts';

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** What the address of a workbook says beside its period. */
export const SheetAddress = SheetQuestion.omit({ periodId: true });
export const SheetSending = SheetAddress.extend({
  dryRun: flag,
  confirmed: flag.default(false),
  reason: takeReportSheet.input.shape.reason,
});

/** Room for the form around the file. */
const formOverhead = 64 * 1024;

/** Reports of a period as a workbook: to fill in, and to send back with each finding at its cell. */
@Injectable()
export class ReportSheetRoutes {
  constructor(
    private readonly client: Client,
    private readonly files: Files,
  ) {}

  async register(api: FastifyInstance): Promise<void> {
    await api.register(multipart, {
      throwFileSizeLimit: false,
      limits: { fileSize: sheetLimit + 1, files: 2, fields: 0, parts: 2 },
    });
    const mayRead = { config: { allow: getReportSheet.allow as 'report.read' }, compress: false };
    api.get('/report-sheets/:periodId.xlsx', mayRead as object, (request, reply) =>
      this.write(request, reply),
    );
    api.route({
      method: 'POST',
      url: '/report-sheets/:periodId',
      bodyLimit: sheetLimit + formOverhead,
      config: { allow: takeReportSheet.allow as 'report.write' },
      handler: (request, reply) => this.take(request, reply),
    });
  }

  private async write(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const {
      success,
      data: asked,
      error,
    } = SheetQuestion.safeParse({
      ...(request.params as object),
      ...(request.query as object),
    });
    if (!success) throw invalidInput(error);
    const context = contextOf(request);
    const [sheet, { kind }] = await Promise.all([
      this.client.call(getReportSheet, asked, context),
      this.client.call(getInstallation, {}, context),
    ]);
    // A heavy library that few requests need.
    const { reportWorkbook } = await import('./report-workbook.ts');
    return reply
      .header('content-type', xlsx)
      .header(
        'content-disposition',
        attachment(`bao-cao-${sheet.period.kindCode}-${sheet.period.name}.xlsx`),
      )
      .send(await reportWorkbook(sheet, kind === 'demo'));
  }

  private async take(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const period = SheetQuestion.pick({ periodId: true }).safeParse(request.params);
    const sending = SheetSending.safeParse(request.query);
    if (!period.success) throw invalidInput(period.error);
    if (!sending.success) throw invalidInput(sending.error);
    if (!request.isMultipart()) throw problem('upload-missing');
    const id = newId(`report sheet ${period.data.periodId}`, request);
    const { file } = await receiveUpload(request, this.files, sheetLimit);
    try {
      const command = { id, ...period.data, ...sending.data, file };
      const taken = await this.client.fetch(takeReportSheet, command, contextOf(request));
      return sendJson(reply, 200, taken);
    } finally {
      await this.files.delete(file).catch(() => {});
    }
  }
}

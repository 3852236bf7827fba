import {
  beginPaymentFiles,
  getInstallation,
  getPaymentBatch,
  holds,
  keepPaymentFiles,
  makePayPaper,
  type Permission,
  problem,
  revealPayments,
} from '@antt/contracts';
import { Client, Files, invalidInput } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { streamCsv } from '../exports/csv.ts';
import { streamWorkbook } from '../exports/workbook.ts';
import { text } from '../exports/workbook-text.ts';
import { attachment, sendOnce, xlsx } from '../imports/stored-file.ts';
import { contextOf, signedIn } from '../request.ts';
import { bankFile } from './bank-file.ts';
import { BatchFiles } from './batch-files.ts';
import { writeBundle } from './write-bundle.ts';
import { treasurySummary } from './treasury-summary.ts';

const OneBatch = z.strictObject({ id: z.uuid(), number: z.coerce.number().int().min(1) });
export const ListQuestion = z.strictObject({ communeId: z.uuid().optional() });
export const AnnexQuestion = z.strictObject({ communeId: z.uuid() });
export const SlipQuestion = z.strictObject({
  communeId: z.uuid().optional(),
  personId: z.uuid().optional(),
});
export const RevealReason = z.strictObject({ reason: revealPayments.input.shape.reason });
export const BundleReason = RevealReason.partial();

/** Files that a batch is paid by: lists, the bank's file, the treasury's summary, papers, all in one bundle. */
@Injectable()
export class PaymentRoutes {
  constructor(
    private readonly client: Client,
    private readonly files: Files,
  ) {}

  register(api: FastifyInstance): void {
    const allow = ({ allow: permission }: { allow: string }) => ({
      config: { allow: permission as Permission },
      compress: false as const,
    });
    const batch = '/payrolls/:id/batches/:number';
    api.get(`${batch}/list.xlsx`, allow(getPaymentBatch), (request, reply) =>
      this.list(request, reply),
    );
    api.get(`${batch}/treasury.xlsx`, allow(getPaymentBatch), (request, reply) =>
      this.treasury(request, reply),
    );
    api.get(`${batch}/annex.docx`, allow(makePayPaper), (request, reply) =>
      this.annex(request, reply),
    );
    api.get('/payrolls/:id/payslips.docx', allow(makePayPaper), (request, reply) =>
      this.slips(request, reply),
    );
    // Commands, not questions: who asked and why is written down, and what the files were is kept.
    api.post(`${batch}/bank-file.csv`, allow(revealPayments), (request, reply) =>
      this.bank(request, reply),
    );
    api.post(`${batch}/bundle.zip`, allow(keepPaymentFiles), (request, reply) =>
      this.bundle(request, reply),
    );
  }

  private async list(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { communeId } = parsed(ListQuestion, request.query);
    const batch = await this.batch(request);
    const name = `danh-sach-chi-${batch.title}.xlsx`;
    return send(reply, xlsx, name, streamWorkbook(batch.list(communeId)));
  }

  private async treasury(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const batch = await this.batch(request);
    const list = treasurySummary(batch.answer, batch.marks);
    return send(reply, xlsx, `tong-hop-kho-bac-${batch.title}.xlsx`, streamWorkbook(list));
  }

  private async bank(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { reason } = parsed(RevealReason, request.body ?? {});
    const batch = await this.batch(request);
    const { first, rows } = await batch.orders(reason);
    return send(
      reply.header('cache-control', 'no-store'),
      'text/csv; charset=utf-8',
      batch.bankName,
      streamCsv(bankFile(first, rows), 'comma'),
    );
  }

  private async bundle(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { reason } = parsed(BundleReason, request.body ?? {});
    const { answer } = await this.read(request);
    if (!answer.whole) throw problem('outside-area', { permission: 'payroll.write' });
    const batch = await this.batch(request);
    // Accounts are for who may be told them, and says why.
    const reveals = reason !== undefined && holds(signedIn(request), 'bank-file.read');
    const stream = writeBundle(batch, reveals ? reason : null);
    return send(
      reply.header('cache-control', 'no-store'),
      'application/zip',
      `ho-so-chi-${batch.title}.zip`,
      stream,
    );
  }

  private async annex(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { communeId } = parsed(AnnexQuestion, request.query);
    const { id: payrollId, number } = parsed(OneBatch, request.params);
    const context = contextOf(request);
    await this.client.call(beginPaymentFiles, { payrollId, number }, context);
    const asked = { kind: 'payment-annex', payrollId, batch: number, communeId } as const;
    const { file } = await this.client.call(makePayPaper, asked, context);
    return sendOnce(reply, file, await this.files.take(file));
  }

  private async slips(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { id: payrollId } = parsed(OneBatch.pick({ id: true }), request.params);
    const asked = { kind: 'payslip', payrollId, ...parsed(SlipQuestion, request.query) } as const;
    const { file } = await this.client.call(makePayPaper, asked, contextOf(request));
    return sendOnce(reply, file, await this.files.take(file));
  }

  /** The batch for who is given a file of it: from now on nobody is taken out. */
  private async batch(request: FastifyRequest): Promise<BatchFiles> {
    const { id: payrollId, number } = parsed(OneBatch, request.params);
    await this.client.call(beginPaymentFiles, { payrollId, number }, contextOf(request));
    return this.read(request);
  }

  private async read(request: FastifyRequest): Promise<BatchFiles> {
    const { id: payrollId, number } = parsed(OneBatch, request.params);
    const context = contextOf(request);
    const [answer, { kind }] = await Promise.all([
      this.client.call(getPaymentBatch, { payrollId, number }, context),
      this.client.call(getInstallation, {}, context),
    ]);
    const illustrative = answer.illustrative || kind === 'demo';
    const marks = illustrative ? [text.illustrative] : [];
    return new BatchFiles(this.client, this.files, context, payrollId, answer, marks);
  }
}

function parsed<T>(schema: z.ZodType<T>, given: unknown): T {
  const { success, data, error } = schema.safeParse(given);
  if (!success) throw invalidInput(error);
  return data;
}

const send = (reply: FastifyReply, type: string, name: string, stream: NodeJS.ReadableStream) =>
  reply.header('content-type', type).header('content-disposition', attachment(name)).send(stream);

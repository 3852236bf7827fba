import {
  compareQuotas,
  getDraft,
  getInstallation,
  getPayroll,
  listPayrollLines,
  makePaper,
  paperKinds,
  paperSubjects,
  type Permission,
  problem,
} from '@antt/contracts';
import { PlainDate } from '@antt/kernel';
import { Client, Files, invalidInput } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { streamWorkbook } from '../exports/workbook.ts';
import { text } from '../exports/workbook-text.ts';
import { attachment, docx, sendOnce, xlsx } from '../imports/stored-file.ts';
import { refusal } from '../principals/authorisation.rules.ts';
import { contextOf, signedIn } from '../request.ts';
import { comparisonList } from './comparison-list.ts';
import { runList } from './payment-list.ts';

export const PaperQuestion = z.strictObject({ on: PlainDate });
export const PaymentQuestion = z.strictObject({ id: z.uuid(), within: z.uuid().optional() });

/** Papers of the office: the draft of a decision, the comparison of two, Forms 01 to 08 filled in. */
@Injectable()
export class PaperRoutes {
  constructor(
    private readonly client: Client,
    private readonly files: Files,
  ) {}

  register(api: FastifyInstance): void {
    const allow = (operation: { allow: string }) => ({
      config: { allow: operation.allow as Permission },
      compress: false as const,
    });
    api.get('/drafts/:id/decision.docx', allow(getDraft), (request, reply) =>
      this.decision(request, reply),
    );
    const signedInOnly = { config: { allow: 'signed-in' as const }, compress: false as const };
    api.get('/papers/:kind/:of.docx', signedInOnly, (request, reply) => this.make(request, reply));
    api.get('/quotas/comparison.xlsx', allow(compareQuotas), (request, reply) =>
      this.comparison(request, reply),
    );
    api.get('/payrolls/:id/export.xlsx', allow(listPayrollLines), (request, reply) =>
      this.payments(request, reply),
    );
  }

  private async decision(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const asked = getDraft.input.safeParse(request.params);
    if (!asked.success) throw invalidInput(asked.error);
    const context = contextOf(request);
    const [draft, { kind }] = await Promise.all([
      this.client.call(getDraft, asked.data, context),
      this.client.call(getInstallation, {}, context),
    ]);
    // A heavy library that few requests need.
    const { decisionPaper } = await import('./decision-paper.ts');
    const name = draft.number ?? `du-thao-${draft.effectiveFrom}`;
    return reply
      .header('content-type', docx)
      .header('content-disposition', attachment(`${name.replaceAll('/', '-')}.docx`))
      .send(await decisionPaper(draft, kind === 'demo'));
  }

  private async comparison(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const asked = compareQuotas.input.safeParse(request.query);
    if (!asked.success) throw invalidInput(asked.error);
    const context = contextOf(request);
    const [answer, { kind }] = await Promise.all([
      this.client.call(compareQuotas, asked.data, context),
      this.client.call(getInstallation, {}, context),
    ]);
    const list = comparisonList(answer, kind === 'demo' ? [text.illustrative] : []);
    return reply
      .header('content-type', xlsx)
      .header('content-disposition', attachment(`so-sanh-${answer.from.on}-${answer.to.on}.xlsx`))
      .send(streamWorkbook(list));
  }

  /** A commune's list, or that of all communes of the run that the asker may see. */
  private async payments(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const asked = PaymentQuestion.safeParse({
      ...(request.params as object),
      ...(request.query as object),
    });
    if (!asked.success) throw invalidInput(asked.error);
    const context = contextOf(request);
    const { id, within } = asked.data;
    const run = await this.client.call(getPayroll, { id }, context);
    // Asked for page by page while the file is written: a province's list never lies in memory. All pages are of
    // one calculation: a run that is calculated again meanwhile breaks the file off.
    const seen = run.calculatedAt ? { seen: run.calculatedAt } : {};
    const pages = (cursor: string | undefined) =>
      this.client.call(
        listPayrollLines,
        { id, limit: 1000, ...seen, ...(within && { within }), ...(cursor && { cursor }) },
        { ...context, deadline: Date.now() + 30_000 },
      );
    const list = await runList(run, pages, within !== undefined);
    return reply
      .header('content-type', xlsx)
      .header('content-disposition', attachment(`chi-tra-${run.month}.xlsx`))
      .send(streamWorkbook(list));
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
    return sendOnce(reply, file, await this.files.take(file));
  }
}

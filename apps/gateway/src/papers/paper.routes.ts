import {
  compareQuotas,
  CompiledQuestion,
  getCompiledReport,
  getDraft,
  getInstallation,
  getPayroll,
  listPayrollLines,
  makePaper,
  openPaperTemplate,
  paperKinds,
  paperSubjects,
  type Permission,
  problem,
} from '@antt/contracts';
import { PlainDate, today } from '@antt/kernel';
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

/** Papers of the office: the draft of a decision, the comparison of two, Forms 01 to 08 filled in, compiled reports. */
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
    api.get('/compiled-report.docx', allow(getCompiledReport), (request, reply) =>
      this.compiled(request, reply),
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

  /** Figures of activity in the wording that personnel keeps for the unit, the province's own or the delivered one. */
  private async compiled(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const asked = CompiledQuestion.safeParse(request.query);
    if (!asked.success) throw invalidInput(asked.error);
    const context = contextOf(request);
    const [report, { kind: installed }] = await Promise.all([
      this.client.call(getCompiledReport, asked.data, context),
      this.client.call(getInstallation, {}, context),
    ]);
    const { compiledPaper, compiledPaperKind } = await import('./compiled-paper.ts');
    const [kind, on] = [compiledPaperKind[report.span], today()];
    const template = { kind, unitId: report.units[0]!.id, on };
    const { file } = await this.client.call(openPaperTemplate, template, context);
    const about = { on, demo: installed === 'demo' };
    const bytes = compiledPaper(report, await this.files.take(file), about);
    const name = `bao-cao-tong-hop-${report.kindCode}-${report.window.name}.docx`;
    return sendOnce(reply, { ...file, name }, bytes);
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

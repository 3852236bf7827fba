import {
  getCoverage,
  getInstallation,
  getMe,
  getUnit,
  listInstruments,
  listQuotas,
  type Permission,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Client, type Context, invalidInput } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { attachment, xlsx } from '../imports/stored-file.ts';
import { contextOf } from '../request.ts';
import { CoverageExport, coverageList } from './coverage-list.ts';
import { QuotaExport, quotaList } from './quota-list.ts';
import { type List, streamWorkbook } from './workbook.ts';
import { fullName, text } from './workbook-text.ts';

/** Lists to keep or print, within the caller's area like the answers they are made of. */
@Injectable()
export class ExportRoutes {
  constructor(private readonly client: Client) {}

  register(api: FastifyInstance): void {
    const allow = (operation: { allow: string }) => ({
      config: { allow: operation.allow as Permission },
      compress: false as const,
    });
    api.get('/coverage.xlsx', allow(getCoverage), (request, reply) =>
      this.coverage(request, reply),
    );
    api.get('/quotas.xlsx', allow(listQuotas), (request, reply) => this.quotas(request, reply));
  }

  private async coverage(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { success, data: asked, error } = CoverageExport.safeParse(request.query);
    if (!success) throw invalidInput(error);
    const context = contextOf(request);
    const { on, within, level } = asked;
    const [answer, lines] = await Promise.all([
      this.client.call(getCoverage, { on, within, level }, context),
      this.linesOf(asked, context),
    ]);
    return send(reply, text.coverage.file(on), coverageList(answer, asked, lines));
  }

  private async quotas(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { success, data: asked, error } = QuotaExport.safeParse(request.query);
    if (!success) throw invalidInput(error);
    const context = contextOf(request);
    const [answer, numbers, lines] = await Promise.all([
      this.client.call(listQuotas, asked, context),
      this.instrumentNumbers(context),
      this.linesOf(asked, context),
    ]);
    const number = asked.instrumentId && numbers.get(asked.instrumentId);
    const about = number ? [text.quota.of(number), ...lines] : lines;
    return send(reply, text.quota.file(asked.on), quotaList(answer, numbers, about));
  }

  /** The lines under the title: the day, the place, and that demo figures are no real ones. */
  private async linesOf(
    { on, within }: { on: PlainDate; within?: string },
    context: Partial<Context>,
  ): Promise<string[]> {
    const [{ kind }, place] = await Promise.all([
      this.client.call(getInstallation, {}, context),
      within ? this.placeOf(within, on, context) : null,
    ]);
    return [
      ...(place ? [text.place(place)] : []),
      text.asOf(on),
      ...(kind === 'demo' ? [text.illustrative] : []),
    ];
  }

  private async placeOf(id: string, on: PlainDate, context: Partial<Context>): Promise<string> {
    const { areas } = await this.client.call(getMe, {}, context);
    const area = areas.find((mine) => mine.id === id);
    return area?.name ?? fullName(await this.client.call(getUnit, { id, on }, context));
  }

  private async instrumentNumbers(context: Partial<Context>): Promise<Map<string, string>> {
    const numbers = new Map<string, string>();
    let cursor: string | null | undefined;
    do {
      const asked = { limit: 500, ...(cursor ? { cursor } : {}) };
      const page = await this.client.call(listInstruments, asked, context);
      for (const { id, number } of page.items) numbers.set(id, number);
      cursor = page.nextCursor;
    } while (cursor);
    return numbers;
  }
}

function send<Row>(reply: FastifyReply, name: string, list: List<Row>): FastifyReply {
  return reply
    .header('content-type', xlsx)
    .header('content-disposition', attachment(name))
    .send(streamWorkbook(list));
}

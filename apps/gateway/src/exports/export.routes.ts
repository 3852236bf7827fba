import {
  getAllowanceTotals,
  getCoverage,
  getForceStatistics,
  getInstallation,
  getMe,
  getUnit,
  holds,
  listEquipmentNeeds,
  listInstruments,
  listQuotas,
  type Measured,
  type Permission,
} from '@antt/contracts';
import { daysOf, Period, type PlainDate, today } from '@antt/kernel';
import { Client, type Context, invalidInput } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { attachment, xlsx } from '../imports/stored-file.ts';
import { contextOf, signedIn } from '../request.ts';
import { allowanceList } from './allowance-list.ts';
import { CoverageExport, coverageList } from './coverage-list.ts';
import { withWork } from './work-in-unit.ts';
import { type Separator, streamCsv } from './csv.ts';
import {
  type ExportedList,
  exportedLists,
  type Format,
  placeOf,
  type Row,
} from './exported-list.ts';
import { streamGeoJson } from './geojson.ts';
import { filterLines, listOf, questionOf } from './list.rules.ts';
import { allRows, each } from './list-pages.ts';
import { subjectLines } from './list-subject.ts';
import { listText } from './list-text.ts';
import { QuotaExport, quotaList } from './quota-list.ts';
import { type List, streamWorkbook } from './workbook.ts';
import { fullName, text } from './workbook-text.ts';

type Asked = { request: FastifyRequest; query: Row; on: PlainDate; lines: string[] };
type Made = { file: string; list: List<never> };

/** Lists to keep or print, within the caller's area like the answers they are made of. */
@Injectable()
export class ExportRoutes {
  constructor(private readonly client: Client) {}

  register(api: FastifyInstance): void {
    for (const list of exportedLists) {
      for (const format of list.formats) {
        const allow = list.operation.allow as Permission;
        api.get(
          `${list.route}.${format}`,
          { config: { allow }, compress: false },
          (request, reply) => this.answer(list, format, request, reply),
        );
      }
    }
  }

  private async answer(
    list: ExportedList,
    format: Format,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { question: query, separator } = questionOf(list, format, request);
    const context = contextOf(request);
    const days = inDays(query);
    const on = days.on ?? days.to ?? today();
    const lines = [
      ...(await subjectLines(this.client, list.route, query, context)),
      ...(await this.linesOf(days, context)),
    ];
    const made = await this.make(list, { request, query, on, lines });
    return this.send(reply, format, list, made as Made, { on, context, separator });
  }

  private make(list: ExportedList, asked: Asked): Promise<Made> {
    if (list.operation === getCoverage) return this.coverage(asked);
    if (list.operation === listQuotas) return this.quotas(asked);
    if (list.operation === listEquipmentNeeds) return this.needs(list, asked);
    if (list.operation === getAllowanceTotals) return this.allowances(list, asked);
    if (list.operation === getForceStatistics) return this.force(list, asked);
    return this.anyList(list, asked);
  }

  private async anyList(list: ExportedList, { request, query, on, lines }: Asked): Promise<Made> {
    const pages = await allRows(this.client, list.operation, query, contextOf(request));
    const rows = query.by === 'area' ? await this.named(pages, contextOf(request)) : each(pages);
    const file = `${listText[list.route]!.file}-${on}`;
    const { shown, total } = pages;
    const about = [
      ...lines,
      ...filterLines(list.route, query),
      ...(shown < total ? [text.first(shown, total)] : []),
    ];
    const made = listOf(list, rows, about, mayOf(request));
    return { file, list: made as unknown as List<never> };
  }

  /** The needs of communes, and of each kind together. */
  private async needs(list: ExportedList, asked: Asked): Promise<Made> {
    const made = await this.anyList(list, asked);
    const { totals } = await this.client.call(
      listEquipmentNeeds,
      { ...asked.query, limit: 1 } as never,
      contextOf(asked.request),
    );
    const named = totals.map((total) => ({ commune: { name: text.total }, ...total }));
    return { ...made, list: { ...made.list, totals: named as never[] } };
  }

  /** Groups that are areas of the caller are called by the names the caller gave them. */
  private async named(
    pages: AsyncIterable<Row[]>,
    context: Partial<Context>,
  ): Promise<AsyncIterable<Row>> {
    const { areas } = await this.client.call(getMe, {}, context);
    return (async function* () {
      for await (const row of each(pages)) {
        const group = row.group as Row;
        yield { ...row, group: { ...group, name: areas.find(({ id }) => id === group.id)?.name } };
      }
    })();
  }

  private async coverage({ request, query, lines }: Asked): Promise<Made> {
    const { success, data: asked, error } = CoverageExport.safeParse(query);
    if (!success) throw invalidInput(error);
    const { on, within, level, metric, work, restate, apportioning } = asked;
    const context = contextOf(request);
    const question = { on, within, level, restate, apportioning };
    const answer = await this.client.call(getCoverage, question, context);
    const items =
      metric === 'work' && !restate
        ? await withWork(this.client, answer.items, { on, within, level, work }, context)
        : answer.items;
    const list: List<Measured> = coverageList({ ...answer, items }, asked, lines);
    return { file: text.coverage.file(on), list: list as unknown as List<never> };
  }

  /** The figures of the window with the total that the service counts: nobody is in it twice. */
  private async force(list: ExportedList, { request, query, lines }: Asked): Promise<Made> {
    const { from, to, items, total } = await this.client.call(
      getForceStatistics,
      query as never,
      contextOf(request),
    );
    const about = [...lines, ...filterLines(list.route, { from, to })];
    const { columns, ...rest } = listOf(list, each([items] as never), about, mayOf(request));
    const [number, unit, ...figures] = columns;
    const totalled = figures.map((one) => ({ ...one, total: one.cell(total, 0) }));
    const made = { ...rest, columns: [number!, { ...unit!, total: text.total }, ...totalled] };
    return { file: `${listText[list.route]!.file}-${to}`, list: made as unknown as List<never> };
  }

  private async allowances(list: ExportedList, { request, query, lines }: Asked): Promise<Made> {
    const answer = await this.client.call(getAllowanceTotals, query as never, contextOf(request));
    const made = allowanceList(list, answer, query, lines, mayOf(request));
    const file = `${listText[list.route]!.file}-${String(query.to)}`;
    return { file, list: made as unknown as List<never> };
  }

  private async quotas({ request, query, lines }: Asked): Promise<Made> {
    const { success, data: asked, error } = QuotaExport.safeParse(query);
    if (!success) throw invalidInput(error);
    const context = contextOf(request);
    const [answer, numbers] = await Promise.all([
      this.client.call(listQuotas, asked, context),
      this.instrumentNumbers(context),
    ]);
    const number = asked.instrumentId && numbers.get(asked.instrumentId);
    const about = number ? [text.quota.of(number), ...lines] : lines;
    const list = quotaList(answer, asked, numbers, about) as unknown as List<never>;
    return { file: text.quota.file(asked.on), list };
  }

  private send(
    reply: FastifyReply,
    format: Format,
    { route }: ExportedList,
    { file, list }: Made,
    asked: { on: PlainDate; context: Partial<Context>; separator: Separator },
  ): FastifyReply {
    const place = placeOf[route] as never;
    const [type, stream] = {
      xlsx: () => [xlsx, streamWorkbook(list)] as const,
      csv: () => ['text/csv; charset=utf-8', streamCsv(list, asked.separator)] as const,
      geojson: () =>
        [
          'application/geo+json',
          streamGeoJson(list, place, { client: this.client, ...asked }),
        ] as const,
    }[format]();
    return reply
      .header('content-type', type)
      .header('content-disposition', attachment(`${file}.${format}`))
      .send(stream);
  }

  /** The lines under the title: the day, the place, and that demo figures are no real ones. */
  private async linesOf(
    { on, from, to, within }: Days,
    context: Partial<Context>,
  ): Promise<string[]> {
    const [{ kind }, place] = await Promise.all([
      this.client.call(getInstallation, {}, context),
      within ? this.placeOf(within, on ?? to ?? today(), from, context) : null,
    ]);
    return [
      ...(place ? [text.place(place)] : []),
      ...(on ? [text.asOf(on)] : []),
      ...(kind === 'demo' ? [text.illustrative] : []),
    ];
  }

  /** A unit that no longer stands on the last day of a list has the name of the first. */
  private async placeOf(
    id: string,
    on: PlainDate,
    first: PlainDate | undefined,
    context: Partial<Context>,
  ): Promise<string> {
    const { areas } = await this.client.call(getMe, {}, context);
    const area = areas.find((mine) => mine.id === id);
    if (area) return area.name;
    const asked = this.client.call(getUnit, { id, on }, context);
    const unit = await asked.catch((cause: unknown) => {
      if (first === undefined) throw cause;
      return this.client.call(getUnit, { id, on: first }, context);
    });
    return fullName(unit);
  }

  private async instrumentNumbers(context: Partial<Context>): Promise<Map<string, string>> {
    const numbers = new Map<string, string>();
    const pages = await allRows(this.client, listInstruments, {}, context);
    for await (const { id, number } of each(pages)) numbers.set(String(id), String(number));
    return numbers;
  }
}

type Days = { on?: PlainDate; from?: PlainDate; to?: PlainDate; within?: string };

/** What a list is about in days: of months the first day of each. */
function inDays(query: Row): Days {
  const day = (name: string) => {
    const value = query[name];
    return Period.safeParse(value).success ? { [name]: daysOf(value as Period).from } : {};
  };
  return { ...(query as Days), ...day('from'), ...day('to') };
}

/** What the asker may do, in whatever area. */
function mayOf(request: FastifyRequest): (permission: Permission) => boolean {
  return (permission) => holds(signedIn(request), permission);
}

import {
  CoverageMetric,
  frameMap,
  getCoverage,
  getExtent,
  getInstallation,
  getMe,
  getUnit,
  listOutlines,
  listUnits,
  type Measured,
  type Permission,
  problem,
} from '@antt/contracts';
import { type Input, PlainDate, today } from '@antt/kernel';
import { Client, type Context, invalidInput } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { attachment } from '../imports/stored-file.ts';
import { contextOf } from '../request.ts';
import { islandFrame } from './map-drawing.ts';
import type { Outline } from './map-paper.ts';
import { layoutOf, scaleNumber, shownBox } from './map-paper.rules.ts';
import { mapText } from './map-paper-text.ts';
import { AnyWorkKind, withWork, workName } from './work-in-unit.ts';
import { fullName } from './workbook-text.ts';

/** A map on paper: of what, how large, and what stands above and below it. */
export const MapPaperQuestion = z.strictObject({
  on: PlainDate,
  within: z.uuid().optional(),
  metric: CoverageMetric.default('coverage'),
  /** The kind that a map of work counts; all kinds without one. */
  work: AnyWorkKind.optional(),
  level: z.enum(['province', 'district', 'commune']).default('commune'),
  paper: z.enum(['A4', 'A3']).default('A4'),
  orientation: z.enum(['landscape', 'portrait']).default('landscape'),
  title: z.string().trim().min(1).max(200).optional(),
  /** Issuing body: with it the sheet has the heading of Decree 30/2020/ND-CP. */
  issuer: z.string().trim().min(1).max(120).optional(),
  /** Title of who signs. */
  signer: z.string().trim().min(1).max(120).optional(),
});
type Question = z.infer<typeof MapPaperQuestion>;

/** The map of the day as a PDF in lines, at a scale that is true on the paper. */
@Injectable()
export class MapPaperRoutes {
  constructor(private readonly client: Client) {}

  register(api: FastifyInstance): void {
    const allow = getCoverage.allow as Permission;
    api.get('/coverage/map.pdf', { config: { allow }, compress: false }, (request, reply) =>
      this.answer(request, reply),
    );
  }

  private async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { success, data: asked, error } = MapPaperQuestion.safeParse(request.query);
    if (!success) throw invalidInput(error);
    const context = contextOf(request);
    const { on, within, level, metric, work } = asked;
    const of = { on, ...(within ? { within } : {}) };
    const frame = await this.client.call(frameMap, of, context);
    if (!frame.projection || !frame.box) throw problem('boundary-not-found', { on });
    const layout = layoutOf(asked.paper, asked.orientation, asked.issuer !== undefined);
    const scale = scaleNumber(frame.box, layout.map);
    const shown = {
      ...of,
      projection: frame.projection,
      box: shownBox(frame.box, layout.map, scale),
      // half a tenth of a millimetre of paper
      tolerance: scale * 0.00005,
    };
    const counted = metric === 'work';
    const counting = counted && work ? workName(work) : null;
    const [rows, { sources }, { kind }, { place, province }, outlines, ...lines] =
      await Promise.all([
        this.rows({ ...of, level }, counted ? { work } : null, context),
        this.client.call(getExtent, of, context),
        this.client.call(getInstallation, {}, context),
        this.placeOf(within, on, context),
        this.outlines({ ...shown, level }, context),
        ...(['district', 'province'] as const)
          .filter((line) => line !== level && !(level === 'province' && line === 'district'))
          .map(async (line) => ({
            level: line,
            outlines: await this.outlines({ ...shown, level: line }, context),
          })),
      ]);
    const islands = frame.islands || !within ? await this.islands(asked, context) : null;
    // A heavy library that few requests need.
    const { streamMapPaper } = await import('./map-paper.ts');
    const pdf = streamMapPaper({
      on,
      today: today(),
      metric,
      level,
      counting,
      title: asked.title ?? mapText.of(metric, province, counting),
      place,
      issuer: asked.issuer ?? null,
      signer: asked.signer ?? null,
      layout,
      scale,
      box: frame.box,
      meridian: frame.projection.lon,
      rows,
      outlines,
      lines,
      islands,
      sources,
      demo: kind === 'demo',
    });
    return reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', attachment(`${mapText.file(on)}.pdf`))
      .send(pdf);
  }

  /** Coverage, with what waits in its units where the map counts that. */
  private async rows(
    question: Input<typeof getCoverage>,
    counted: { work: AnyWorkKind | undefined } | null,
    context: Partial<Context>,
  ): Promise<Measured[]> {
    const { items } = await this.client.call(getCoverage, question, context);
    return counted ? withWork(this.client, items, { ...question, ...counted }, context) : items;
  }

  private islands({ on, level }: Question, context: Partial<Context>): Promise<Outline[]> {
    return this.outlines({ on, level, ...islandFrame, tolerance: 200 }, context);
  }

  private async outlines(
    question: Omit<Input<typeof listOutlines>, 'limit' | 'cursor'>,
    context: Partial<Context>,
  ): Promise<Outline[]> {
    const all: Outline[] = [];
    let cursor: string | null = null;
    do {
      const asked = { ...question, limit: 1_000, ...(cursor ? { cursor } : {}) };
      const page: { items: Outline[]; nextCursor: string | null } = await this.client.call(
        listOutlines,
        asked,
        context,
      );
      all.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return all;
  }

  /** What is shown, as it is called, and the province that it lies in, where it is one. */
  private async placeOf(
    id: string | undefined,
    on: PlainDate,
    context: Partial<Context>,
  ): Promise<{ place: string | null; province: string | null }> {
    const { areas } = id ? await this.client.call(getMe, {}, context) : { areas: [] };
    const area = areas.find((mine) => mine.id === id);
    if (id && !area) {
      const unit = await this.client.call(getUnit, { id, on }, context);
      const over = [unit, ...unit.ancestors].find(({ level }) => level === 'province');
      return { place: fullName(unit), province: over ? fullName(over) : null };
    }
    const all = { on, level: 'province' as const, limit: 2 };
    const { items } = await this.client.call(listUnits, all, context);
    const [only, other] = items;
    return { place: area?.name ?? null, province: only && !other ? fullName(only) : null };
  }
}

import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';

/** A count measured on a day, with where it comes from. */
export const Figure = z.object({
  kind: z.enum(['households', 'population', 'population-with-temporary', 'area-km2']),
  value: z.number(),
  measuredOn: PlainDate,
  source: z.string(),
});
export type Figure = z.infer<typeof Figure>;

export const listFigures = operation('organisation.figure.list', {
  http: 'GET /units/:id/figures',
  allow: 'unit.read',
  summary: 'Every figure ever recorded about a unit, latest first',
  input: z.strictObject({ id: z.uuid() }),
  output: pageOf(Figure),
});

/** A figure is named by its unit, kind and day; saying the same again changes nothing. */
export const recordFigure = operation('organisation.figure.record', {
  http: 'POST /units/:id/figures',
  allow: 'unit.write',
  summary:
    'Record what was counted in a unit on a day; `corrects` replaces what stands for that day',
  input: z.strictObject({
    id: z.uuid(),
    kind: Figure.shape.kind,
    value: z.number().min(0).max(100_000_000),
    measuredOn: PlainDate,
    source: z.string().trim().min(1).max(300),
    corrects: z.boolean().default(false),
  }),
  output: Figure,
});

export const withdrawFigure = operation('organisation.figure.withdraw', {
  http: 'DELETE /units/:id/figures',
  allow: 'unit.write',
  summary: 'Take back a figure that was recorded by mistake',
  input: z.strictObject({ id: z.uuid(), kind: Figure.shape.kind, measuredOn: PlainDate }),
  output: z.object({ withdrawn: z.boolean() }),
});

const told = Figure.extend({ unitId: z.uuid(), was: z.number().nullable() });
export const figureRecorded = event('organisation.figure-recorded.v1', told);
export const figureWithdrawn = event('organisation.figure-withdrawn.v1', told.omit({ was: true }));

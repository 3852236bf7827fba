import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { CommuneRef } from './commune-ref.ts';

const text = (longest: number) => z.string().trim().max(longest);

/**
 * Who sends a team on duty where and when: an assignment in its area, or a mobilisation (Law 30/2023/QH15
 * Art. 9, 12, 23.2.d). Outside the area the mobilising body is named and pays for transport, meals and lodging
 * (law BR-54). In an emergency the order names the grade of hazard (Decree 190/2026 Art. 3, law BR-98).
 */
export const DutyOrder = z.object({
  id: z.uuid(),
  communeId: z.uuid(),
  kind: z.enum(['assignment', 'mobilisation']),
  /** Who ordered it. */
  body: text(200).min(1),
  number: text(80),
  signedOn: PlainDate,
  /** First and last day. */
  from: PlainDate,
  to: PlainDate,
  place: text(300).min(1),
  task: text(500),
  outOfArea: z.boolean(),
  mobilisingBody: text(200).min(1).nullable(),
  hazardGrade: z.int().min(1).max(3).nullable(),
});
export type DutyOrder = z.infer<typeof DutyOrder>;

export const listDutyOrders = operation('personnel.duty-order.list', {
  http: 'GET /duty-orders',
  allow: 'duty.read',
  summary: 'Orders to be on duty that touch the days asked about',
  input: z.strictObject({ from: PlainDate, to: PlainDate, within: z.uuid().optional() }),
  output: pageOf(DutyOrder.extend({ commune: CommuneRef.nullable() })),
});

export const recordDutyOrder = operation('personnel.duty-order.record', {
  http: 'POST /duty-orders',
  allow: 'duty.approve',
  summary: 'Record an assignment or a mobilisation',
  input: DutyOrder.extend({
    number: DutyOrder.shape.number.default(''),
    task: DutyOrder.shape.task.default(''),
    outOfArea: z.boolean().default(false),
    mobilisingBody: DutyOrder.shape.mobilisingBody.default(null),
    hazardGrade: DutyOrder.shape.hazardGrade.default(null),
  }).strict(),
  output: DutyOrder,
});

export const dutyOrdered = event('personnel.duty-ordered.v1', DutyOrder);

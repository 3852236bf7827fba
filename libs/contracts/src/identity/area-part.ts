import { event, operation, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { UnitKind } from '../organisation/unit.ts';

/**
 * A unit that an act made of an area's land and of other's. The area does not follow into it by itself: somebody
 * decides whether it holds the unit from that day on.
 */
export const AreaPart = z.object({
  id: z.uuid(),
  area: z.object({ id: z.uuid(), name: z.string() }),
  /** As it is called on the day; without a name where nobody knows the unit any more. */
  unit: z.object({ id: z.uuid(), name: z.string(), kind: UnitKind.nullable() }),
  on: PlainDate,
  reorganisationId: z.uuid(),
});
export type AreaPart = z.infer<typeof AreaPart>;

/** Taken into the area, or left out of it for good. */
export const AreaPartDecision = z.enum(['take', 'leave']);
export type AreaPartDecision = z.infer<typeof AreaPartDecision>;

export const listAreaParts = operation('identity.area-part.list', {
  http: 'GET /area-parts',
  allow: 'account.read',
  summary: 'Units that acts made partly of areas inside mine, and about which nobody has decided',
  input: z.strictObject({ reorganisationId: z.uuid().optional() }),
  output: z.object({ items: z.array(AreaPart) }),
  deadline: 5_000,
});

export const decideAreaPart = operation('identity.area-part.decide', {
  http: 'POST /area-parts/:id/decisions',
  allow: 'account.write',
  summary: 'Take a unit into the area from the day of the act, or leave it out',
  input: z.strictObject({ id: z.uuid(), decision: AreaPartDecision }),
  output: z.object({ id: z.uuid(), decision: AreaPartDecision }),
});

export const areaPartDecided = event(
  'identity.area-part-decided.v1',
  z.object({
    areaId: z.uuid(),
    name: z.string(),
    unitId: z.uuid(),
    reorganisationId: z.uuid(),
    decision: AreaPartDecision,
  }),
);

import { event, operation } from '@antt/kernel';
import { z } from 'zod';
import { UnitKind } from '../organisation/unit.ts';
import { AreaUnit } from '../principal.ts';

/**
 * A dated set of units that a role is held in: a former district, a police area, a finance cluster.
 * No level is built in; after 1 July 2025 there is no district tier.
 */
export const Area = z.object({
  id: z.uuid(),
  name: z.string().trim().min(1).max(120),
  /** The whole installation, whatever units it has or will have. */
  whole: z.boolean(),
  units: z.array(AreaUnit),
});
export type Area = z.infer<typeof Area>;

export const listAreas = operation('identity.area.list', {
  http: 'GET /areas',
  allow: 'account.read',
  summary: 'Areas inside mine',
  input: z.strictObject({}),
  output: z.object({
    items: z.array(
      Area.extend({
        unitNames: z.record(z.string(), z.string()),
        /** A name alone does not say which: `xã Tân Sơn` and `phường Tân Sơn`. */
        unitKinds: z.record(z.string(), UnitKind),
      }),
    ),
  }),
  deadline: 5_000,
});

export const createArea = operation('identity.area.create', {
  http: 'POST /areas',
  allow: 'account.write',
  summary: 'Make an area from units and dates',
  input: z.strictObject({
    id: z.uuid(),
    name: Area.shape.name,
    units: z.array(AreaUnit).min(1).max(1000),
  }),
  output: Area,
});

export const setAreaUnits = operation('identity.area.set-units', {
  http: 'PUT /areas/:id/units',
  allow: 'account.write',
  summary: 'Replace the dated units of an area',
  input: z.strictObject({ id: z.uuid(), units: z.array(AreaUnit).min(1).max(1000) }),
  output: Area,
});

/** A unit that came to an area, or left it, with the days and the name that it has today. */
const ChangedUnit = AreaUnit.extend({ name: z.string() });

export const areaChanged = event(
  'identity.area-changed.v1',
  z.object({
    areaId: z.uuid(),
    /** How many units the area holds now. */
    units: z.number().int(),
    name: z.string().optional(),
    /** A unit whose days changed was removed with the old ones and added with the new. */
    added: z.array(ChangedUnit).optional(),
    removed: z.array(ChangedUnit).optional(),
  }),
);

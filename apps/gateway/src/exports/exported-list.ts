import { type FeatureCollection, operations } from '@antt/contracts';
import type { Operation } from '@antt/kernel';
import type { Place } from './geojson.ts';
import { listText } from './list-text.ts';

export const Format = ['xlsx', 'csv', 'geojson'] as const;
export type Format = (typeof Format)[number];

export type Row = Record<string, unknown>;

/** A list that can be kept as a file, and the formats it has. */
export type ExportedList = { route: string; operation: Operation; formats: readonly Format[] };

const unit = ({ id, level }: Row): Place => ({
  collection: `${String(level)}s` as FeatureCollection,
  id: String(id),
});
const of =
  (collection: FeatureCollection, id = 'id') =>
  (row: Row): Place => ({ collection, id: String(row[id]) });
const itsUnit = ({ unit: row }: Row) => unit(row as Row);
/** Of a thing that a row names together with its id. */
const named =
  (collection: FeatureCollection, name: string) =>
  (row: Row): Place => ({ collection, id: String((row[name] as Row).id) });

/** Lists whose rows have a place on the map. */
export const placeOf: Readonly<Record<string, (row: Row) => Place>> = {
  '/consolidations': of('villages'),
  '/consolidations/communes': named('communes', 'unit'),
  '/consolidations/decisions': named('communes', 'commune'),
  '/coverage': itsUnit,
  '/coverage/gaps': itsUnit,
  '/duty-orders': of('communes', 'communeId'),
  '/editing-closures': of('communes', 'communeId'),
  '/equipment': of('teams', 'teamId'),
  '/equipment-shortages': named('teams', 'team'),
  '/proposals': of('communes', 'unitId'),
  '/quotas/norms': itsUnit,
  '/quotas': of('communes', 'unitId'),
  '/recruitments': of('communes', 'communeId'),
  '/teams': of('teams'),
  '/transitions': of('communes', 'unitId'),
  '/units': unit,
  '/workplaces': of('workplaces'),
};

/** Every list of the contracts that has a title in `listText`. */
export const exportedLists: readonly ExportedList[] = operations.flatMap((operation) => {
  const [method, route] = operation.http?.split(' ') ?? [];
  if (method !== 'GET' || !route || !Object.hasOwn(listText, route)) return [];
  const formats = Format.filter((format) => format !== 'geojson' || Object.hasOwn(placeOf, route));
  return [{ route, operation, formats }];
});

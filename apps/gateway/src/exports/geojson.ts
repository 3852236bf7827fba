import { type Feature, type FeatureCollection, listFeatures } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import type { Client, Context } from '@antt/service-kit';
import { Readable } from 'node:stream';
import type { Column, List, Value } from './workbook.ts';
import { text } from './workbook-text.ts';

/** Where a row of a list lies: the collection it belongs to, and the id of its place in it. */
export type Place = { collection: FeatureCollection; id: string };
type Shapes = Map<string, Feature['geometry']>;
type Asking = { client: Client; on: PlainDate; context: Partial<Context> };

/** Rows whose places are asked for at once. */
const together = 200;

/** A list as GeoJSON (RFC 7946), its columns as properties under their headings. */
export function streamGeoJson<Row>(
  list: List<Row>,
  placeOf: (row: Row) => Place,
  asking: Asking,
): Readable {
  return Readable.from(chunks(list, placeOf, asking));
}

async function* chunks<Row>(
  { columns, rows }: List<Row>,
  placeOf: (row: Row) => Place,
  asking: Asking,
) {
  const told = columns.filter(({ heading }) => heading !== text.number);
  yield '{"type":"FeatureCollection","features":[';
  let separator = '\n';
  for await (const some of batches(rows)) {
    const shapes = await shapesOf(some.map(placeOf), asking);
    for (const row of some) {
      yield separator + JSON.stringify(featureOf(row, told, placeOf(row), shapes));
      separator = ',\n';
    }
  }
  yield '\n]}\n';
}

function featureOf<Row>(row: Row, columns: Column<Row>[], { id }: Place, shapes: Shapes): Feature {
  const properties = Object.fromEntries(
    columns.map(({ heading, cell }) => [heading, plain(cell(row, 0))]),
  );
  return { type: 'Feature', id, geometry: shapes.get(id) ?? null, properties };
}

function plain(value: Value): string | number | null {
  if (value === null || typeof value !== 'object') return value;
  return 'day' in value ? value.day : value.moment;
}

async function* batches<Row>(rows: List<Row>['rows']) {
  let some: Row[] = [];
  for await (const row of rows) {
    some.push(row);
    if (some.length < together) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

/** The geometries of some places; the service answers less at once where outlines are large. */
async function shapesOf(places: Place[], { client, on, context }: Asking): Promise<Shapes> {
  const shapes: Shapes = new Map();
  for (const collection of new Set(places.map((place) => place.collection))) {
    const wanted = places.filter((place) => place.collection === collection);
    const ids = [...new Set(wanted.map(({ id }) => id))];
    let cursor: string | null = null;
    do {
      const asked = { collection, on, ids, limit: 1_000, ...(cursor ? { cursor } : {}) };
      const page: { items: Feature[]; nextCursor: string | null } = await client.call(
        listFeatures,
        asked,
        context,
      );
      for (const { id, geometry } of page.items) shapes.set(id, geometry);
      cursor = page.nextCursor;
    } while (cursor);
  }
  return shapes;
}

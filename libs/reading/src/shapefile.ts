import { parseDbf, parseShp } from 'shpjs';
import { readArchive } from './archive.ts';
import { positionsOf } from './boundary-geometry.rules.ts';
import type { ReadingLimits } from './reading-limit.ts';
import { listed, UnreadableFile } from './reading-problem.ts';

/** What a shapefile holds, still in its own coordinates. */
export interface Shapefile {
  features: { properties: Record<string, unknown>; geometry: unknown }[];
  /** The .prj, null where there is none. */
  wkt: string | null;
  /** Features (from 0) of which shpjs could not place every ring. */
  torn: number[];
}

const parts = /^(?!__MACOSX\/).*\.(?:shp|dbf|prj|cpg)$/iu;

/** Reads a zipped shapefile. shpjs trusts what it reads, so sizes and counts are checked around it. */
export async function readShapefile(bytes: Uint8Array, limits: ReadingLimits): Promise<Shapefile> {
  const files = await readArchive(bytes, (name) => parts.test(name), limits);
  const shapes = [...files.keys()].filter((name) => /\.shp$/iu.test(name));
  const [shape] = shapes;
  if (!shape) throw new UnreadableFile('shapefile-missing', { part: '.shp' });
  if (shapes.length > 1) throw new UnreadableFile('shapefile-several', { names: listed(shapes) });
  const beside = (extension: string) => {
    const wanted = shape.toLowerCase().replace(/shp$/u, extension);
    return [...files].find(([name]) => name.toLowerCase() === wanted)?.[1];
  };
  const dbf = beside('dbf');
  if (!dbf) throw new UnreadableFile('shapefile-missing', { part: '.dbf' });
  const shp = viewOf(files.get(shape) ?? new Uint8Array());
  const table = attributeTable(dbf, beside('cpg'));
  const pointCounts = recordsOf(shp, limits);
  if (pointCounts.length !== table.count) {
    const members = { shapes: pointCounts.length, rows: table.count };
    throw new UnreadableFile('shapefile-parts-disagree', members);
  }
  const prj = beside('prj');
  const wkt = prj ? new TextDecoder().decode(prj).replace(/^\ufeff/u, '') : null;
  try {
    const geometries = parseShp(shp);
    const rows = parseDbf(table.view, table.encoding);
    const features = geometries.map((geometry, index) => ({
      properties: rows[index] ?? {},
      geometry,
    }));
    if (features.length !== table.count) throw new UnreadableFile('shapefile-damaged');
    const torn = features.flatMap(({ geometry }, index) =>
      pointsOf(geometry) === pointCounts[index] ? [] : [index],
    );
    return { features, wkt, torn };
  } catch {
    throw new UnreadableFile('shapefile-damaged');
  }
}

const viewOf = (bytes: Uint8Array) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function pointsOf(geometry: { type: string } | null): number {
  if (geometry === null) return 0;
  return positionsOf(geometry as Parameters<typeof positionsOf>[0]).length;
}

/** Kinds of shape, with heights (10 more) or measures (20 more). */
const kinds: Readonly<Record<number, string>> = {
  1: 'Point',
  3: 'LineString',
  5: 'Polygon',
  8: 'MultiPoint',
};

/** Number of points of each record; shpjs stops without a word where a record is cut off. */
function recordsOf(shp: DataView, limits: ReadingLimits): number[] {
  if (shp.byteLength < 100 || shp.getInt32(0) !== 9994)
    throw new UnreadableFile('shapefile-damaged');
  const code = shp.getInt32(32, true);
  const kind = kinds[code % 10] ?? String(code);
  if (kind !== 'Polygon') throw new UnreadableFile('geometry-kind-wrong', { kind });
  const counts: number[] = [];
  let points = 0;
  let at = 100;
  while (at < shp.byteLength) {
    const size = at + 8 <= shp.byteLength ? shp.getInt32(at + 4) * 2 : -1;
    if (size < 4 || at + 8 + size > shp.byteLength) throw new UnreadableFile('shapefile-damaged');
    const isEmpty = shp.getInt32(at + 8, true) === 0;
    if (!isEmpty && size < 44) throw new UnreadableFile('shapefile-damaged');
    const count = isEmpty ? 0 : shp.getInt32(at + 8 + 40, true);
    if (count < 0 || count * 16 > size) throw new UnreadableFile('shapefile-damaged');
    counts.push(count);
    points += count;
    at += 8 + size;
  }
  refuseTooMany(counts.length, points, limits);
  return counts;
}

/** More outlines or corners than any country has. */
export function refuseTooMany(features: number, points: number, limits: ReadingLimits): void {
  if (features > limits.features) {
    throw new UnreadableFile('too-many-rows', { rows: features, limit: limits.features });
  }
  if (points > limits.points) throw new UnreadableFile('too-many-cells', { limit: limits.points });
}

interface AttributeTable {
  view: DataView;
  count: number;
  encoding: string;
}

/** The .dbf, its header brought to the length that shpjs takes for granted. */
function attributeTable(dbf: Uint8Array, cpg: Uint8Array | undefined): AttributeTable {
  const view = viewOf(dbf);
  if (dbf.length < 33) throw new UnreadableFile('shapefile-damaged');
  const count = view.getUint32(4, true);
  const headerSize = view.getUint16(8, true);
  const rowSize = view.getUint16(10, true);
  let fields = 0;
  while (32 * (fields + 1) < headerSize && dbf[32 * (fields + 1)] !== 0x0d) fields += 1;
  const plainSize = 32 * (fields + 1) + 1;
  const isWhole = headerSize >= plainSize && headerSize + count * rowSize <= dbf.length;
  if (fields === 0 || rowSize < 2 || !isWhole) throw new UnreadableFile('shapefile-damaged');
  const rows = dbf.subarray(headerSize, headerSize + count * rowSize);
  // a row marked as deleted still has its shape: leaving it out would shift all that follow
  for (let row = 0; row < count; row += 1) {
    if (rows[row * rowSize] === 0x2a) throw new UnreadableFile('shapefile-has-deleted-rows');
  }
  const plain = Buffer.concat([dbf.subarray(0, plainSize), rows]);
  plain.writeUInt16LE(plainSize, 8);
  return { view: viewOf(plain), count, encoding: encodingOf(rows, cpg) };
}

/** The encoding the .cpg names; without one the text must be UTF-8, or every name would be a guess. */
function encodingOf(rows: Uint8Array, cpg: Uint8Array | undefined): string {
  const named = cpg ? new TextDecoder().decode(cpg).trim() : '';
  const page = /(?:^|\D)(\d{3,5})$/u.exec(named)?.[1];
  const label =
    page === '65001' ? 'utf-8' : page?.startsWith('125') ? `windows-${page}` : named || 'utf-8';
  try {
    new TextDecoder(label, { fatal: true }).decode(rows);
    return label;
  } catch {
    throw new UnreadableFile('text-encoding-unknown', { encoding: named || '–' });
  }
}

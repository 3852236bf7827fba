import { zipSync } from 'fflate';

type Ring = readonly (readonly [number, number])[];

/** One record of a made shapefile: rings as the format wants them, outer ones clockwise. */
export interface FixtureShape {
  rings: readonly Ring[];
  attributes: Readonly<Record<string, string>>;
}

export interface FixtureOptions {
  prj?: string;
  cpg?: string;
  /** Encodes attribute text; UTF-8 unless said. */
  encode?: (text: string) => Uint8Array;
}

/** A zipped shapefile with text attributes, for tests. */
export function shapefileOf(
  shapes: readonly FixtureShape[],
  options: FixtureOptions = {},
): Uint8Array {
  return zipSync(shapefileParts(shapes, options));
}

export function shapefileParts(
  shapes: readonly FixtureShape[],
  { prj, cpg, encode = (text) => new TextEncoder().encode(text) }: FixtureOptions = {},
): Record<string, Uint8Array> {
  const parts: Record<string, Uint8Array> = {
    'ranh_gioi.shp': shpOf(shapes),
    'ranh_gioi.dbf': dbfOf(shapes, encode),
  };
  if (prj !== undefined) parts['ranh_gioi.prj'] = new TextEncoder().encode(prj);
  if (cpg !== undefined) parts['ranh_gioi.cpg'] = new TextEncoder().encode(cpg);
  return parts;
}

function shpOf(shapes: readonly FixtureShape[]): Uint8Array {
  const records = shapes.map(({ rings }, index) => {
    const points = rings.flat();
    const size = 44 + 4 * rings.length + 16 * points.length;
    const record = Buffer.alloc(8 + size);
    record.writeInt32BE(index + 1, 0);
    record.writeInt32BE(size / 2, 4);
    record.writeInt32LE(5, 8);
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].forEach((value, place) =>
      record.writeDoubleLE(value, 12 + 8 * place),
    );
    record.writeInt32LE(rings.length, 44);
    record.writeInt32LE(points.length, 48);
    let start = 0;
    rings.forEach((ring, place) => {
      record.writeInt32LE(start, 52 + 4 * place);
      start += ring.length;
    });
    points.forEach(([x, y], place) => {
      record.writeDoubleLE(x, 52 + 4 * rings.length + 16 * place);
      record.writeDoubleLE(y, 60 + 4 * rings.length + 16 * place);
    });
    return record;
  });
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994, 0);
  header.writeInt32BE((100 + records.reduce((sum, { length }) => sum + length, 0)) / 2, 24);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(5, 32);
  return Buffer.concat([header, ...records]);
}

function dbfOf(shapes: readonly FixtureShape[], encode: (text: string) => Uint8Array): Uint8Array {
  const names = Object.keys(shapes[0]?.attributes ?? {});
  const width = 60;
  const header = Buffer.alloc(32 * (names.length + 1) + 1);
  header[0] = 3;
  header.writeUInt32LE(shapes.length, 4);
  header.writeUInt16LE(header.length, 8);
  header.writeUInt16LE(1 + width * names.length, 10);
  names.forEach((name, index) => {
    header.write(name, 32 * (index + 1), 'latin1');
    header.write('C', 32 * (index + 1) + 11, 'latin1');
    header[32 * (index + 1) + 16] = width;
  });
  header[header.length - 1] = 0x0d;
  const rows = shapes.map(({ attributes }) => {
    const row = Buffer.alloc(1 + width * names.length, 0x20);
    names.forEach((name, index) => row.set(encode(attributes[name] ?? ''), 1 + width * index));
    return row;
  });
  return Buffer.concat([header, ...rows, Buffer.from([0x1a])]);
}

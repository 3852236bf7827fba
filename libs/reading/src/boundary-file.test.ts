import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { type BoundaryFile, readBoundaryFile } from './boundary-file.ts';
import { namedOutlines } from './boundary-name.rules.ts';
import { crsOfChoice, crsOfUrn, crsOfWkt } from './crs.rules.ts';
import { matchUnits } from './match.rules.ts';
import { readingLimits } from './reading-limit.ts';
import { sharedFile, testOn } from './shared-fixture.ts';
import { type FixtureShape, shapefileOf, shapefileParts } from './shapefile-fixture.ts';

type Point = [number, number];
/** A square, clockwise as outer rings of a shapefile are. */
const square = (x: number, y: number, size: number): Point[] => [
  [x, y],
  [x, y + size],
  [x + size, y + size],
  [x + size, y],
  [x, y],
];
const hole = (x: number, y: number, size: number) => square(x, y, size).reverse();
const geojson = (geometry: unknown, more = {}) =>
  strToU8(
    JSON.stringify({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: { code: '07201', name: 'Thọ Xương' }, geometry }],
      ...more,
    }),
  );
const polygon = (...coordinates: unknown[]) => ({ type: 'Polygon', coordinates });
const told = ({ problems }: BoundaryFile) => problems.map(({ code, at }) => `${code} ${at}`);

const geographic =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const vn2000 =
  'GEOGCS["GCS_VN_2000",DATUM["D_Vietnam_2000",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const projected = (base: string, meridian: number, scale: number, unit = 'UNIT["Meter",1.0]') =>
  `PROJCS["Rieng_${meridian}",${base},PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}.0],PARAMETER["Scale_Factor",${scale}],PARAMETER["Latitude_Of_Origin",0.0],${unit}]`;
const tm107 = projected(vn2000, 107, 0.9999);

const shapes: FixtureShape[] = [
  { rings: [square(395_000, 2_350_000, 4_000)], attributes: { MAXA: '07201', TENXA: 'Thọ Xương' } },
  {
    rings: [
      square(400_000, 2_350_000, 4_000),
      hole(401_000, 2_351_000, 1_000),
      square(410_000, 2_350_000, 500),
    ],
    attributes: { MAXA: '07202', TENXA: 'Ngô Quyền' },
  },
];

test('a GeoJSON gives its outlines in WGS84, heights left out', async () => {
  const ring = square(106.2, 21.2, 0.1).map(([x, y]) => [x, y, 12.5]);
  const file = await readBoundaryFile(geojson(polygon(ring)));
  expect(file).toEqual({
    features: [
      {
        at: '#1',
        properties: { code: '07201', name: 'Thọ Xương' },
        geometry: { type: 'Polygon', coordinates: [square(106.2, 21.2, 0.1)] },
      },
    ],
    crs: { kind: 'epsg', code: 4326, name: 'WGS 84' },
    problems: [],
  });
});

test('the crs member of older files is heeded', async () => {
  const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3405' } };
  const file = await readBoundaryFile(geojson(polygon(square(600_000, 2_350_000, 900)), { crs }));
  expect(file.problems).toEqual([]);
  expect(file.crs).toMatchObject({ kind: 'epsg', code: 3405 });
  const strange = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::2154' } };
  const other = await readBoundaryFile(geojson(polygon(square(1, 1, 1)), { crs: strange }));
  expect(told(other)).toEqual(['crs-unknown null']);
});

test('a zipped shapefile gives outlines, holes, attributes and its VN-2000 TM-3 system', async () => {
  const file = await readBoundaryFile(shapefileOf(shapes, { prj: tm107, cpg: 'UTF-8' }));
  expect(file.problems).toEqual([]);
  expect(file.crs).toMatchObject({ kind: 'proj', name: 'VN-2000 / TM-3 107°00′' });
  expect(file.crs).toMatchObject({ proj4: expect.stringContaining('+lon_0=107 +k=0.9999') });
  expect(file.crs).toMatchObject({ proj4: expect.stringContaining('+towgs84=-191.90441429,') });
  expect(file.features.map(({ properties }) => properties)).toEqual(
    shapes.map(({ attributes }) => attributes),
  );
  expect(file.features[0]?.geometry).toEqual({
    type: 'Polygon',
    coordinates: [square(395_000, 2_350_000, 4_000)],
  });
  expect(file.features[1]?.geometry).toEqual({
    type: 'MultiPolygon',
    coordinates: [
      [square(400_000, 2_350_000, 4_000), hole(401_000, 2_351_000, 1_000)],
      [square(410_000, 2_350_000, 500)],
    ],
  });
});

test.each([
  ['WGS84 degrees', geographic, { code: 4326 }],
  ['VN-2000 degrees', vn2000, { code: 4756 }],
  ['VN-2000 UTM 48N', projected(vn2000, 105, 0.9996), { code: 3405 }],
  ['VN-2000 UTM 49N', projected(vn2000, 111, 0.9996), { code: 3406 }],
  ['WGS84 UTM 48N', projected(geographic, 105, 0.9996), { code: 32_648 }],
  ['VN-2000 TM-3', tm107, { kind: 'proj' }],
])('the .prj of %s is understood', (_, wkt, crs) => {
  expect(crsOfWkt(wkt)).toMatchObject({ crs, doubtful: false });
});

test('a 3-degree zone on WGS84 is doubted, other systems are unknown', () => {
  expect(crsOfWkt(projected(geographic, 107, 0.9999))).toMatchObject({ doubtful: true });
  const named = projected(geographic, 107, 0.9999).replace('Rieng_107', 'VN2000_BacGiang');
  expect(crsOfWkt(named)).toMatchObject({
    crs: { name: 'VN-2000 / TM-3 107°00′' },
    doubtful: true,
  });
  expect(crsOfWkt(projected(vn2000, 107, 0.9999, 'UNIT["Foot_US",0.3048006]'))).toBeNull();
  expect(
    crsOfWkt('GEOGCS["Hanoi 1972",DATUM["Hanoi_1972",SPHEROID["Krassovsky",6378245,298.3]]]'),
  ).toBeNull();
  expect(crsOfWkt('LOCAL_CS["Nonearth"]')).toBeNull();
  expect(crsOfUrn('urn:ogc:def:crs:OGC:1.3:CRS84')).toMatchObject({ code: 4326 });
  expect(crsOfUrn('EPSG:9214')).toEqual(crsOfChoice('vn2000-tm3-107.00'));
});

test('a doubtful datum is told with the file, not taken in silence', async () => {
  const prj = projected(geographic, 107, 0.9999);
  const file = await readBoundaryFile(shapefileOf(shapes, { prj }));
  expect(file.problems).toMatchObject([{ code: 'crs-datum-doubtful', name: 'Rieng_107' }]);
  expect(file.crs).toMatchObject({ kind: 'proj', proj4: expect.stringContaining('+datum=WGS84') });
});

test('without a .prj the user is asked; a choice that differs from the file is taken with a warning', async () => {
  const silent = await readBoundaryFile(shapefileOf(shapes));
  expect(silent.crs).toBeNull();
  expect(told(silent)).toEqual(['crs-missing null']);
  const chosen = await readBoundaryFile(shapefileOf(shapes), 'vn2000-tm3-107.00');
  expect(chosen.problems).toEqual([]);
  expect(chosen.crs).toEqual(crsOfWkt(tm107)?.crs);
  const other = await readBoundaryFile(shapefileOf(shapes, { prj: tm107 }), 'vn2000-tm3-106.25');
  expect(other.crs).toMatchObject({ name: 'VN-2000 / TM-3 106°15′' });
  expect(other.problems).toMatchObject([
    { code: 'crs-differs', severity: 'warning', named: 'VN-2000 / TM-3 107°00′' },
  ]);
});

test.each([
  ['metres called degrees', square(400_000, 2_350_000, 9), geographic, 'coordinates-not-degrees'],
  ['degrees called metres', square(106, 21, 1), tm107, 'coordinates-not-metres'],
  ['latitude before longitude', square(21, 106, 1), geographic, 'coordinates-swapped'],
  ['northing before easting', square(2_350_000, 400_000, 9), tm107, 'coordinates-swapped'],
  ['another country', square(2, 48, 1), geographic, 'outside-vietnam'],
])('%s is a problem with the coordinate system', async (_, ring, prj, code) => {
  const file = await readBoundaryFile(
    shapefileOf([{ rings: [ring], attributes: { TEN: 'A' } }], { prj }),
  );
  expect(told(file)).toEqual([`${code} null`]);
});

test('one outline that lies elsewhere is told by its number', async () => {
  const rings = [square(106, 21, 1), square(2, 48, 1)];
  const made = rings.map((ring) => ({ rings: [ring], attributes: { TEN: 'A' } }));
  const file = await readBoundaryFile(shapefileOf(made, { prj: geographic }));
  expect(told(file)).toEqual(['outside-vietnam #2']);
});

test.each([
  ['no geometry', null, 'geometry-missing'],
  ['a point', { type: 'Point', coordinates: [106, 21] }, 'geometry-kind-wrong'],
  ['an open ring', polygon(square(106, 21, 1).slice(0, 4)), 'geometry-broken'],
  [
    'two corners',
    polygon([
      [106, 21],
      [107, 21],
      [106, 21],
    ]),
    'geometry-broken',
  ],
  [
    'a word for a number',
    polygon(square(106, 21, 1).with(1, ['x', 21] as unknown as Point)),
    'geometry-broken',
  ],
  ['nothing inside', polygon(), 'geometry-missing'],
])('%s is a problem of its feature', async (_, geometry, code) => {
  const file = await readBoundaryFile(geojson(geometry));
  expect(told(file)).toEqual([`${code} #1`]);
  expect(file.features).toEqual([]);
});

test('names in windows-1258 are read as their .cpg says, and without it refused', async () => {
  // "Hòa" in windows-1258: `Ho` + combining grave (0xcc) + `a`
  const encode = (text: string) =>
    text === 'Hòa' ? new Uint8Array([0x48, 0x6f, 0xcc, 0x61]) : strToU8(text);
  const made = [{ rings: [square(106, 21, 1)], attributes: { TEN: 'Hòa' } }];
  for (const cpg of ['1258', 'CP1258', 'ANSI 1258', 'windows-1258']) {
    const file = await readBoundaryFile(shapefileOf(made, { prj: geographic, cpg, encode }));
    expect(file.features[0]?.properties).toEqual({ TEN: 'Hòa' });
  }
  const silent = await readBoundaryFile(shapefileOf(made, { prj: geographic, encode }));
  expect(told(silent)).toEqual(['text-encoding-unknown null']);
});

test.each<[string, (parts: Record<string, Uint8Array>) => void, string]>([
  ['without .dbf', (parts) => delete parts['ranh_gioi.dbf'], 'shapefile-missing'],
  ['without .shp', (parts) => delete parts['ranh_gioi.shp'], 'shapefile-missing'],
  ['two layers', (parts) => (parts['x.shp'] = new Uint8Array(4)), 'shapefile-several'],
  ['cut off', (parts) => cut(parts, 'ranh_gioi.shp', -20), 'shapefile-damaged'],
  [
    'cut off between records',
    (parts) => cut(parts, 'ranh_gioi.shp', 100 + 8 + 128),
    'shapefile-parts-disagree',
  ],
  ['with a cut table', (parts) => cut(parts, 'ranh_gioi.dbf', -100), 'shapefile-damaged'],
  [
    'claiming four billion rows',
    (parts) => view(parts, 'ranh_gioi.dbf').setUint32(4, 4e9, true),
    'shapefile-damaged',
  ],
  [
    'with rows of no size',
    (parts) => view(parts, 'ranh_gioi.dbf').setUint16(10, 0, true),
    'shapefile-damaged',
  ],
  [
    'with a deleted row',
    (parts) => view(parts, 'ranh_gioi.dbf').setUint8(32 * 3 + 1, 0x2a),
    'shapefile-has-deleted-rows',
  ],
  [
    'of lines',
    (parts) => view(parts, 'ranh_gioi.shp').setInt32(32, 3, true),
    'geometry-kind-wrong',
  ],
  [
    'claiming endless points',
    (parts) => view(parts, 'ranh_gioi.shp').setInt32(148, 2e9, true),
    'shapefile-damaged',
  ],
])('a shapefile %s is refused by name', async (_, spoil, code) => {
  const parts = shapefileParts(shapes, { prj: tm107 });
  spoil(parts);
  expect(told(await readBoundaryFile(zipSync(parts)))).toEqual([`${code} null`]);
});

test('a hole outside every outline is not dropped in silence', async () => {
  const rings = [
    square(400_000, 2_350_000, 900),
    hole(600_000, 2_350_000, 900),
    square(700_000, 2_350_000, 900),
    hole(100, 900_000, 5),
  ];
  const file = await readBoundaryFile(
    shapefileOf([{ rings, attributes: { TEN: 'A' } }], { prj: tm107 }),
  );
  expect(file.problems).toMatchObject([{ code: 'geometry-broken', at: '#1', reason: 'lost' }]);
});

test('other files, bombs and too many outlines are refused by name', async () => {
  expect(told(await readBoundaryFile(strToU8('{"type":"Feature"}')))).toEqual([
    'geojson-unreadable null',
  ]);
  expect(told(await readBoundaryFile(strToU8('{"type":')))).toEqual(['geojson-unreadable null']);
  expect(told(await readBoundaryFile(strToU8('null')))).toEqual(['geojson-unreadable null']);
  expect(told(await readBoundaryFile(new Uint8Array([0xff, 0xfe])))).toEqual([
    'file-not-utf8 null',
  ]);
  expect(
    told(await readBoundaryFile(strToU8('{"type":"FeatureCollection","features":[]}'))),
  ).toEqual(['table-empty null']);
  const bomb = zipSync({ 'a.shp': new Uint8Array(3_000_000) });
  const limits = { ...readingLimits, archiveBytes: 1_000_000 };
  expect(told(await readBoundaryFile(bomb, undefined, limits))).toEqual(['archive-too-large null']);
  const many = { ...readingLimits, points: 3 };
  expect(
    told(await readBoundaryFile(shapefileOf(shapes, { prj: tm107 }), undefined, many)),
  ).toEqual(['too-many-cells null']);
});

test('the attributes that name units are found under the names in use', async () => {
  const { features } = await readBoundaryFile(shapefileOf(shapes, { prj: tm107 }));
  expect(namedOutlines(features).rows).toEqual([
    { at: '#1', name: 'Thọ Xương', code: '07201', group: null, level: null },
    { at: '#2', name: 'Ngô Quyền', code: '07202', group: null, level: null },
  ]);
  const blank = features.map((feature) => ({ ...feature, properties: { MAU: 'đỏ' } }));
  expect(namedOutlines(blank).problems).toMatchObject([{ code: 'columns-wrong', unknown: 'MAU' }]);
});

testOn(
  ['geo/communes_pre2025.geojson'],
  'the 10,008 outlines of the country read and name their units',
  async () => {
    const file = await readBoundaryFile(readFileSync(sharedFile('geo/communes_pre2025.geojson')));
    expect(file.problems).toEqual([]);
    expect(file.features).toHaveLength(10_008);
    const { rows, problems } = namedOutlines(file.features);
    expect(problems).toEqual([]);
    const units = file.features.map(({ properties }) => ({
      id: String(properties['code']),
      code: String(properties['code']),
      name: String(properties['name']),
      kind: String(properties['type']).toLowerCase(),
      parentName: String(properties['district']),
    }));
    const isCommune = ({ kind }: { kind: string }) => kind !== 'huyện đảo';
    const communes = rows.filter((_, index) => isCommune(units[index] ?? { kind: '' }));
    expect(matchUnits(communes, units.filter(isCommune)).problems).toEqual([]);
  },
);

function cut(parts: Record<string, Uint8Array>, name: string, end: number): void {
  parts[name] = (parts[name] ?? new Uint8Array()).slice(0, end);
}

function view(parts: Record<string, Uint8Array>, name: string): DataView {
  const bytes = Uint8Array.from(parts[name] ?? []);
  parts[name] = bytes;
  return new DataView(bytes.buffer);
}

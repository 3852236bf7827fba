import type { CrsChoice, RowProblem } from '@antt/contracts';
import { isArchive } from './archive.ts';
import {
  boxOf,
  type Flaw,
  type Geometry,
  misplacement,
  outlineOf,
  positionsOf,
} from './boundary-geometry.rules.ts';
import { type Crs, crsOfChoice, crsOfUrn, crsOfWkt, sameCrs } from './crs.rules.ts';
import { utf8TextOf } from './csv.ts';
import { type ReadingLimits, readingLimits } from './reading-limit.ts';
import { rowProblem, UnreadableFile } from './reading-problem.ts';
import { readShapefile, refuseTooMany } from './shapefile.ts';
import { refuseBySize } from './workbook.ts';

export type { Geometry } from './boundary-geometry.rules.ts';
export type { Crs } from './crs.rules.ts';

export type Properties = Record<string, string | number | boolean | null>;

/** An outline as the file gives it, in the file's own coordinates; `at` is `#12` for the twelfth. */
export interface BoundaryFeature {
  at: string;
  properties: Properties;
  geometry: Geometry;
}

export interface BoundaryFile {
  features: BoundaryFeature[];
  /** What the coordinates mean; null where neither the file nor the user says it. */
  crs: Crs | null;
  problems: RowProblem[];
}

interface RawFile {
  features: { properties: unknown; geometry: unknown }[];
  crs: Crs | null;
  problems: RowProblem[];
  torn: readonly number[];
}

/**
 * Reads a GeoJSON or a zipped shapefile by its content. Nothing is transformed: PostGIS does that from
 * `crs`. A system the user chose is taken over the file's own, with a warning where they differ.
 */
export async function readBoundaryFile(
  bytes: Uint8Array,
  choice?: CrsChoice,
  limits: ReadingLimits = readingLimits,
): Promise<BoundaryFile> {
  try {
    refuseBySize(bytes, limits);
    const raw = isArchive(bytes) ? await rawShapefile(bytes, limits) : rawGeojson(bytes);
    return outlined(raw, choice, limits);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { features: [], crs: null, problems: [error.problem] };
  }
}

async function rawShapefile(bytes: Uint8Array, limits: ReadingLimits): Promise<RawFile> {
  const { features, wkt, torn } = await readShapefile(bytes, limits);
  if (wkt === null) return { features, crs: null, problems: [], torn };
  const name = /^\s*\w+\["([^"]*)"/u.exec(wkt)?.[1] ?? wkt.slice(0, 60);
  const found = crsOfWkt(wkt);
  if (!found)
    return { features, crs: null, problems: [rowProblem('crs-unknown', null, { name })], torn };
  const problems = found.doubtful ? [rowProblem('crs-datum-doubtful', null, { name })] : [];
  return { features, crs: found.crs, problems, torn };
}

/** GeoJSON is WGS84 by its standard (RFC 7946); the `crs` member of older files is heeded. */
function rawGeojson(bytes: Uint8Array): RawFile {
  const json = parsed(utf8TextOf(bytes));
  if (json?.['type'] !== 'FeatureCollection' || !Array.isArray(json['features'])) {
    throw new UnreadableFile('geojson-unreadable');
  }
  const features = (json['features'] as unknown[]).map((feature) => ({
    properties: (feature as { properties?: unknown } | null)?.properties,
    geometry: (feature as { geometry?: unknown } | null)?.geometry,
  }));
  const named = json['crs'] as { properties?: { name?: unknown } } | null | undefined;
  const name = String(named?.properties?.name ?? 'CRS84');
  const crs = crsOfUrn(name);
  const problems = crs ? [] : [rowProblem('crs-unknown', null, { name })];
  return { features, crs, problems, torn: [] };
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' ? (json as Record<string, unknown> | null) : null;
  } catch {
    throw new UnreadableFile('geojson-unreadable');
  }
}

function outlined(
  raw: RawFile,
  choice: CrsChoice | undefined,
  limits: ReadingLimits,
): BoundaryFile {
  const { crs, problems } = settledCrs(raw, choice);
  const features: BoundaryFeature[] = [];
  let points = 0;
  raw.features.forEach(({ properties, geometry }, index) => {
    const at = `#${index + 1}`;
    const outline: Geometry | Flaw = raw.torn.includes(index)
      ? { code: 'geometry-broken', reason: 'lost' }
      : outlineOf(geometry);
    if ('code' in outline) {
      const { code, ...members } = outline;
      problems.push(rowProblem(code, at, members));
      return;
    }
    points += positionsOf(outline).length;
    refuseTooMany(index + 1, points, limits);
    features.push({ at, properties: plainProperties(properties), geometry: outline });
  });
  if (raw.features.length === 0) problems.push(rowProblem('table-empty', null));
  if (crs) problems.push(...misplaced(features, crs));
  return { features, crs, problems };
}

function settledCrs(
  raw: RawFile,
  choice: CrsChoice | undefined,
): { crs: Crs | null; problems: RowProblem[] } {
  if (!choice) {
    const isMissing = raw.crs === null && raw.problems.length === 0;
    const problems = isMissing ? [rowProblem('crs-missing', null)] : [...raw.problems];
    return { crs: raw.crs, problems };
  }
  const crs = crsOfChoice(choice);
  if (!raw.crs || sameCrs(raw.crs, crs)) return { crs, problems: [] };
  const members = { chosen: crs.name, named: raw.crs.name };
  return { crs, problems: [rowProblem('crs-differs', null, members)] };
}

/** One problem for the file where every outline is off in the same way, else one for each. */
function misplaced(features: readonly BoundaryFeature[], crs: Crs): RowProblem[] {
  const off = features.flatMap(({ at, geometry }) => {
    const [x, y] = boxOf(geometry);
    const code = misplacement(boxOf(geometry), crs);
    return code ? [{ code, at, members: { crs: crs.name, x, y } }] : [];
  });
  const [first] = off;
  const isAll =
    first && off.length === features.length && off.every(({ code }) => code === first.code);
  if (isAll) return [rowProblem(first.code, null, first.members)];
  return off.map(({ code, at, members }) => rowProblem(code, at, members));
}

function plainProperties(properties: unknown): Properties {
  if (typeof properties !== 'object' || properties === null) return {};
  const pairs = Object.entries(properties).map(([key, value]): [string, Properties[string]] => [
    key.normalize('NFC'),
    plainValue(value),
  ]);
  return Object.fromEntries(pairs);
}

function plainValue(value: unknown): Properties[string] {
  if (typeof value === 'string') return value.normalize('NFC').trim();
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'boolean') return value;
  if (value === null || value === undefined) return null;
  return value instanceof Date ? dayOf(value) : JSON.stringify(value);
}

/** shpjs reads days as local midnight. */
function dayOf(date: Date): string | null {
  if (Number.isNaN(date.getTime())) return null;
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${date.getFullYear()}-${month}-${day}`;
}

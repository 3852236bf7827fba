import { type Level, type RowProblem, UnitKind } from '@antt/contracts';
import { kindsOf, type PlainDate, splitKind } from '@antt/kernel';
import type { ImportFile, Reading } from '@antt/service-kit';
import {
  codeField,
  type Columns,
  countField,
  dayField,
  decimalField,
  readTable,
  readWorkbook,
  rowProblem,
  type TableRow,
  textField,
} from '@antt/reading';
import { finding } from './row-problem.ts';
import type { UnitRow } from './unit-import.ts';
import { isProblem, levelColumn, withLevels } from './unit-level.ts';

/** Day of the census that `…_2019` columns of statistical lists count on. */
const census = '2019-04-01';

const columns = {
  level: levelColumn,
  code: { headers: ['Mã', 'Mã đơn vị', 'code'], required: true, field: codeField() },
  name: { headers: ['Tên', 'Tên đơn vị', 'name'], required: true, field: textField() },
  kind: { headers: ['Loại', 'Loại hình', 'kind', 'type'], field: textField(30) },
  parentCode: { headers: ['Mã cấp trên', 'parent_code'], field: codeField() },
  districtCode: { headers: ['Mã huyện', 'district_code'], field: codeField() },
  provinceCode: { headers: ['Mã tỉnh', 'province_code'], field: codeField() },
  households: { headers: ['Số hộ', 'households'], field: countField() },
  population: { headers: ['Dân số', 'Số nhân khẩu', 'population'], field: countField() },
  populationWithTemporary: {
    headers: ['Dân số cả tạm trú', 'population_with_temporary'],
    field: countField(),
  },
  areaKm2: {
    headers: ['Diện tích (km²)', 'Diện tích (km2)', 'area_km2'],
    field: decimalField({ min: 0, max: 100_000 }),
  },
  households2019: { headers: ['Số hộ 2019', 'households_2019'], field: countField() },
  population2019: { headers: ['Dân số 2019', 'population_2019'], field: countField() },
  measuredOn: { headers: ['Ngày số liệu', 'measured_on'], field: dayField() },
  tags: { headers: ['Nhãn', 'Đặc điểm', 'tags'], field: textField() },
  lon: { headers: ['Kinh độ', 'lon', 'longitude'], field: decimalField({ min: 101, max: 119 }) },
  lat: { headers: ['Vĩ độ', 'lat', 'latitude'], field: decimalField({ min: 4, max: 25 }) },
} as const satisfies Columns;

/** Reads a list of units: the platform's own columns, or those of the statistical office's lists. */
export async function readUnits({ bytes, options }: ImportFile): Promise<Reading<UnitRow[]>> {
  const { sheets, problems } = await readWorkbook(bytes, 'list');
  if (sheets.length === 0) return { content: null, problems };
  const table = readTable(sheets, columns);
  const inFull = levelsInFull(table.rows, options.level);
  const read = withLevels(table.rows, options.level).map((row) =>
    isProblem(row) ? row : unitOf(row, inFull, options.validFrom),
  );
  const content = read.filter((unit): unit is UnitRow => !isProblem(unit));
  const found = [...problems, ...table.problems, ...read.filter(isProblem)];
  // A file of which not one row is understood has nothing to be looked up or counted.
  const isLost = content.length === 0 && found.some(({ severity }) => severity === 'error');
  return { content: isLost ? null : content, problems: found };
}

type Row = TableRow<typeof columns>;
type LevelRow = Row & { level: Level };

/**
 * Lists that write names in full do so in every row. Villages may mix; a commune's name may begin like its kind:
 * `Phường Đúc` is called so, and is a phường.
 */
function levelsInFull(rows: Row[], given: Level | undefined): ReadonlySet<Level> {
  const short = new Set<Level>();
  const seen = new Map<Level, number>();
  for (const { values } of rows) {
    const level = values.level ?? given;
    if (!level || !values.kind) continue;
    seen.set(level, (seen.get(level) ?? 0) + 1);
    if (splitKind(values.name, level).kind !== values.kind.toLowerCase()) short.add(level);
  }
  const full = [...seen].filter(([level, count]) => count > 1 && !short.has(level));
  return new Set<Level>(['village', ...full.map(([level]) => level)]);
}

function unitOf(
  { at, places, values, level }: LevelRow,
  inFull: ReadonlySet<Level>,
  on: PlainDate | undefined,
): UnitRow | RowProblem {
  const { kind: written, name } = kindAndName(values, level, inFull.has(level));
  const kind = UnitKind.safeParse(written ?? defaultKinds[level]);
  const kinds = kindsOf(level);
  const allowed = kinds.join('; ');
  const other = values.kind ? written : otherKind(values);
  const column = columns.kind.headers[0];
  if (other && UnitKind.safeParse(other).success && !kinds.includes(other)) {
    const chosen = values.level ? 'file' : 'page';
    const members = { unit: values.name, kind: other, level, chosen, allowed };
    return finding('kind-not-of-level', places.kind ?? at, members);
  }
  const ofDay = kindsOf(level, on);
  if (kind.success && kinds.includes(kind.data) && !ofDay.includes(kind.data)) {
    const members = { unit: values.name, kind: kind.data, on, allowed: ofDay.join('; ') || '–' };
    return finding('kind-not-of-day', places.kind ?? at, members);
  }
  if (!kind.success) {
    if (!written) return finding('kind-missing', at, { unit: values.name, level, allowed });
    return rowProblem('value-unknown', places.kind ?? at, { column, value: written, allowed });
  }
  const { code, measuredOn, tags, lon, lat } = values;
  return {
    at,
    level,
    kind: kind.data,
    code,
    name,
    parentCode: parentOf(level, values),
    households: values.households ?? values.households2019,
    population: values.population ?? values.population2019,
    populationWithTemporary: values.populationWithTemporary,
    areaKm2: values.areaKm2,
    measuredOn: measuredOn ?? (ofCensus(values) ? census : null),
    tags: (tags ?? '').split(/\s*[;,]\s*/).filter(Boolean),
    lon,
    lat,
  };
}

/** All that the row counts was counted by the census. */
function ofCensus({ households, population, populationWithTemporary, areaKm2 }: Row['values']) {
  return !(households ?? population ?? populationWithTemporary ?? areaKm2);
}

// Only a village's kind may be left out: it is thôn unless it is said (law BR-05 is looked at on the map).
const defaultKinds: Record<Level, string | null> = {
  province: null,
  district: null,
  commune: null,
  village: 'thôn',
};

/** The kind has a column of its own, or leads the name ("Xã Tân Lập"), or both say it: then it is kept once. */
function kindAndName({ kind, name }: Row['values'], level: Level, inFull: boolean) {
  const split = splitKind(name, level);
  if (!kind) return split;
  const said = kind.toLowerCase();
  return { kind: said, name: inFull && split.kind === said ? split.name : name };
}

/**
 * The kind of another level that leads a name (a list of communes sent as districts). Where the row itself says
 * its level, the name may begin like that: the commune `Bản Mù`.
 */
function otherKind({ level, name }: Row['values']): string | null {
  return level ? null : splitKind(name).kind;
}

function parentOf(level: Level, values: Row['values']): string | null {
  if (values.parentCode) return values.parentCode;
  if (level === 'commune') return values.districtCode ?? values.provinceCode;
  return level === 'district' ? values.provinceCode : null;
}

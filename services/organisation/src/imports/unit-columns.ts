import { type Level, UnitKind } from '@antt/contracts';
import { splitKind } from '@antt/kernel';
import type { ImportFile, Reading } from '@antt/service-kit';
import {
  choiceField,
  codeField,
  type Columns,
  countField,
  dayField,
  decimalField,
  readTable,
  readWorkbook,
  type RowOf,
  rowProblem,
  type TableRow,
  textField,
} from '@antt/reading';
import type { UnitRow } from './unit-import.ts';

/** Day of the census that `…_2019` columns of statistical lists count on. */
const census = '2019-04-01';

const columns = {
  level: {
    headers: ['Cấp', 'level'],
    field: choiceField({
      province: ['tỉnh', 'cấp tỉnh'],
      district: ['huyện', 'cấp huyện'],
      commune: ['xã', 'cấp xã'],
      village: ['thôn', 'thôn, tổ dân phố', 'cấp thôn'],
    } satisfies Record<Level, string[]>),
  },
  code: { headers: ['Mã', 'Mã đơn vị', 'code'], required: true, field: codeField() },
  name: { headers: ['Tên', 'Tên đơn vị', 'name'], required: true, field: textField() },
  kind: { headers: ['Loại', 'Loại hình', 'kind', 'type'], field: textField(30) },
  parentCode: { headers: ['Mã cấp trên', 'parent_code'], field: codeField() },
  districtCode: { headers: ['Mã huyện', 'district_code'], field: codeField() },
  provinceCode: { headers: ['Mã tỉnh', 'province_code'], field: codeField() },
  households: { headers: ['Số hộ', 'households'], field: countField() },
  population: { headers: ['Dân số', 'Số nhân khẩu', 'population'], field: countField() },
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
  problems.push(...table.problems);
  const content = table.rows.flatMap((row) => {
    const unit = unitOf(row, options.level);
    if ('code' in unit && 'severity' in unit) {
      problems.push(unit);
      return [];
    }
    return [unit as UnitRow];
  });
  return { content, problems };
}

function unitOf({ at, values }: TableRow<typeof columns>, given: Level | undefined) {
  const level = values.level ?? given;
  if (!level) return rowProblem('value-missing', at, { column: columns.level.headers[0] });
  const { kind: written, name } = kindAndName(values, level);
  const kind = UnitKind.safeParse(written ?? defaultKinds[level]);
  if (!kind.success) {
    const allowed = UnitKind.options.join('; ');
    const column = columns.kind.headers[0];
    return rowProblem('value-unknown', at, { column, value: written, allowed });
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
    measuredOn: measuredOn ?? ((values.households ?? values.population) ? null : census),
    tags: (tags ?? '').split(/\s*[;,]\s*/).filter(Boolean),
    lon,
    lat,
  } satisfies UnitRow;
}

// Only a village's kind may be left out: it is thôn unless it is said (law BR-05 is looked at on the map).
const defaultKinds: Record<Level, string | null> = {
  province: null,
  district: null,
  commune: null,
  village: 'thôn',
};

/** The kind has a column of its own, or leads the name ("Xã Tân Lập"). */
function kindAndName({ kind, name }: RowOf<typeof columns>, level: Level) {
  if (kind) return { kind: kind.toLowerCase(), name };
  return splitKind(name, level);
}

function parentOf(level: Level, values: RowOf<typeof columns>): string | null {
  if (values.parentCode) return values.parentCode;
  if (level === 'commune') return values.districtCode ?? values.provinceCode;
  return level === 'district' ? values.provinceCode : null;
}

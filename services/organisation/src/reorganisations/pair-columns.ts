import {
  codeField,
  type Columns,
  countField,
  dayField,
  decimalField,
  readTable,
  readWorkbook,
  rowProblem,
  textField,
} from '@antt/reading';
import type { ImportFile, Reading } from '@antt/service-kit';
import { isProblem, levelColumn, withLevels } from '../imports/unit-level.ts';
import type { PairRow } from './reorganisation-import.ts';

const columns = {
  level: levelColumn,
  parentCode: { headers: ['Mã xã', 'parent_code'], field: codeField() },
  oldCode: { headers: ['Mã cũ', 'old_code'], field: codeField() },
  oldName: { headers: ['Tên cũ', 'old_name'], field: textField() },
  share: {
    headers: ['Tỷ lệ', 'Phần nhập vào', 'area_share', 'share'],
    field: decimalField({ min: 0, max: 1 }),
  },
  newCode: { headers: ['Mã mới', 'new_code'], field: codeField() },
  newName: { headers: ['Tên mới', 'new_name'], field: textField() },
  newParentCode: {
    headers: ['Mã cấp trên mới', 'new_parent_code', 'new_province_code'],
    field: codeField(),
  },
  households: { headers: ['Số hộ', 'households'], field: countField() },
  resolutionNumber: { headers: ['Số nghị quyết', 'resolution_number'], field: textField(80) },
  resolutionSignedOn: { headers: ['Ngày nghị quyết', 'resolution_signed_on'], field: dayField() },
  resolutionIssuer: { headers: ['Cơ quan ban hành', 'resolution_issuer'], field: textField() },
} as const satisfies Columns;

/** Reads old → new units, a row for each pair; what has no new unit ends, what has no old one begins. */
export async function readPairs({ bytes, options }: ImportFile): Promise<Reading<PairRow[]>> {
  const { sheets, problems } = await readWorkbook(bytes, 'list');
  if (sheets.length === 0) return { content: null, problems };
  const table = readTable(sheets, columns);
  problems.push(...table.problems);
  const content = withLevels(table.rows, options.level).flatMap((row) => {
    if (isProblem(row)) {
      problems.push(row);
      return [];
    }
    const { at, values, level } = row;
    const missing = (column: keyof typeof columns) => {
      problems.push(rowProblem('value-missing', at, { column: columns[column].headers[0] }));
      return [];
    };
    if (!values.oldCode && !values.oldName && !values.newName) return missing('oldCode');
    if (values.newCode && !values.newName) return missing('newName');
    if (values.resolutionNumber && !values.resolutionSignedOn) return missing('resolutionSignedOn');
    return [{ ...values, at, level }];
  });
  const isLost = content.length === 0 && problems.some(({ severity }) => severity === 'error');
  return { content: isLost ? null : content, problems };
}

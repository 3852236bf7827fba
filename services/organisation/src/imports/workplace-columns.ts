import type { ImportFile, Reading } from '@antt/service-kit';
import { addDays } from '@antt/kernel';
import {
  choiceField,
  codeField,
  codesField,
  type Columns,
  dayField,
  decimalField,
  readTable,
  readWorkbook,
  textField,
} from '@antt/reading';
import type { WorkplaceRow } from './workplace-import.ts';

const columns = {
  code: { headers: ['Mã nơi làm việc', 'code'], required: true, field: codeField() },
  name: { headers: ['Tên nơi làm việc', 'name'], required: true, field: textField() },
  kind: {
    headers: ['Loại', 'kind'],
    required: true,
    field: choiceField({
      office: ['trụ sở riêng', 'trụ sở'],
      'culture-house': ['nhà văn hóa'],
      'police-office': ['trụ sở công an xã', 'công an xã'],
      shared: ['dùng chung', 'nhờ địa điểm khác'],
    }),
  },
  villageCode: { headers: ['Mã thôn', 'village_code'], required: true, field: codeField() },
  teamCodes: { headers: ['Mã Tổ', 'team_codes'], field: codesField() },
  lon: {
    headers: ['Kinh độ', 'lon'],
    required: true,
    field: decimalField({ min: 101, max: 119 }),
  },
  lat: { headers: ['Vĩ độ', 'lat'], required: true, field: decimalField({ min: 4, max: 25 }) },
  address: { headers: ['Địa chỉ', 'address'], field: textField(300) },
  validFrom: { headers: ['Từ ngày', 'valid_from'], required: true, field: dayField() },
  // People write the last day; programs the first one after it.
  lastDay: { headers: ['Đến ngày', 'Đến hết ngày'], field: dayField() },
  validTo: { headers: ['valid_to'], field: dayField() },
} as const satisfies Columns;

/** Reads a list of workplaces as points in WGS84. */
export async function readWorkplaces({ bytes }: ImportFile): Promise<Reading<WorkplaceRow[]>> {
  const { sheets, problems } = await readWorkbook(bytes, 'list');
  if (sheets.length === 0) return { content: null, problems };
  const table = readTable(sheets, columns, [['code']]);
  const content = table.rows.map(({ at, values: { lastDay, ...values } }) => ({
    ...values,
    at,
    validTo: values.validTo ?? (lastDay && addDays(lastDay, 1)),
    address: values.address ?? '',
    teamCodes: values.teamCodes ?? [],
  }));
  return { content, problems: [...problems, ...table.problems] };
}

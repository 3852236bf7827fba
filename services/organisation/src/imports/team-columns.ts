import type { ImportFile, Reading } from '@antt/service-kit';
import {
  codeField,
  codesField,
  type Columns,
  dayField,
  readTable,
  readWorkbook,
  textField,
} from '@antt/reading';
import { finding } from './row-problem.ts';
import type { TeamRow } from './team-import.ts';

const columns = {
  code: { headers: ['Mã Tổ', 'code'], required: true, field: codeField() },
  name: { headers: ['Tên Tổ', 'name'], required: true, field: textField() },
  communeCode: { headers: ['Mã xã', 'commune_code'], field: codeField() },
  communeName: { headers: ['Xã, phường', 'Tên xã', 'commune'], field: textField() },
  villageCodes: { headers: ['Mã thôn', 'village_codes'], field: codesField() },
  villageNames: {
    headers: ['Thôn, tổ dân phố', 'Địa bàn phụ trách', 'villages'],
    field: textField(1000),
  },
  foundedOn: { headers: ['Ngày thành lập', 'founded_on'], required: true, field: dayField() },
  dissolvedOn: { headers: ['Ngày giải thể', 'dissolved_on'], field: dayField() },
  decisionNumber: { headers: ['Số quyết định', 'decision_number'], field: textField(80) },
  decisionSignedOn: { headers: ['Ngày quyết định', 'decision_signed_on'], field: dayField() },
} as const satisfies Columns;

/** Reads a list of teams; villages by code, or by name within their commune. */
export async function readTeams({ bytes }: ImportFile): Promise<Reading<TeamRow[]>> {
  const { sheets, problems } = await readWorkbook(bytes, 'list');
  if (sheets.length === 0) return { content: null, problems };
  const table = readTable(sheets, columns, [['code']]);
  const content = table.rows.map(({ at, values }) => ({
    ...values,
    at,
    decisionNumber: values.decisionNumber ?? '',
    villageCodes: values.villageCodes ?? [],
    villageNames: (values.villageNames ?? '').split(/\s*;\s*/).filter(Boolean),
  }));
  // Law 30/2023/QH15 Art. 14.2: there is no team without a village.
  const homeless = content
    .filter(({ villageCodes, villageNames }) => villageCodes.length + villageNames.length === 0)
    .map(({ at }) => finding('value-missing', at, { column: 'villageCodes' }));
  return { content, problems: [...problems, ...table.problems, ...homeless] };
}

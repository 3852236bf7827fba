import {
  choiceField,
  codeField,
  type Columns,
  countField,
  dayField,
  readTable,
  readWorkbook,
  textField,
} from '@antt/reading';
import type { ImportFile, Reading } from '@antt/service-kit';
import type { ConsolidationRow } from './consolidation-import.ts';

const columns = {
  communeCode: { headers: ['Mã xã', 'commune_code'], required: true, field: codeField() },
  villageCode: { headers: ['Mã thôn', 'village_code'], required: true, field: codeField() },
  teamCode: { headers: ['Mã Tổ', 'team_code'], required: true, field: codeField() },
  outcome: {
    headers: ['Xử lý', 'outcome'],
    required: true,
    field: choiceField({
      'goes-on': ['tiếp tục', 'giữ lại'],
      ends: ['hợp nhất', 'sáp nhập', 'giải thể'],
    }),
  },
  newName: { headers: ['Tên mới của Tổ', 'new_name'], field: textField() },
  decisionNumber: {
    headers: ['Số quyết định', 'decision_number'],
    required: true,
    field: textField(80),
  },
  decisionSignedOn: {
    headers: ['Ngày quyết định', 'decision_signed_on'],
    required: true,
    field: dayField(),
  },
  continuing: { headers: ['Số người tiếp tục', 'continuing'], field: countField(10_000) },
  leaving: { headers: ['Số người thôi', 'leaving'], field: countField(10_000) },
  note: { headers: ['Ghi chú', 'note'], field: textField(500) },
} as const satisfies Columns;

/** Reads what the chairs decided about teams that share villages: a row for each old team. */
export async function readConsolidations({
  bytes,
}: ImportFile): Promise<Reading<ConsolidationRow[]>> {
  const { sheets, problems } = await readWorkbook(bytes, 'list');
  if (sheets.length === 0) return { content: null, problems };
  const table = readTable(sheets, columns, [['teamCode']]);
  problems.push(...table.problems);
  return { content: table.rows.map(({ at, values }) => ({ ...values, at })), problems };
}

import type { compareQuotas, QuotaComparisonRow } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import type { Column, List } from '../exports/workbook.ts';
import { day, fullName, text } from '../exports/workbook-text.ts';

type Answer = Output<typeof compareQuotas>;
type Side = 'before' | 'after';

const names = ({ units }: QuotaComparisonRow[Side]) => units.map(fullName).join(', ');
const sideName = ({ instrument, on }: Answer['from']) =>
  instrument ? `${instrument.number}` : `ngày ${day(on)}`;

/** Two decisions side by side, with both totals. */
export function comparisonList(answer: Answer, lines: string[]): List<QuotaComparisonRow> {
  const { items, from, to } = answer;
  const differenceOf = (row: QuotaComparisonRow, name: 'teams' | 'members') =>
    (row.after.figures?.[name] ?? 0) - (row.before.figures?.[name] ?? 0);
  const figures = (name: 'teams' | 'members', what: string): Column<QuotaComparisonRow>[] => [
    {
      heading: `${what}: trước`,
      width: 12,
      cell: (row) => row.before.figures?.[name] ?? null,
      total: from.total[name],
    },
    {
      heading: `${what}: sau`,
      width: 12,
      cell: (row) => row.after.figures?.[name] ?? null,
      total: to.total[name],
    },
    {
      heading: `${what}: tăng (+), giảm (-)`,
      width: 14,
      cell: (row) => differenceOf(row, name),
      total: to.total[name] - from.total[name],
    },
  ];
  return {
    sheet: 'So sánh',
    lines: [
      'SO SÁNH SỐ LƯỢNG TỔ BẢO VỆ AN NINH, TRẬT TỰ VÀ THÀNH VIÊN ĐƯỢC GIAO',
      `Trước: ${sideName(from)}. Sau: ${sideName(to)}`,
      ...lines,
    ],
    rows: items,
    columns: [
      { heading: text.number, width: 6, cell: (_, n) => n },
      { heading: 'Đơn vị trước', width: 32, cell: (row) => names(row.before), total: text.total },
      { heading: 'Đơn vị sau', width: 32, cell: (row) => names(row.after) },
      ...figures('teams', 'Số Tổ'),
      ...figures('members', 'Thành viên'),
    ],
  };
}

import {
  type compareQuotas,
  isUnsaid,
  quotaChange,
  quotaChanges,
  type QuotaComparisonRow,
} from '@antt/contracts';
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
  const named = (row: QuotaComparisonRow, side: Side) => {
    const { figures, unnamed = [] } = row[side];
    if (figures === null) return isUnsaid(row, side, answer) ? text.unsaid : '';
    const others = unnamed.map((unit) => fullName(unit)).join(', ');
    return [names(row[side]), others && `${others}: ${text.unsaid}`].filter(Boolean).join('; ');
  };
  const { unsaid } = quotaChanges(answer, 'teams');
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
      cell: (row) => quotaChange(row, name, answer),
      total: quotaChanges(answer, name).change,
    },
  ];
  return {
    sheet: 'So sánh',
    lines: [
      'SO SÁNH SỐ LƯỢNG TỔ BẢO VỆ AN NINH, TRẬT TỰ VÀ THÀNH VIÊN ĐƯỢC GIAO',
      `Trước: ${sideName(from)}. Sau: ${sideName(to)}`,
      ...(unsaid > 0 ? [text.unsaidRows(unsaid)] : []),
      ...lines,
    ],
    rows: items,
    columns: [
      { heading: text.number, width: 6, cell: (_, n) => n },
      {
        heading: 'Đơn vị trước',
        width: 32,
        cell: (row) => named(row, 'before'),
        total: text.total,
      },
      { heading: 'Đơn vị sau', width: 32, cell: (row) => named(row, 'after') },
      ...figures('teams', 'Số Tổ'),
      ...figures('members', 'Thành viên'),
    ],
  };
}

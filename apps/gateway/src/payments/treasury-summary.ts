import type { getPaymentBatch } from '@antt/contracts';
import { channelNames, fundNames } from '@antt/contracts/text/pay.vi';
import { type Output, vndInWords } from '@antt/kernel';
import { payItemNames } from '../exports/pay-value.ts';
import type { Column, List } from '../exports/workbook.ts';
import { formatMonth, text } from '../exports/workbook-text.ts';
import { asideLines, dong, placeName, signatures } from '../papers/payment-list.ts';

export type BatchAnswer = Output<typeof getPaymentBatch>;
type Commune = BatchAnswer['communes'][number];
type Cell = Commune['cells'][number];

const amountOf = (cells: readonly Cell[], is: (cell: Cell) => boolean) =>
  cells.filter(is).reduce((sum, { amount }) => sum + amount, 0);

/**
 * What a batch takes from which fund for what, by commune. Its totals are those of the lists; nothing in it
 * changes later: what the batch leaves is told as one sum, whatever becomes of it.
 */
export function treasurySummary(answer: BatchAnswer, marks: readonly string[]): List<Commune> {
  const { batch, communes, lines, insurer, bodies, month, unit } = answer;
  const cells = communes.flatMap((commune) => commune.cells);
  const funds = [...new Set(cells.map(({ fund }) => fund))].sort();
  const columns = funds.flatMap((fund) => {
    const items = [...new Set(cells.filter((cell) => cell.fund === fund).map(({ item }) => item))];
    return items.sort().map((item) => ({ fund, item }));
  });
  const total = batch.issued.amount;
  const rest = lines - total - batch.recoveries.amount - insurer - bodies;
  return {
    sheet: 'Tổng hợp kho bạc',
    at: batch.madeAt,
    lines: [
      `BẢNG TỔNG HỢP KINH PHÍ CHI TRẢ CHẾ ĐỘ THÁNG ${formatMonth(month)}, ĐỢT ${batch.number}`,
      'Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở',
      ...marks,
      text.place(placeName(unit)),
    ],
    rows: communes,
    columns: [
      { heading: text.number, width: 6, cell: (_, n) => n },
      {
        heading: 'Xã, phường',
        width: 26,
        cell: ({ commune }) => placeName(commune),
        total: text.total,
      },
      {
        heading: 'Số khoản chi',
        width: 10,
        cell: ({ issued }) => issued.payments,
        total: batch.issued.payments,
      },
      ...columns.map(({ fund, item }): Column<Commune> => {
        const is = (cell: Cell) => cell.fund === fund && cell.item === item;
        return {
          heading: `${payItemNames[item]} (${fundNames[fund].toLowerCase()})`,
          width: 18,
          cell: (row) => amountOf(row.cells, is) || null,
          total: amountOf(cells, is),
        };
      }),
      {
        heading: 'Tổng cộng',
        width: 18,
        cell: ({ issued }) => issued.amount,
        total: amountOf(cells, () => true),
      },
    ],
    footer: () => [
      [],
      [`Tổng số tiền chi trong đợt: ${dong(total)}`],
      [`Bằng chữ: ${vndInWords(total)}`],
      ...funds.map((fund) => [
        `${fundNames[fund]}: ${dong(amountOf(cells, (cell) => cell.fund === fund))}`,
      ]),
      ...batch.byChannel.map(({ channel, payments, amount }) => [
        `${channelNames[channel]}: ${payments.toLocaleString('vi-VN')} khoản, ${dong(amount)}`,
      ]),
      ...asideLines({ insurer, bodies }).map((line) => [line]),
      [`Đối chiếu: các dòng của bảng chi ${dong(lines)}, gồm`],
      [
        [
          `chi trong đợt này ${dong(total)}`,
          `phải thu hồi ${dong(batch.recoveries.amount)}`,
          `không chi trên danh sách ${dong(insurer + bodies)}`,
          `không thuộc đợt này (tạm giữ, đợt khác) ${dong(rest)}`,
        ].join('; '),
      ],
      [],
      ...signatures,
    ],
  };
}

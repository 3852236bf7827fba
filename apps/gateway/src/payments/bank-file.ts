import type { BankColumn, revealPayments } from '@antt/contracts';
import { bankHeadings } from '@antt/contracts/text/pay.vi';
import { type Output } from '@antt/kernel';
import type { Column, List } from '../exports/workbook.ts';
import { plainLetters } from './file-name.ts';

export type OrderPage = Output<typeof revealPayments>;
type Order = OrderPage['items'][number];

/** What a demo pays is told in each order, so that no bank takes it for one. */
const illustrativeMark = 'MINH HOA, KHONG CHI. ';

/** Orders to banks as a file, in the columns of the province; fetched page by page while it is written. */
export function bankFile(
  { columns, content, illustrative }: OrderPage,
  rows: AsyncIterable<Order>,
): List<Order> {
  const said = `${illustrative ? illustrativeMark : ''}${content}`;
  const cells: Record<BankColumn, Column<Order>['cell']> = {
    number: (_, n) => n,
    key: ({ key }) => key,
    name: ({ name }) => name,
    'plain-name': ({ name }) => plainLetters(name).toUpperCase(),
    account: ({ account }) => account,
    bank: ({ bank }) => bank,
    amount: ({ amount }) => amount,
    content: () => said,
  };
  return {
    sheet: '',
    lines: [],
    rows,
    columns: columns.map((column) => ({
      ...{ heading: bankHeadings[column], width: 0, cell: cells[column] },
    })),
  };
}

import { compareNames } from '@antt/kernel';
import type { ReactNode } from 'react';

/** One column of a sheet. */
export type Column<Row> = {
  id: string;
  title: string;
  /** The title in full, where the heading is shortened. */
  hint?: string;
  align?: 'end' | 'center';
  /** Pixels; a column without takes what is left. */
  width?: number;
  cell: (row: Row, index: number) => ReactNode;
  /** What it is sorted by; a column without cannot be sorted. Nothing known comes last. */
  order?: (row: Row) => string | number | null;
  /** What is copied and what the cell's tooltip says; without it, the column is not copied. */
  text?: (row: Row, index: number) => string | number | null;
  total?: ReactNode;
  /** May be hidden by the user. */
  optional?: boolean;
};

export type Sort = { column: string; down: boolean };

/** `name` upwards, `-name` downwards: as it stands in the address. */
export const readSort = (text: string): Sort =>
  text.startsWith('-') ? { column: text.slice(1), down: true } : { column: text, down: false };

export const writeSort = ({ column, down }: Sort) => `${down ? '-' : ''}${column}`;

type Ordered<Row> = Pick<Column<Row>, 'id' | 'order'>;

/** Rows in the order of a column; equal ones keep the order they came in. */
export function sorted<Row>(rows: readonly Row[], columns: Ordered<Row>[], sort: Sort): Row[] {
  const order = columns.find(({ id }) => id === sort.column)?.order;
  if (!order) return [...rows];
  const sign = sort.down ? -1 : 1;
  return rows
    .map((row) => ({ row, key: order(row) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
      if (typeof a.key === 'number' && typeof b.key === 'number') return sign * (a.key - b.key);
      return sign * compareNames(String(a.key), String(b.key));
    })
    .map(({ row }) => row);
}

/** Rows as a spreadsheet takes them from the clipboard. */
export function asTabs<Row>(rows: readonly Row[], columns: Column<Row>[]): string {
  const copied = columns.filter(({ text }) => text);
  const clean = (value: unknown) => String(value ?? '').replace(/[\t\r\n]+/g, ' ');
  return [
    copied.map(({ title }) => clean(title)).join('\t'),
    ...rows.map((row, index) => copied.map(({ text }) => clean(text!(row, index))).join('\t')),
  ].join('\n');
}

import { linedTable } from '@antt/paper';
import type { TagColumn } from './page.ts';

/** A table with one row that is repeated for each of `rows`. */
export function tableOf(rows: string, columns: TagColumn[]) {
  const last = columns.length - 1;
  const fields = columns.map(
    ({ tag }, n) =>
      `${n === 0 ? `{#${rows}}` : ''}${tag && `{${tag}}`}${n === last ? `{/${rows}}` : ''}`,
  );
  return linedTable(columns, [
    [columns.map(({ heading }) => heading), { bold: true, align: 'center' }],
    [fields],
  ]);
}

const column = (heading: string, tag: string, width: number, left = false): TagColumn => ({
  heading,
  tag,
  width,
  left,
});

export const number = column('STT', 'stt', 12);
export const fullName = (width = 45) => column('Họ và tên', 'họ tên', width, true);
export { column };

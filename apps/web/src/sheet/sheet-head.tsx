import { CaretDownFilled, CaretUpFilled } from '@ant-design/icons';
import type { Column, Sort } from './column.ts';

type Props<Row> = {
  columns: Column<Row>[];
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
};

/** Headings; a click sorts by one, a second click the other way. */
export function SheetHead<Row>({ columns, sort, onSort }: Props<Row>) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {columns.map(({ id, title, hint, align, width, order }) => {
          const here = sort?.column === id;
          const direction = sort?.down ? 'descending' : 'ascending';
          return (
            <th
              key={id}
              role="columnheader"
              scope="col"
              title={hint}
              data-align={align}
              data-lead={width === undefined || undefined}
              style={width ? { width } : undefined}
              aria-sort={here ? direction : undefined}
            >
              {order && onSort ? (
                <button
                  type="button"
                  tabIndex={-1}
                  onClick={() => onSort({ column: id, down: here ? !sort.down : false })}
                >
                  <span>{title}</span>
                  {here &&
                    (sort.down ? <CaretDownFilled aria-hidden /> : <CaretUpFilled aria-hidden />)}
                </button>
              ) : (
                title
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

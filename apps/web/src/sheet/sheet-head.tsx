import { CaretDownFilled, CaretUpFilled } from '@ant-design/icons';
import type { KeyboardEvent } from 'react';
import type { Column, Sort } from './column.ts';

type Props<Row> = {
  columns: Column<Row>[];
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
};

/** The arrows go from heading to heading: the tab key stops once for all of them. */
function onArrow(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const headings = [...event.currentTarget.querySelectorAll('button')];
  headings[headings.indexOf(event.target as HTMLButtonElement) + step]?.focus();
}

/** Headings; a click sorts by one, a second click the other way. */
export function SheetHead<Row>({ columns, sort, onSort }: Props<Row>) {
  const sortable = columns.filter(({ order }) => order);
  const stop = (sortable.find(({ id }) => id === sort?.column) ?? sortable[0])?.id;
  return (
    <thead role="rowgroup" onKeyDown={onArrow}>
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
                  tabIndex={id === stop ? 0 : -1}
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

import { CaretDownFilled, CaretUpFilled } from '@ant-design/icons';
import { FormattedMessage } from 'react-intl';
import { headings, type QuotaColumn } from './quota-column.ts';
import { type QuotaSort, sortable, type SortColumn } from './quota.rules.ts';

type Props = {
  columns: readonly QuotaColumn[];
  sort: QuotaSort | undefined;
  onSort: (sort: QuotaSort | undefined) => void;
};

/** Upwards, downwards, then back to the offices' order. */
function next(sort: QuotaSort | undefined, column: SortColumn): QuotaSort | undefined {
  if (sort?.column !== column) return { column, down: false };
  return sort.down ? undefined : { column, down: true };
}

/** Two rows of headings, as annexes have them. */
export function QuotaHead({ columns, sort, onSort }: Props) {
  const spans = headings(columns);
  const tall = spans.some(({ group }) => group);
  const heading = ({ id, title, numeric }: QuotaColumn, rows: number) => {
    const here = sort?.column === id;
    const canSort = (sortable as readonly string[]).includes(id);
    return (
      <th
        key={id}
        scope="col"
        role="columnheader"
        rowSpan={rows}
        data-align={numeric ? 'end' : id === 'number' ? 'center' : undefined}
        data-low={rows === 1 && tall ? '' : undefined}
        aria-sort={here ? (sort.down ? 'descending' : 'ascending') : undefined}
      >
        {canSort ? (
          <button type="button" onClick={() => onSort(next(sort, id as SortColumn))}>
            <span>
              <FormattedMessage id={title} />
            </span>
            {here && (sort.down ? <CaretDownFilled aria-hidden /> : <CaretUpFilled aria-hidden />)}
          </button>
        ) : (
          <FormattedMessage id={title} />
        )}
      </th>
    );
  };
  return (
    <thead role="rowgroup" data-tall={tall || undefined}>
      <tr role="row">
        {spans.map((span) =>
          span.group ? (
            <th key={span.group} scope="colgroup" colSpan={span.columns.length} data-align="center">
              <FormattedMessage id={span.group} />
            </th>
          ) : (
            heading(span.columns[0]!, tall ? 2 : 1)
          ),
        )}
      </tr>
      {tall && (
        <tr role="row">
          {spans
            .filter(({ group }) => group)
            .flatMap((span) => span.columns.map((one) => heading(one, 1)))}
        </tr>
      )}
    </thead>
  );
}

import { useIntl } from 'react-intl';
import type { Column } from '../../sheet/column.ts';

type Props<Row> = { columns: Column<Row>[]; rows: Row[]; idOf: (row: Row) => string };

/** The sheet holds only the rows in sight; paper wants all of them. */
export function PrintedTable<Row>({ columns, rows, idOf }: Props<Row>) {
  const intl = useIntl();
  return (
    <table className="on-paper" aria-hidden>
      <thead>
        <tr>
          {columns.map(({ id, title }) => (
            <th key={id}>{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={idOf(row)}>
            {columns.map(({ id, text, align }) => {
              const value = text?.(row, index) ?? '–';
              return (
                <td key={id} data-align={align}>
                  {typeof value === 'number' ? intl.formatNumber(value) : value}
                </td>
              );
            })}
          </tr>
        ))}
        {columns.some(({ total }) => total !== undefined) && (
          <tr>
            {columns.map(({ id, total, align }) => (
              <td key={id} data-align={align}>
                <b>{total}</b>
              </td>
            ))}
          </tr>
        )}
      </tbody>
    </table>
  );
}

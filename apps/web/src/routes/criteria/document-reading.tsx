import { Fragment } from 'react';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import { formatDay } from '../../day.ts';
import { DocumentMembers } from './document-field.tsx';
import { resolved, type Shape } from './document-schema.ts';
import { useDocumentText } from './document-text.ts';
import { cellOf, type Row, type TableColumn } from './table-column.ts';

/** Whether a place of a document says nothing: who reads it is spared the empty fields. */
export function saysNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  // A condition that is there says something even without members: "merged" for good.
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** One value of a document as it is read. */
export function ReadValue({ shape, value }: { shape: Shape; value: unknown }) {
  const intl = useIntl();
  const { value: called } = useDocumentText();
  const told = (one: unknown): string => {
    if (typeof one === 'number') return intl.formatNumber(one);
    if (typeof one === 'boolean')
      return intl.formatMessage({ id: one ? 'criteria.yes' : 'criteria.no' });
    if (typeof one === 'object') return JSON.stringify(one);
    return shape.format === 'date' ? formatDay(String(one)) : called(String(one));
  };
  return (
    <span className="doc-read">
      {Array.isArray(value) ? value.map(told).join(', ') : told(value)}
    </span>
  );
}

type Props = {
  title: string;
  rows: readonly Row[];
  columns: readonly TableColumn[];
  /** What a row says besides its columns. */
  details: Shape;
};

/** A list that is typed as a spreadsheet, as it is read: columns in which nothing stands are left out. */
export function ReadRows({ title, rows, columns, details }: Props) {
  const intl = useIntl();
  const shown = columns.filter((column) => rows.some((row) => textOf(intl, row, column, columns)));
  const isMore = (row: Row) =>
    Object.keys(details.properties ?? {}).some(
      (name) => !saysNothing(row[name] ?? resolved(details.properties![name]!).default),
    );
  return (
    <fieldset className="doc-group">
      <legend>
        {title} <b className="tabular">{rows.length}</b>
      </legend>
      <table className="row-table reading">
        <thead>
          <tr>
            <th scope="col">
              <FormattedMessage id="criteria.table.number" />
            </th>
            {shown.map(({ id, title: name, kind }) => (
              <th key={id} scope="col" className={kind}>
                <FormattedMessage id={name} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Fragment key={at}>
              <tr>
                <th scope="row" className="tabular">
                  {at + 1}
                </th>
                {shown.map((column) => (
                  <td
                    key={column.id}
                    className={column.kind}
                    data-title={intl.formatMessage({ id: column.title })}
                  >
                    {textOf(intl, row, column, columns)}
                  </td>
                ))}
              </tr>
              {isMore(row) && (
                <tr className="row-details">
                  <td colSpan={shown.length + 1}>
                    <DocumentMembers
                      name=""
                      shape={details}
                      value={row}
                      onChange={() => undefined}
                      place=""
                      faults={new Map()}
                      readOnly
                    />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}

function textOf(
  intl: IntlShape,
  row: Row,
  { path: pathOf, kind, options, otherwise, bounds }: TableColumn,
  columns: readonly TableColumn[],
): string {
  const path = pathOf(row);
  if (!path) return '';
  const value = cellOf(row, path) ?? otherwise;
  if (kind === 'number') return typeof value === 'number' ? intl.formatNumber(value) : '';
  // "From" or "above" says something where there is a number that it bounds.
  const bounded = columns.find(({ id }) => id === bounds)?.path(row);
  if (bounded && cellOf(row, bounded) === undefined) return '';
  const option = options?.find((one) => one.value === value);
  return option ? intl.formatMessage({ id: option.text }) : '';
}

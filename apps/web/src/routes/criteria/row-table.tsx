import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import {
  type ClipboardEvent,
  Fragment,
  type KeyboardEvent,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { cellsOf } from '../drafts/paste.rules.ts';
import { readBrackets } from './bracket-paste.rules.ts';
import { DocumentMembers, type FieldProps } from './document-field.tsx';
import { blank, resolved, type Shape } from './document-schema.ts';
import { ReadRows } from './document-reading.tsx';
import { RowCell } from './row-cell.tsx';
import {
  cellOf,
  following,
  type Row,
  type TableColumn,
  withBinding,
  withCell,
} from './table-column.ts';

type Props = FieldProps & { shape: Shape; title: string; columns: readonly TableColumn[] };

/** A list as a spreadsheet: Enter and arrows go up and down, Tab goes right, Enter on the last row adds one. */
export function RowTable(props: Props) {
  const { shape, title, columns, value, onChange, place, faults, readOnly = false } = props;
  const intl = useIntl();
  const prefix = useId();
  const box = useRef<HTMLFieldSetElement>(null);
  const wanted = useRef<string | null>(null);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const [unread, setUnread] = useState<readonly string[]>([]);
  const rows = (value as Row[] | null | undefined) ?? [];
  const item = resolved(shape.items!);
  const empty = blank(item) as Row;
  const held = new Set(columns.map(({ path }) => path(empty)?.[0] ?? 'value'));
  const rest = Object.entries(item.properties ?? {}).filter(([name]) => !held.has(name));
  const details: Shape = { ...item, properties: Object.fromEntries(rest) };
  // A column stands where one of the rows has a place for it.
  const shown = columns.filter(({ path }) => rows.some((row) => path(row) !== null));
  const cellAt = (cell: string) => box.current?.querySelector<HTMLElement>(`[data-cell="${cell}"]`);
  // A cell that a key has just made is there after the next drawing.
  useEffect(() => {
    if (wanted.current === null) return;
    cellAt(wanted.current)?.focus();
    wanted.current = null;
  });

  const put = (at: number, next: Row) => onChange(rows.with(at, next));
  const add = (column: string) => {
    wanted.current = `${rows.length} ${column}`;
    onChange([...rows, following(rows, empty)]);
  };
  const remove = (at: number) => {
    wanted.current = rows.length > 1 ? `${Math.min(at, rows.length - 2)} remove` : 'add';
    setOpen(new Set());
    onChange(rows.toSpliced(at, 1));
  };
  const onKey = (
    event: KeyboardEvent<HTMLInputElement | HTMLSelectElement>,
    at: number,
    column: TableColumn,
  ) => {
    const { key, currentTarget: cell } = event;
    const field = cell instanceof HTMLInputElement ? cell : null;
    const columnAt = columns.indexOf(column);
    const upDown = (row: number) => cellAt(`${row} ${column.id}`)?.focus();
    // A choice takes the arrows for itself: they pass it over, Tab does not.
    const sideways = (by: 1 | -1) => {
      for (let next = columnAt + by; columns[next]; next += by) {
        const found = cellAt(`${at} ${columns[next]!.id}`);
        if (found instanceof HTMLInputElement) return found.focus();
      }
    };
    if (key === 'Enter') {
      if (event.shiftKey) upDown(at - 1);
      else if (at < rows.length - 1) upDown(at + 1);
      else add(column.id);
    } else if (field && key === 'ArrowDown') upDown(at + 1);
    else if (field && key === 'ArrowUp') upDown(at - 1);
    else if (field && key === 'ArrowRight' && field.selectionEnd === field.value.length)
      sideways(1);
    else if (field && key === 'ArrowLeft' && field.selectionStart === 0) sideways(-1);
    else return;
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent, at: number, column: TableColumn) => {
    const text = event.clipboardData.getData('text/plain');
    // One number alone is typed; a table is read.
    if (!/[\t\n]/u.test(text.trim())) return;
    event.preventDefault();
    const read = readBrackets(cellsOf(text), rows, columns, { row: at, column: column.id }, empty);
    setUnread(read.unread);
    if (read.rows.length > 0) onChange(read.rows);
  };
  const faultsOf = (at: number) =>
    [...faults].filter(
      ([where]) => where === `${place}.${at}` || where.startsWith(`${place}.${at}.`),
    );

  if (readOnly) return <ReadRows title={title} rows={rows} columns={columns} details={details} />;
  return (
    <fieldset className="doc-group" ref={box}>
      <legend>
        {title} <b className="tabular">{rows.length}</b>
      </legend>
      {faults.has(place) && <em className="doc-fault">{faults.get(place)}</em>}
      {rows.length > 0 && (
        <table className="row-table">
          <thead>
            <tr>
              <th scope="col">
                <FormattedMessage id="criteria.table.number" />
              </th>
              {shown.map(({ id, title: name }) => (
                <th key={id} scope="col">
                  <FormattedMessage id={name} />
                </th>
              ))}
              <th scope="col">
                <span className="out-of-sight">
                  <FormattedMessage id="criteria.table.row" />
                </span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => {
              const told = faultsOf(at);
              const faultId = `${prefix}-${at}`;
              const more = rest.filter(([name]) => {
                const list = row[name];
                return Array.isArray(list)
                  ? list.length > 0
                  : list !== undefined && name !== 'when';
              }).length;
              return (
                <Fragment key={at}>
                  <tr data-fault={told.length > 0 ? '' : undefined}>
                    <th scope="row" className="tabular">
                      {at + 1}
                    </th>
                    {shown.map((column) => {
                      const path = column.path(row);
                      const where = path && `${place}.${at}.${path.join('.')}`;
                      const label = `${title} ${at + 1}: ${intl.formatMessage({ id: column.title })}`;
                      return (
                        <td key={column.id} data-title={intl.formatMessage({ id: column.title })}>
                          <RowCell
                            row={row}
                            column={column}
                            cell={`${at} ${column.id}`}
                            label={label}
                            fault={
                              where !== null &&
                              (faults.has(where) ||
                                (typeof cellOf(row, path!) === 'string' &&
                                  column.kind === 'number'))
                            }
                            faultId={faultId}
                            onChange={(next) =>
                              put(
                                at,
                                column.id === 'binding'
                                  ? withBinding(row, String(next))
                                  : withCell(row, path!, next),
                              )
                            }
                            onKeyDown={(event) => onKey(event, at, column)}
                            onPaste={(event) => onPaste(event, at, column)}
                          />
                        </td>
                      );
                    })}
                    <td className="row-actions">
                      <Button
                        size="small"
                        type="link"
                        aria-expanded={open.has(at)}
                        onClick={() => {
                          const next = new Set(open);
                          if (!next.delete(at)) next.add(at);
                          setOpen(next);
                        }}
                      >
                        <FormattedMessage id="criteria.table.details" values={{ n: more }} />
                      </Button>
                      <Button
                        size="small"
                        type="text"
                        data-cell={`${at} remove`}
                        icon={<DeleteOutlined aria-hidden />}
                        aria-label={intl.formatMessage(
                          { id: 'criteria.table.remove' },
                          { n: at + 1 },
                        )}
                        onClick={() => remove(at)}
                      />
                    </td>
                  </tr>
                  {told.length > 0 && (
                    <tr className="row-fault">
                      <td colSpan={shown.length + 2} id={faultId} role="alert">
                        {[...new Set(told.map(([, text]) => text))].join(' ')}
                      </td>
                    </tr>
                  )}
                  {open.has(at) && (
                    <tr className="row-details">
                      <td colSpan={shown.length + 2}>
                        <DocumentMembers
                          name=""
                          shape={details}
                          value={row}
                          onChange={(next) => put(at, next as Row)}
                          place={`${place}.${at}`}
                          faults={faults}
                          readOnly={false}
                        />
                      </td>
                    </tr>
                  )}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      )}
      {unread.length > 0 && (
        <p className="due" role="alert">
          <FormattedMessage id="criteria.table.unread" values={{ text: unread.join('; ') }} />
        </p>
      )}
      <div className="row-table-foot">
        <Button
          size="small"
          data-cell="add"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => add(columns.find(({ kind }) => kind === 'number')!.id)}
        >
          <FormattedMessage id="criteria.table.add" />
        </Button>
        <span className="faint">
          <FormattedMessage id="criteria.table.hint" />
        </span>
      </div>
    </fieldset>
  );
}

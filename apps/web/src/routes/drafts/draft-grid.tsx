import '../../sheet/sheet.css';
import type { MemberCost, QuotaDraftRow } from '@antt/contracts';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { copyText } from '../../clipboard.ts';
import { unitName } from '../../unit-name.ts';
import { useNarrow } from '../../width.ts';
import { DraftCell } from './draft-cell.tsx';
import { narrowColumns, wideColumns } from './draft-column.ts';
import { DraftTotal } from './draft-total.tsx';
import { faultOf, figuresOf, readCount, type Typed, typed } from './draft.rules.ts';
import type { Change } from './use-draft-lines.ts';

type Props = {
  rows: QuotaDraftRow[];
  /** Of all lines, whatever is shown. */
  all: QuotaDraftRow[];
  /** What members cost in a commune; absent for who may not know. */
  costs?: ((unitId: string) => MemberCost | undefined) | undefined;
  /** Of the unit that all lines are in: "tỉnh". */
  kind: string;
  writable: boolean;
  onChange: (changes: Change[]) => void;
  onUndo: () => void;
  /** Opens how a commune's figure is divided below it. */
  onParts: (row: QuotaDraftRow) => void;
  onPaste: (text: string, at: { row: number; column: Typed }) => void;
};
type At = { row: number; column: number };

/** The annex as a spreadsheet: arrows move, typing writes, Enter goes down, Tab goes right. */
export function DraftGrid(props: Props) {
  const { rows, all, costs, kind, writable, onChange, onUndo, onParts, onPaste } = props;
  const intl = useIntl();
  const filtered = rows.length < all.length;
  const box = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const narrow = useNarrow();
  const columns = narrow ? narrowColumns : wideColumns.filter(({ id }) => costs || id !== 'cost');
  const cells = columns.flatMap(({ typed: name }) => (name ? [name] : []));
  const [at, setAt] = useState<At>({ row: 0, column: 0 });
  const [text, setText] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const height = narrow ? 44 : 32;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 14,
  });
  useEffect(() => virtual.measure(), [virtual, height]);
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const here = rows[at.row];
  const column = cells[Math.min(at.column, cells.length - 1)]!;

  const move = (row: number, cell: number) => {
    const next = {
      row: Math.max(0, Math.min(rows.length - 1, row)),
      column: Math.max(0, Math.min(cells.length - 1, cell)),
    };
    setAt(next);
    virtual.scrollToIndex(next.row, { align: 'auto' });
  };
  const write = (value: string): boolean => {
    if (!here) return true;
    const figures = figuresOf(here);
    if (column === 'note') figures.note = value.slice(0, 500);
    else {
      const count = readCount(value);
      if (count === undefined) return false;
      figures[column] = count;
    }
    if (figures[column] !== here[column]) onChange([{ unitId: here.unitId, figures }]);
    return true;
  };
  /** Ends typing; what is no number stays where it is, marked. */
  const commit = (rowStep: number, columnStep: number) => {
    if (text !== null && !write(text)) return setWrong(true);
    setText(null);
    setWrong(false);
    box.current?.focus({ preventScroll: true });
    move(at.row + rowStep, at.column + columnStep);
  };
  const cancel = () => {
    setText(null);
    setWrong(false);
    box.current?.focus({ preventScroll: true });
  };
  const begin = (value: string) => {
    if (!writable || !here) return;
    setWrong(false);
    setText(value);
  };
  const onTyping = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') cancel();
    else if (event.key === 'Enter') commit(event.shiftKey ? -1 : 1, 0);
    else if (event.key === 'Tab') commit(0, event.shiftKey ? -1 : 1);
    else if (event.key === 'ArrowDown') commit(1, 0);
    else if (event.key === 'ArrowUp') commit(-1, 0);
    else return;
    event.preventDefault();
  };
  const onKey = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / height) - 3);
    const steps: Record<string, At> = {
      ArrowDown: { row: at.row + 1, column: at.column },
      ArrowUp: { row: at.row - 1, column: at.column },
      ArrowRight: { row: at.row, column: at.column + 1 },
      ArrowLeft: { row: at.row, column: at.column - 1 },
      PageDown: { row: at.row + page, column: at.column },
      PageUp: { row: at.row - page, column: at.column },
      Home: { row: event.ctrlKey ? 0 : at.row, column: 0 },
      End: { row: event.ctrlKey ? rows.length - 1 : at.row, column: cells.length - 1 },
    };
    const control = event.ctrlKey || event.metaKey;
    const value = here?.[column];
    if (control && event.key === 'Enter') {
      if (here) onParts(here);
    } else if (control && event.key === 'z') onUndo();
    else if (control && event.key === 'c' && !String(getSelection())) {
      void copyText(asTabs(all, (id) => intl.formatMessage({ id: `drafts.column.${id}` })));
    } else if (event.key in steps && !event.altKey) {
      const next = steps[event.key]!;
      move(next.row, next.column);
    } else if (event.key === 'Enter' || event.key === 'F2') begin(String(value ?? ''));
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      if (writable) write('');
    } else if (!control && !event.altKey && event.key.length === 1) begin(event.key);
    else return;
    event.preventDefault();
  };
  const onPasted = (event: ClipboardEvent) => {
    if (!writable || text !== null) return;
    event.preventDefault();
    onPaste(event.clipboardData.getData('text/plain'), { row: at.row, column });
  };

  return (
    <div
      ref={box}
      className="sheet draft-grid"
      role="grid"
      aria-label={intl.formatMessage({ id: 'drafts.grid' })}
      aria-rowcount={rows.length + 2}
      aria-readonly={!writable}
      aria-activedescendant={here && `${prefix}-${here.unitId}-${column}`}
      tabIndex={0}
      onKeyDown={onKey}
      onPaste={onPasted}
    >
      <table role="presentation" data-narrow={narrow || undefined}>
        <colgroup>
          {columns.map(({ id, width }) => (
            <col key={id} style={width === undefined ? undefined : { width }} />
          ))}
        </colgroup>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ id, title, numeric, typed: own }) => (
              <th
                key={id}
                role="columnheader"
                scope="col"
                data-align={numeric ? 'end' : undefined}
                data-typed={own ? '' : undefined}
                data-column={id}
              >
                <FormattedMessage id={title} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {above > 0 && <tr role="presentation" style={{ height: above }} />}
          {items.map(({ index }) => {
            const row = rows[index];
            if (!row) return null;
            const fault = faultOf(row);
            return (
              <tr
                key={row.unitId}
                role="row"
                aria-rowindex={index + 2}
                data-id={row.unitId}
                data-fault={fault ?? undefined}
                style={{ height }}
              >
                {columns.map((one) => {
                  const own = one.typed;
                  const cell = own ? cells.indexOf(own) : -1;
                  const active = own !== undefined && index === at.row && own === column;
                  return (
                    <td
                      key={one.id}
                      id={own && `${prefix}-${row.unitId}-${own}`}
                      role={one.id === 'unit' ? 'rowheader' : 'gridcell'}
                      data-align={one.numeric ? 'end' : undefined}
                      data-column={one.id}
                      data-typed={own ? '' : undefined}
                      data-active={active || undefined}
                      onClick={() => {
                        if (one.id === 'unit') onParts(row);
                        if (!own || (active && text !== null)) return;
                        if (text !== null && !write(text)) return setWrong(true);
                        setText(null);
                        setAt({ row: index, column: cell });
                        if ((narrow || active) && writable) begin(String(row[own] ?? ''));
                      }}
                      onDoubleClick={() => own && begin(String(row[own] ?? ''))}
                    >
                      {active && text !== null ? (
                        <input
                          autoFocus
                          value={text}
                          aria-label={`${unitName(row.unit)}: ${intl.formatMessage({ id: one.title })}`}
                          aria-invalid={wrong}
                          inputMode={own === 'note' ? 'text' : 'numeric'}
                          onFocus={({ target }) => {
                            if (text.length > 1) target.select();
                          }}
                          onChange={({ target }) => {
                            setWrong(false);
                            setText(target.value);
                          }}
                          onKeyDown={onTyping}
                          onBlur={() => {
                            if (write(text)) setText(null);
                            else setWrong(true);
                          }}
                        />
                      ) : (
                        <DraftCell
                          row={row}
                          cost={costs?.(row.unitId)}
                          column={one}
                          number={index + 1}
                        />
                      )}
                    </td>
                  );
                })}
              </tr>
            );
          })}
          {below > 0 && <tr role="presentation" style={{ height: below }} />}
        </tbody>
        <tfoot role="rowgroup">
          {filtered && (
            <DraftTotal
              columns={columns}
              rows={rows}
              costs={costs}
              title={<FormattedMessage id="drafts.total-shown" />}
            />
          )}
          <DraftTotal
            columns={columns}
            rows={all}
            costs={costs}
            title={
              <FormattedMessage
                id={filtered ? 'drafts.total-of' : 'drafts.total'}
                values={{ kind }}
              />
            }
          />
        </tfoot>
      </table>
    </div>
  );
}

/** The lines as a spreadsheet takes them. */
function asTabs(rows: readonly QuotaDraftRow[], title: (id: Typed | 'unit') => string): string {
  const clean = (value: unknown) => String(value ?? '').replace(/[\t\r\n]+/g, ' ');
  return [
    [title('unit'), ...typed.map(title)].join('\t'),
    ...rows.map((row) => [unitName(row.unit), ...typed.map((name) => clean(row[name]))].join('\t')),
  ].join('\n');
}

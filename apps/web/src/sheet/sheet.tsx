import './sheet.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { copyText } from '../clipboard.ts';
import { useNarrow } from '../width.ts';
import { asTabs, type Column, type Sort } from './column.ts';
import { SheetHead } from './sheet-head.tsx';
import { SheetRow } from './sheet-row.tsx';
import { useRowControls } from './use-row-controls.ts';

type Props<Row> = {
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  idOf: (row: Row) => string;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  chosen?: string | undefined;
  onOpen?: (row: Row) => void;
  onHover?: (id: string | null) => void;
  /** Says which row is lit from elsewhere, without drawing the sheet again. */
  hovered?: { listen: (listener: (id: string | null) => void) => () => void };
  empty?: ReactNode;
};

/** Pixels a column without a width of its own gets at least. */
const leadWidth = 140;

/**
 * A table with the density and the keys of a spreadsheet: head and total stay in sight, the arrows move,
 * Enter opens, Tab goes on to what stands in the row, Ctrl-C copies what is shown. Only the rows in sight are in the page.
 */
export function Sheet<Row>(props: Props<Row>) {
  const { label, columns, rows, idOf, chosen, onOpen, onHover, hovered } = props;
  const box = useRef<HTMLDivElement>(null);
  const narrow = useNarrow();
  const prefix = useId();
  const [active, setActive] = useState(-1);
  const height = narrow ? 44 : 32;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const least = columns.reduce((sum, { width }) => sum + (width ?? leadWidth), 0);
  const hasTotal = columns.some(({ total }) => total !== undefined);

  useEffect(() => virtual.measure(), [virtual, height]);
  useRowControls(box, active);

  useEffect(
    () =>
      hovered?.listen((id) => {
        for (const row of box.current?.querySelectorAll('tr[data-lit]') ?? []) {
          row.removeAttribute('data-lit');
        }
        if (id) box.current?.querySelector(`tr[data-id="${id}"]`)?.setAttribute('data-lit', '');
      }),
    [hovered],
  );

  // A unit chosen on the map comes into sight in the table.
  useEffect(() => {
    const index = chosen ? rows.findIndex((row) => idOf(row) === chosen) : -1;
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' });
    // Only when the choice changes: sorting must not throw the reader back.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [chosen]);

  const move = (to: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, to));
    setActive(next);
    virtual.scrollToIndex(next, { align: 'auto' });
    onHover?.(rows[next] ? idOf(rows[next]) : null);
  };
  const onKey = (event: KeyboardEvent) => {
    // A field, a link or a button in a row or a heading has keys of its own.
    const inside = event.target !== box.current;
    if (event.target instanceof HTMLInputElement || !box.current?.contains(event.target as Node))
      return;
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / height) - 2);
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: rows.length - 1,
    };
    const row = rows[active];
    if (event.key in steps && !event.altKey) {
      event.preventDefault();
      if (inside) box.current?.focus({ preventScroll: true });
      move(steps[event.key]!);
    } else if (event.key === 'Enter' && row && !inside) onOpen?.(row);
    else if (event.key === 'c' && (event.ctrlKey || event.metaKey) && !String(getSelection())) {
      event.preventDefault();
      void copyText(asTabs(rows, columns));
    }
  };

  return (
    <div
      ref={box}
      className="sheet"
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={rows[active] ? `${prefix}-${idOf(rows[active])}` : undefined}
      tabIndex={0}
      onKeyDown={onKey}
      onFocus={({ target, currentTarget }) => {
        const byKey = target === currentTarget && target.matches(':focus-visible');
        if (byKey && active < 0 && rows.length > 0) setActive(0);
      }}
      onMouseLeave={() => onHover?.(null)}
    >
      <table role="presentation" style={{ minWidth: least }}>
        <SheetHead columns={columns} sort={props.sort} onSort={props.onSort} />
        <tbody role="rowgroup">
          {above > 0 && <tr role="presentation" style={{ height: above }} />}
          {items.map(({ index }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <SheetRow
                key={idOf(row)}
                id={idOf(row)}
                prefix={prefix}
                row={row}
                index={index}
                columns={columns}
                height={height}
                chosen={idOf(row) === chosen}
                active={index === active}
                onHover={onHover}
                onOpen={onOpen}
              />
            );
          })}
          {below > 0 && <tr role="presentation" style={{ height: below }} />}
        </tbody>
        {hasTotal && rows.length > 0 && (
          <tfoot role="rowgroup">
            <tr role="row">
              {columns.map(({ id, align, width, total }) => (
                <td
                  key={id}
                  role="gridcell"
                  data-align={align}
                  data-lead={width === undefined || undefined}
                >
                  {total}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
      {rows.length === 0 && <div className="sheet-empty">{props.empty}</div>}
    </div>
  );
}

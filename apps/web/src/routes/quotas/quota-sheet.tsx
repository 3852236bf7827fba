import '../../sheet/sheet.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNarrow } from '../../width.ts';
import { narrowColumns, wideColumns, withoutBasis } from './quota-column.ts';
import { QuotaHead } from './quota-head.tsx';
import { Line, sumCell } from './quota-line.tsx';
import type { QuotaLine, QuotaSort, Sums } from './quota.rules.ts';

type Props = {
  lines: QuotaLine[];
  total: Sums;
  sort: QuotaSort | undefined;
  onSort: (sort: QuotaSort | undefined) => void;
  /** The commune open at the side. */
  chosen: string | undefined;
  onLine: (line: QuotaLine) => void;
  onCopy: () => void;
  /** One decision gives them all and is named above the table. */
  oneBasis: boolean;
  basisOf: (instrumentId: string | null) => ReactNode;
};

/** Paper wants every row, the screen only those in sight. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
  return printing;
}

export function QuotaSheet(props: Props) {
  const { lines, total, chosen, onLine, onCopy, basisOf } = props;
  const intl = useIntl();
  const box = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const printing = usePrinting();
  const all = useNarrow() && !printing ? narrowColumns : wideColumns;
  const columns = props.oneBasis ? withoutBasis(all) : all;
  const height = all === narrowColumns ? 50 : 34;
  const [active, setActive] = useState(-1);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 14,
  });
  useEffect(() => virtual.measure(), [virtual, height]);

  const items = virtual.getVirtualItems();
  const places = printing ? lines.map((_, index) => index) : items.map(({ index }) => index);
  const above = printing ? 0 : (items[0]?.start ?? 0);
  const below = printing ? 0 : virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const parents = new Set(lines.map((line) => line.kind === 'row' && line.row.parent?.id));
  const grouped = lines.some(({ kind }) => kind === 'group');
  const named = !grouped && parents.size > 1;

  const onKey = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / height) - 3);
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: lines.length - 1,
    };
    const line = lines[active];
    if (event.key in steps && !event.altKey) {
      event.preventDefault();
      const next = Math.max(0, Math.min(lines.length - 1, steps[event.key]!));
      setActive(next);
      virtual.scrollToIndex(next, { align: 'auto' });
    } else if (
      (event.key === 'Enter' || event.key === ' ') &&
      line &&
      event.target === box.current
    ) {
      event.preventDefault();
      onLine(line);
    } else if (event.key === 'c' && (event.ctrlKey || event.metaKey) && !String(getSelection())) {
      event.preventDefault();
      onCopy();
    }
  };

  return (
    <div
      ref={box}
      className="sheet quota-sheet"
      role={grouped ? 'treegrid' : 'grid'}
      aria-label={intl.formatMessage({ id: 'page.quotas' })}
      aria-rowcount={lines.length + 2}
      aria-activedescendant={lines[active] && `${prefix}-${lines[active].id}`}
      tabIndex={0}
      onKeyDown={onKey}
    >
      <table role="presentation" data-narrow={all === narrowColumns || undefined}>
        <colgroup>
          {columns.map(({ id, width }) => (
            <col key={id} style={width === undefined ? undefined : { width }} />
          ))}
        </colgroup>
        <QuotaHead columns={columns} sort={props.sort} onSort={props.onSort} />
        <tbody role="rowgroup">
          {above > 0 && <tr role="presentation" style={{ height: above }} />}
          {places.map((place) => {
            const line = lines[place];
            if (!line) return null;
            return (
              <Line
                key={line.id}
                line={line}
                place={place + 1}
                prefix={prefix}
                columns={columns}
                named={named}
                level={grouped ? (line.kind === 'group' ? 1 : 2) : undefined}
                active={place === active}
                chosen={line.kind === 'row' && line.row.unitId === chosen}
                basisOf={basisOf}
                onLine={onLine}
              />
            );
          })}
          {below > 0 && <tr role="presentation" style={{ height: below }} />}
        </tbody>
        <tfoot role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <td
                key={column.id}
                role="gridcell"
                data-align={column.numeric ? 'end' : undefined}
                data-column={column.id}
              >
                {column.id === 'unit' ? (
                  <FormattedMessage id="quotas.total" />
                ) : (
                  sumCell(column, total)
                )}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

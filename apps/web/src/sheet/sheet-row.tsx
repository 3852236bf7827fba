import { memo } from 'react';
import type { Column } from './column.ts';

type Props<Row> = {
  id: string;
  prefix: string;
  row: Row;
  index: number;
  columns: Column<Row>[];
  height: number;
  chosen: boolean;
  active: boolean;
  onHover: ((id: string | null) => void) | undefined;
  onOpen: ((row: Row) => void) | undefined;
};

function PlainRow<Row>(props: Props<Row>) {
  const { id, prefix, row, index, columns, height, chosen, active, onHover, onOpen } = props;
  return (
    <tr
      id={`${prefix}-${id}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={chosen}
      data-id={id}
      data-active={active || undefined}
      style={{ height }}
      onMouseEnter={() => onHover?.(id)}
      onClick={({ target, currentTarget }) => {
        // A link or button in it has work of its own; so has what it shows over the page.
        const own = target instanceof Element && target.closest('a, button, input, label');
        if (!own && currentTarget.contains(target as Node)) onOpen?.(row);
      }}
    >
      {columns.map((column) => (
        <td
          key={column.id}
          role="gridcell"
          data-align={column.align}
          data-lead={column.width === undefined || undefined}
          title={column.text && !column.align ? String(column.text(row, index) ?? '') : undefined}
        >
          {column.cell(row, index)}
        </td>
      ))}
    </tr>
  );
}

export const SheetRow = memo(PlainRow) as typeof PlainRow;

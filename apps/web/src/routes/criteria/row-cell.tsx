import { type ClipboardEvent, type KeyboardEvent, useState } from 'react';
import { useIntl } from 'react-intl';
import { readNumber, writtenNumber } from './number.rules.ts';
import { cellOf, type Row, type TableColumn } from './table-column.ts';

type Props = {
  row: Row;
  column: TableColumn;
  label: string;
  /** How the table finds it. */
  cell: string;
  fault: boolean;
  faultId: string;
  onChange: (value: unknown) => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement | HTMLSelectElement>) => void;
  onPaste: (event: ClipboardEvent) => void;
};

/** One cell: a number as people write it, or one of a few words. */
export function RowCell(props: Props) {
  const { row, column, label, cell, fault, faultId, onChange, onKeyDown, onPaste } = props;
  const intl = useIntl();
  // What is typed stays as it is typed ("1,0…") while it means what the document holds.
  const [text, setText] = useState<string | null>(null);
  const path = column.path(row);
  if (!path) return null;
  const value = cellOf(row, path);
  if (column.kind === 'choice') {
    return (
      <select
        data-cell={cell}
        aria-label={label}
        aria-invalid={fault}
        value={String(value ?? column.otherwise ?? '')}
        onChange={({ target }) =>
          onChange(column.options!.find((one) => String(one.value) === target.value)?.value)
        }
        onKeyDown={onKeyDown}
      >
        {column.options!.map((one) => (
          <option key={String(one.value)} value={String(one.value)}>
            {intl.formatMessage({ id: one.text })}
          </option>
        ))}
      </select>
    );
  }
  const typed = (said: string) => {
    const read = readNumber(said);
    if (read === undefined) return said;
    return read ?? (column.needed ? '' : undefined);
  };
  const shown = text !== null && typed(text) === value ? text : writtenNumber(value);
  return (
    <input
      data-cell={cell}
      aria-label={label}
      aria-invalid={fault}
      aria-describedby={fault ? faultId : undefined}
      inputMode="decimal"
      maxLength={14}
      value={shown}
      onFocus={({ target }) => target.select()}
      onChange={({ target }) => {
        setText(target.value);
        onChange(typed(target.value));
      }}
      onBlur={() => setText(null)}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
    />
  );
}

import './card-list.css';
import type { ReactNode } from 'react';

type Props<Row> = {
  label: string;
  rows: readonly Row[];
  idOf: (row: Row) => string;
  title: (row: Row) => string;
  tag?: (row: Row) => ReactNode;
  /** Lines under the title; what is empty is left out. */
  lines: (row: Row) => ReactNode[];
  /** Without, a card says all that there is. */
  onOpen?: ((row: Row) => void) | undefined;
};

/** A list on a phone: names are long, so each row is a card that opens by a touch, and none is cut. */
export function CardList<Row>(props: Props<Row>) {
  const { label, rows, idOf, title, tag, lines, onOpen } = props;
  return (
    <ul className="card-list" aria-label={label}>
      {rows.map((row) => (
        <li key={idOf(row)}>
          {onOpen ? (
            <button type="button" onClick={() => onOpen(row)}>
              {title(row)}
            </button>
          ) : (
            <b>{title(row)}</b>
          )}
          {tag?.(row)}
          {lines(row)
            .filter(Boolean)
            .map((line, index) => (
              <small key={index}>{line}</small>
            ))}
        </li>
      ))}
    </ul>
  );
}

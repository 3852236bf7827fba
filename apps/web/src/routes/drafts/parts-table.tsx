import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import type { MessageId } from '../../i18n/message.ts';
import { readCount } from './draft.rules.ts';
import {
  type PartRow,
  type Place,
  places,
  type Share,
  shareKey,
  type Shares,
  sumOfPlace,
  sumOfRow,
  sumOfShares,
} from './parts.rules.ts';

type Props = {
  rows: readonly PartRow[];
  shares: Shares;
  writable: boolean;
  onChange: (changes: Share[], merge?: string) => void;
  onPaste: (text: string, at: { row: number; place: Place }) => void;
  onUndo: () => void;
};

/** Shares as a spreadsheet: Enter and arrows go up and down, Tab goes right. */
export function PartsTable({ rows, shares, writable, onChange, onPaste, onUndo }: Props) {
  const intl = useIntl();
  const box = useRef<HTMLTableElement>(null);
  const cellAt = (row: number, place: Place) =>
    box.current?.querySelector<HTMLInputElement>(`[data-cell="${row} ${place}"]`);
  const onKey = (event: KeyboardEvent, row: number, place: Place) => {
    const step = { ArrowDown: 1, Enter: event.shiftKey ? -1 : 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      cellAt(row + step, place)?.select();
    } else if (event.key === 'z' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onUndo();
    }
  };
  const paste = (event: ClipboardEvent, row: number, place: Place) => {
    const text = event.clipboardData.getData('text/plain');
    // One count alone is typed; a table is read.
    if (!writable || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    onPaste(text, { row, place });
  };
  const title = (place: Place) => intl.formatMessage({ id: `drafts.parts.${place}` as MessageId });
  return (
    <table className="parts-table" ref={box}>
      <thead>
        <tr>
          <th scope="col">
            <FormattedMessage id="drafts.parts.row" />
          </th>
          {places.map((place) => (
            <th key={place} scope="col" className="number">
              {title(place)}
            </th>
          ))}
          <th scope="col" className="number">
            <FormattedMessage id="drafts.parts.sum" />
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, n) => (
          <tr key={shareKey(row, 'none')}>
            <th scope="row">{row.name}</th>
            {places.map((place) => {
              const key = shareKey(row, place);
              return (
                <td key={place}>
                  <input
                    data-cell={`${n} ${place}`}
                    aria-label={`${row.name}: ${title(place)}`}
                    inputMode="numeric"
                    maxLength={6}
                    disabled={!writable}
                    value={shares.get(key) ?? ''}
                    onChange={({ target }) => {
                      const members = readCount(target.value);
                      if (members !== undefined) onChange([{ row, place, members }], key);
                    }}
                    onKeyDown={(event) => onKey(event, n, place)}
                    onPaste={(event) => paste(event, n, place)}
                  />
                </td>
              );
            })}
            <td className="number">
              <FormattedNumber value={sumOfRow(shares, row)} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            <FormattedMessage id="drafts.total" />
          </th>
          {places.map((place) => (
            <td key={place} className="number">
              <FormattedNumber value={sumOfPlace(shares, place)} />
            </td>
          ))}
          <td className="number">
            <FormattedNumber value={sumOfShares(shares)} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

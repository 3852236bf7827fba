import './legend.css';
import { useState, type ReactNode } from 'react';
import { FormattedMessage, FormattedNumber } from 'react-intl';

/** What a legend says, in the page and in the picture. */
export type LegendContent = {
  title: string;
  rule: string;
  day: string;
  entries: { label: string; count: number; colour: string | null }[];
  outside: string | null;
  points: { label: string; layer: 'teams' | 'workplaces'; bare: boolean }[];
};

type Props = { content: LegendContent; open: boolean; children?: ReactNode };

/** Classes with their counts, the rule and the day; folds away on a phone. */
export function Legend({ content, open: atFirst }: Props) {
  const [open, setOpen] = useState(atFirst);
  return (
    <section className="legend" data-open={open || undefined}>
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <b>{content.title}</b>
        <span className="legend-fold">
          <FormattedMessage id={open ? 'legend.fold' : 'legend.unfold'} />
        </span>
      </button>
      {open && (
        <>
          <ul>
            {content.entries.map(({ label, count, colour }) => (
              <li key={label}>
                <i
                  className={colour === null ? 'swatch hatched' : 'swatch'}
                  style={colour === null ? undefined : { background: colour }}
                />
                <span>{label}</span>
                <b className="tabular">
                  <FormattedNumber value={count} />
                </b>
              </li>
            ))}
            {content.outside && (
              <li>
                <i className="swatch outside" />
                <span>{content.outside}</span>
              </li>
            )}
          </ul>
          {content.points.length > 0 && (
            <ul className="legend-points">
              {content.points.map(({ label, layer, bare }) => (
                <li key={label}>
                  <i className={`point ${layer}${bare ? ' bare' : ''}`} />
                  <span>{label}</span>
                </li>
              ))}
            </ul>
          )}
          <p>
            {content.rule} {content.day}
          </p>
        </>
      )}
    </section>
  );
}

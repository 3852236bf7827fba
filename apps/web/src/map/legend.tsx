import './legend.css';
import { FormattedNumber } from 'react-intl';

/** What a legend says, in the page and in the picture. */
export type LegendContent = {
  title: string;
  rule: string;
  day: string;
  entries: { label: string; count: number; colour: string | null }[];
  outside: string | null;
  points: { label: string; layer: 'teams' | 'workplaces'; bare: boolean }[];
};

/** Classes as a ramp with their counts, the rule and the day. */
export function Legend({ content }: { content: LegendContent }) {
  return (
    <section className="legend" aria-label={content.title}>
      <p>
        <b>{content.title}</b>
        <span>
          {content.rule} {content.day}
        </span>
      </p>
      <ul>
        {content.entries.map(({ label, count, colour }) => (
          <li key={label} className={colour === null ? 'apart' : undefined}>
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
          <li className="apart">
            <i className="swatch outside" />
            <span>{content.outside}</span>
          </li>
        )}
      </ul>
    </section>
  );
}

import type { PlainDate } from '@antt/kernel';
import { FormattedMessage, useIntl } from 'react-intl';
import { PlaceLink } from '../../frame/place-link.tsx';
import { unitName } from '../../unit-name.ts';
import { type Figure, figureText, type ForceRow, peopleOf } from './force-columns.tsx';

type Props = { on: PlainDate; rows: readonly ForceRow[]; figure: Figure };

/** A figure of each commune as a bar, the largest first. */
export function CommuneBars({ on, rows, figure }: Props) {
  const intl = useIntl();
  const ordered = rows.toSorted((a, b) => (b[figure] ?? -1) - (a[figure] ?? -1));
  const most = Math.max(1, ordered[0]?.[figure] ?? 0);
  return (
    <section className="commune-bars" aria-labelledby="commune-bars">
      <h2 id="commune-bars">
        <FormattedMessage
          id="force.by.commune"
          values={{ figure: intl.formatMessage({ id: `force.hint.${figure}` }) }}
        />
      </h2>
      <dl>
        {ordered.map((row) => (
          <div key={row.unit.id} className="force-bar">
            <dt>
              <PlaceLink path="/people" search={peopleOf(figure, on, row.unit.id)}>
                {unitName(row.unit)}
              </PlaceLink>
            </dt>
            <dd>
              <span className="bar" aria-hidden>
                <span style={{ inlineSize: `${(100 * (row[figure] ?? 0)) / most}%` }} />
              </span>
              <b>{figureText(intl, row[figure])}</b>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

import type { InstrumentLink, InstrumentProfile } from '@antt/contracts';
import { FormattedMessage, useIntl } from 'react-intl';
import { formatDay, useDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import { instrumentName } from './instrument-text.ts';
import { StandingTag } from './standing-tag.tsx';

const sides = ['bases', 'amends', 'amendedBy', 'replaces', 'replacedBy', 'basisOf'] as const;

/** The documents that this one cites, and those that cite it. */
export function Relations({ links }: { links: InstrumentProfile['links'] }) {
  const shown = sides.filter((side) => links[side].length > 0);
  return (
    <section>
      <h2>
        <FormattedMessage id="instruments.relations" />
      </h2>
      {shown.length === 0 && (
        <p className="faint">
          <FormattedMessage id="instruments.relations-none" />
        </p>
      )}
      {shown.map((side) => (
        <div key={side} className="relation">
          <h3>
            <FormattedMessage id={`instruments.side.${side}`} />
          </h3>
          <ul>
            {links[side].map((link) => (
              <Link key={link.id} link={link} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Link({ link }: { link: InstrumentLink }) {
  const intl = useIntl();
  const { on } = useDay();
  return (
    <li>
      <PlaceLink path={`/instruments/${link.id}`}>{instrumentName(intl, link)}</PlaceLink>
      <StandingTag instrument={link} on={on} />
      <small className="faint">
        <FormattedMessage
          id="instruments.link-note"
          values={{ issuer: link.issuer, day: formatDay(link.effectiveFrom) }}
        />
      </small>
    </li>
  );
}

import type { ReorganisationEffects } from '@antt/contracts';
import type { ReactNode } from 'react';
import { FormattedMessage, FormattedNumber } from 'react-intl';
import { unitName } from '../../unit-name.ts';

const order = [
  'founded',
  'ended',
  'changed',
  'moved',
  'quotas',
  'teams',
  'workplaces',
  'outlines',
] as const;

/** What an act moved and what somebody has to decide because of it. */
export function Effects({ effects }: { effects: ReorganisationEffects }) {
  const { counts, decisions, moved, quotas, teams } = effects;
  return (
    <>
      <ul className="summary">
        {order
          .filter((name) => counts[name] > 0)
          .map((name) => (
            <li key={name}>
              <b>
                <FormattedNumber value={counts[name]} />
              </b>
              <span>
                <FormattedMessage id={`reorganisations.count.${name}`} />
              </span>
            </li>
          ))}
      </ul>
      <Part of={decisions} total={decisions.length} title="decisions">
        {({ what, unit, count }) => (
          <>
            <b>{unitName(unit)}</b>
            <span>
              <FormattedMessage
                id={`reorganisations.decide.${what}`}
                values={{ count: count ?? 0 }}
              />
            </span>
          </>
        )}
      </Part>
      <Part of={moved} total={counts.moved} title="moved">
        {({ kind, name, from, to }) => (
          <>
            <b>{unitName({ kind, name })}</b>
            <span>
              {from ?? '–'} → {to ?? '–'}
            </span>
          </>
        )}
      </Part>
      <Part of={quotas} total={counts.quotas} title="quotas">
        {({ unit, teams: count, members, of }) => (
          <>
            <b>{unitName(unit)}</b>
            <span>
              <FormattedMessage
                id="reorganisations.quota"
                values={{ teams: count, members, of: of.join(', ') }}
              />
            </span>
          </>
        )}
      </Part>
      <Part of={teams} total={counts.teams} title="teams">
        {({ name, villages }) => (
          <>
            <b>{name}</b>
            <span>{villages.join(', ')}</span>
          </>
        )}
      </Part>
    </>
  );
}

type PartProps<Item> = {
  of: Item[];
  total: number;
  title: 'decisions' | 'moved' | 'quotas' | 'teams';
  children: (item: Item) => ReactNode;
};

/** What has to be decided is open at once, the rest when asked for. */
function Part<Item>({ of, total, title, children }: PartProps<Item>) {
  if (of.length === 0) return null;
  return (
    <details open={title === 'decisions'}>
      <summary>
        <FormattedMessage id={`reorganisations.${title}`} values={{ total }} />
      </summary>
      <ul className="act-lines">
        {of.map((item, n) => (
          <li key={n}>{children(item)}</li>
        ))}
      </ul>
      {total > of.length && (
        <p className="faint">
          <FormattedMessage id="reorganisations.more" values={{ count: total - of.length }} />
        </p>
      )}
    </details>
  );
}

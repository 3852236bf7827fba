import type { ReorganisationEffects } from '@antt/contracts';
import { compareNames } from '@antt/kernel';
import type { ReactNode } from 'react';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { unitName } from '../../unit-name.ts';
import { NormChanges } from './norm-changes.tsx';

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
  const { counts, communes = [], decisions, divided = [], norms, moved, quotas, teams } = effects;
  const intl = useIntl();
  const percent = new Intl.NumberFormat(intl.locale, {
    style: 'percent',
    maximumFractionDigits: 1,
  });
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
      <Part
        of={communes}
        total={communes.length}
        title={<FormattedMessage id="reorganisations.communes" />}
      >
        {({ unit, was, becomes }) => (
          <>
            <b>{unitName(unit)}</b>
            <span className="tabular">
              <FormattedMessage id="reorganisations.commune-counts" values={{ was, becomes }} />
            </span>
          </>
        )}
      </Part>
      {norms && <NormChanges norms={norms} />}
      <Part
        of={divided}
        total={divided.length}
        title={<FormattedMessage id="reorganisations.divided" />}
      >
        {({ unit, into }) => (
          <>
            <b>{unitName(unit)}</b>
            <span>
              {into
                .map(({ unit: one, share }) => `${unitName(one)} ${percent.format(share)}`)
                .join('; ')}
            </span>
          </>
        )}
      </Part>
      {kindsOf(decisions).map((what) => {
        const open = decisions.filter((one) => one.what === what);
        return (
          <Part
            key={what}
            of={open}
            total={open.length}
            title={<FormattedMessage id={`reorganisations.decide.${what}`} />}
          >
            {({ unit, count }) => (
              <>
                <b>{unitName(unit)}</b>
                {count !== null && (
                  <span>
                    <FormattedMessage id={`reorganisations.counted.${what}`} values={{ count }} />
                  </span>
                )}
              </>
            )}
          </Part>
        );
      })}
      <Part of={moved} total={counts.moved} title={<FormattedMessage id="reorganisations.moved" />}>
        {({ kind, name, from, to }) => (
          <>
            <b>{unitName({ kind, name })}</b>
            <span>
              {from ?? '–'} → {to ?? '–'}
            </span>
          </>
        )}
      </Part>
      <Part
        of={quotas}
        total={counts.quotas}
        title={<FormattedMessage id="reorganisations.quotas" />}
      >
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
      <Part of={teams} total={counts.teams} title={<FormattedMessage id="reorganisations.teams" />}>
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

const kindsOf = (decisions: ReorganisationEffects['decisions']) => [
  ...new Set(decisions.map(({ what }) => what)),
];

type PartProps<Item> = {
  of: Item[];
  total: number;
  title: ReactNode;
  children: (item: Item) => ReactNode;
};

/** A list of what an act touched, opened when it is asked for, in Vietnamese order. */
type Listed = { name: string } | { unit: { name: string } };
const nameOf = (item: Listed) => ('unit' in item ? item.unit.name : item.name);

function Part<Item extends Listed>({ of, total, title, children }: PartProps<Item>) {
  const intl = useIntl();
  if (of.length === 0) return null;
  const sorted = [...of].sort((a, b) => compareNames(nameOf(a), nameOf(b)));
  return (
    <details>
      <summary>
        {title} <b className="tabular">{intl.formatNumber(total)}</b>
      </summary>
      <ul className="act-lines">
        {sorted.map((item, n) => (
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

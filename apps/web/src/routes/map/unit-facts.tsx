import { getUnitHistory, type Coverage, type Figure, type UnitProfile } from '@antt/contracts';
import type { ReactNode } from 'react';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatDay, formatLastDay, useDay } from '../../day.ts';
import { readings } from '@antt/contracts';
import { useMe } from '../../session/me.ts';
import { openAbove } from '../../session/reach.rules.ts';
import { unitName } from '../../unit-name.ts';

type Props = { unit: UnitProfile; row: Coverage | undefined; onShow: (id: string) => void };

function Fact({
  name,
  children,
  from,
}: {
  name: ReactNode;
  children: ReactNode;
  from?: ReactNode;
}) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>
        {children}
        {from && <small>{from}</small>}
      </dd>
    </div>
  );
}

/** What is known of a unit on the day, each fact with where it comes from. */
export function UnitFacts({ unit, row, onShow }: Props) {
  const { on } = useDay();
  const history = useAnswer(getUnitHistory, { id: unit.id });
  // The instrument in force: the last decision about the quota not after the day.
  const quota = history.data?.items.find((item) => item.what === 'quota' && item.on <= on);
  const open = openAbove(unit.ancestors, useMe().areas);
  return (
    <>
      {row && <Gaps row={row} />}
      {row && (
        <section className="numbers">
          <h3>
            <FormattedMessage id="number.members" />
          </h3>
          <dl>
            {(['norm', 'decided', 'serving', 'paid'] as const).map((one) => (
              <div key={one}>
                <dt>
                  <FormattedMessage id={`number.${one}`} />
                </dt>
                <dd>
                  {row.members[one] === null ? (
                    <span className="not-yet">
                      <FormattedMessage id="number.not-yet" />
                    </span>
                  ) : (
                    <FormattedNumber value={row.members[one]} />
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <dl className="facts">
        {row && (
          <>
            <Fact name={<FormattedMessage id="fact.villages" />}>
              <FormattedMessage
                id="fact.villages.of"
                values={{ covered: row.coveredVillages, villages: row.villages }}
              />
            </Fact>
            <Fact
              name={<FormattedMessage id="fact.teams" />}
              from={
                quota?.instrumentNumber && (
                  <FormattedMessage
                    id="fact.by"
                    values={{ number: quota.instrumentNumber, day: formatDay(quota.on) }}
                  />
                )
              }
            >
              {row.teams.decided === null ? (
                <FormattedMessage id="fact.teams.undecided" values={{ active: row.teams.active }} />
              ) : (
                <FormattedMessage
                  id="fact.teams.of"
                  values={{
                    active: row.teams.active,
                    decided: row.teams.decided,
                    difference: readings.teams.value(row) ?? 0,
                    side: (readings.teams.value(row) ?? 0) < 0 ? 'short' : 'over',
                    lack: Math.abs(readings.teams.value(row) ?? 0),
                  }}
                />
              )}
            </Fact>
            <Fact name={<FormattedMessage id="fact.workplaces" />}>
              <FormattedMessage
                id="fact.workplaces.of"
                values={{
                  with: row.workplaces.teamsWith,
                  active: row.teams.active,
                  total: row.workplaces.total,
                }}
              />
            </Fact>
          </>
        )}
        {unit.figures.map((figure) => (
          <Fact
            key={figure.kind}
            name={<FormattedMessage id={`figure.${figure.kind}`} />}
            from={
              <FormattedMessage
                id="figure.source"
                values={{ source: figure.source, day: formatDay(figure.measuredOn) }}
              />
            }
          >
            <FigureValue figure={figure} />
          </Fact>
        ))}
        <Fact
          name={<FormattedMessage id="fact.code" />}
          from={
            // Villages have no list of codes; theirs is a name of the platform.
            unit.level !== 'village' && (
              <FormattedMessage id="fact.list" values={{ list: unit.list }} />
            )
          }
        >
          <span className="tabular">{unit.code}</span>
        </Fact>
        <Fact name={<FormattedMessage id="fact.valid" />}>
          {unit.validTo ? (
            <FormattedMessage
              id="fact.valid.between"
              values={{ from: formatDay(unit.validFrom), to: formatLastDay(unit.validTo) }}
            />
          ) : (
            <FormattedMessage id="fact.valid.since" values={{ from: formatDay(unit.validFrom) }} />
          )}
        </Fact>
        {unit.ancestors.length > 0 && (
          <Fact name={<FormattedMessage id="fact.above" />}>
            {unit.ancestors.map((above) =>
              open.has(above.id) ? (
                <button
                  key={above.id}
                  type="button"
                  className="link"
                  onClick={() => onShow(above.id)}
                >
                  {unitName(above)}
                </button>
              ) : (
                <span key={above.id}>{unitName(above)}</span>
              ),
            )}
          </Fact>
        )}
        {unit.tags.length > 0 && (
          <Fact name={<FormattedMessage id="fact.tags" />}>
            <Tags tags={unit.tags} />
          </Fact>
        )}
      </dl>
    </>
  );
}

/** Marks that policies ask for have a name in each language; any other stands as it was imported. */
const named = ['mountain', 'security-hotspot', 'industrial-zone'] as const;

function Tags({ tags }: { tags: readonly string[] }) {
  const intl = useIntl();
  return tags
    .map((tag) => {
      const known = named.find((one) => one === tag);
      return known ? intl.formatMessage({ id: `tag.${known}` }) : tag;
    })
    .join('; ');
}

function Gaps({ row }: { row: Coverage }) {
  if (row.gaps.length === 0) {
    return (
      <p className="all-well">
        <FormattedMessage id="gap.none" />
      </p>
    );
  }
  return (
    <ul className="gaps">
      {row.gaps.map((gap) => (
        <li key={gap}>
          <FormattedMessage id={`gap.${gap}`} />
        </li>
      ))}
    </ul>
  );
}

function FigureValue({ figure }: { figure: Figure }) {
  return (
    <>
      <FormattedNumber value={figure.value} maximumFractionDigits={2} />
      {figure.kind === 'area-km2' && ' km²'}
    </>
  );
}

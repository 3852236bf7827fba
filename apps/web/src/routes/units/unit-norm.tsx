import { explainNorm, listNorms, type NormStep, type UnitProfile } from '@antt/contracts';
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatDay, useDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { unitName } from '../../unit-name.ts';

type Range = { min: number; max: number } | null;
const told = (range: Range) =>
  range === null ? '–' : range.min === range.max ? `${range.max}` : `${range.min}–${range.max}`;

/** What the criteria in force come to here: step by step for a village, as a sum above. */
export function UnitNorm({ unit }: { unit: UnitProfile }) {
  if (unit.level === 'village') return <VillageNorm id={unit.id} />;
  if (unit.level === 'commune') return <CommuneNorm id={unit.id} />;
  return null;
}

function CommuneNorm({ id }: { id: string }) {
  const { on } = useDay();
  const norms = useAnswer(listNorms, { on, within: id, level: 'commune', limit: 1 });
  const row = norms.data?.items[0];
  return (
    <section>
      <h2>
        <FormattedMessage id="norm.title" />
      </h2>
      {norms.isError && <ProblemPanel problem={norms.error} onRetry={() => void norms.refetch()} />}
      {norms.isPending && <PageSkeleton />}
      {row && (
        <>
          <p>
            <FormattedMessage
              id="norm.sum"
              values={{ teams: told(row.teams), members: told(row.members) }}
            />
          </p>
          {row.open.map(({ gap, villages }) => (
            <p key={gap} className="due">
              <FormattedMessage id={`norm.gap.${gap}`} values={{ villages }} />
            </p>
          ))}
          <VillageNorms id={id} />
        </>
      )}
    </section>
  );
}

/** What the sum is made of; each village explains its own. */
function VillageNorms({ id }: { id: string }) {
  const { on } = useDay();
  const norms = useAnswer(listNorms, { on, within: id, level: 'village', limit: 500 });
  const rows = norms.data?.items ?? [];
  if (rows.length === 0) return null;
  return (
    <>
      <p className="faint">
        <FormattedMessage id="norm.of-villages" values={{ count: rows.length }} />
      </p>
      <ul className="norm-villages">
        {rows.map(({ unit, teams, members }) => (
          <li key={unit.id}>
            <PlaceLink path={`/units/${unit.id}`}>{unitName(unit)}</PlaceLink>
            <span>
              <FormattedMessage
                id="norm.sum"
                values={{ teams: told(teams), members: told(members) }}
              />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function VillageNorm({ id }: { id: string }) {
  const intl = useIntl();
  const { on } = useDay();
  const norm = useAnswer(explainNorm, { id, on });
  return (
    <section>
      <h2>
        <FormattedMessage id="norm.title" />
      </h2>
      {norm.isError && <ProblemPanel problem={norm.error} onRetry={() => void norm.refetch()} />}
      {norm.isPending && <PageSkeleton />}
      {norm.data && (
        <>
          <p>
            <FormattedMessage
              id="norm.sum"
              values={{ teams: told(norm.data.teams), members: told(norm.data.members) }}
            />
          </p>
          {norm.data.open.map(({ gap, villages }) => (
            <p key={gap} className="due">
              <FormattedMessage id={`norm.gap.${gap}`} values={{ villages }} />
            </p>
          ))}
          {norm.data.criteria && (
            <p className="faint">
              <PlaceLink path={`/criteria/${norm.data.criteria.id}`}>
                {norm.data.criteria.name}
              </PlaceLink>
              {' · '}
              <PlaceLink path={`/instruments/${norm.data.criteria.instrumentId}`}>
                {norm.data.criteria.instrumentNumber}
              </PlaceLink>
            </p>
          )}
          <ol className="norm-steps">
            {norm.data.steps.map((step, n) => (
              <li key={n}>{stepText(intl, step)}</li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

/** One step in words. */
export function stepText(intl: IntlShape, step: NormStep): string {
  const text = (id: string, values: Record<string, string | number | null> = {}) =>
    intl.formatMessage({ id: id as never }, values);
  const metric = (name: string | null) => (name ? text(`metric.${name}`) : '');
  const number = (value: number) => intl.formatNumber(value, { maximumFractionDigits: 2 });
  switch (step.step) {
    case 'snapshot':
      return text(`norm.step.snapshot.${step.of}`, { day: formatDay(step.day ?? '–') });
    case 'figure':
      return step.figure
        ? text('norm.step.figure', {
            metric: metric(step.metric),
            value: number(step.figure.value),
            day: formatDay(step.figure.measuredOn ?? ''),
            source: step.figure.source,
          })
        : text('norm.step.figure-missing', { metric: metric(step.metric) });
    case 'cluster':
      return text('norm.step.cluster', { units: step.units.map(({ name }) => name).join(', ') });
    case 'rule':
      return text('norm.step.rule', {
        name: step.name,
        article: step.article,
        stated: step.article ? 'yes' : 'no',
      });
    case 'class': {
      const bounds = [
        step.from !== null && `${step.fromIncluded ? '≥' : '>'} ${number(step.from)}`,
        step.to !== null && `${step.toIncluded ? '≤' : '<'} ${number(step.to)}`,
      ].filter(Boolean);
      return text(`norm.step.class.${step.binding}`, {
        bounds: `${metric(step.metric)} ${bounds.join('; ')}`.trim() || text('norm.step.always'),
        min: step.min ?? 0,
        max: step.max ?? 0,
      });
    }
    case 'increment':
      return text('norm.step.increment', {
        metric: metric(step.metric),
        from: number(step.from),
        of: number(step.stepOf / step.stepParts),
        counted: text(`norm.count.${step.count}`),
        steps: step.steps,
        add: step.add,
        more: step.steps * step.add,
      });
    case 'modifier':
      return text('norm.step.modifier', { name: step.name, add: step.add });
    case 'cap':
      return text('norm.step.cap', { cap: step.cap, before: step.before });
    case 'teams':
      return text('norm.step.teams', { teams: step.teams });
    case 'reading':
      return text('norm.step.reading', { question: step.question, chosen: step.chosen });
  }
}

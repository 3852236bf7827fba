import {
  type Figure,
  getUnit,
  listFigures,
  type UnitProfile,
  withdrawFigure,
} from '@antt/contracts';
import { App, Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { useAnswer, useCommand } from '../../answer.ts';
import { formatDay, useDay } from '../../day.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { problemText } from '../../i18n/problem-text.ts';
import { useMay } from '../../session/me.ts';

const FigureForm = lazy(() => import('./figure-form.tsx'));

/** Every figure of a unit with its day and source; the one that counts on the day stands out. */
export function UnitFigures({ unit }: { unit: UnitProfile }) {
  const intl = useIntl();
  const { on } = useDay();
  const { message } = App.useApp();
  const mayWrite = useMay('unit.write');
  const [recording, setRecording] = useState(false);
  const answer = useAnswer(listFigures, { id: unit.id });
  const withdraw = useCommand(withdrawFigure, [listFigures, getUnit]);
  const counts = (figure: Figure) =>
    unit.figures.some(
      ({ kind, measuredOn }) => kind === figure.kind && measuredOn === figure.measuredOn,
    );
  const takeBack = ({ kind, measuredOn }: Figure) =>
    withdraw.mutate(
      { id: unit.id, kind, measuredOn },
      {
        onSuccess: () => void message.success(intl.formatMessage({ id: 'figure.withdrawn' })),
        onError: (problem) => void message.error(problemText(intl, problem)),
      },
    );
  return (
    <section>
      <h2>
        <FormattedMessage id="unit.figures" />
        {mayWrite && (
          <Button size="small" onClick={() => setRecording(true)}>
            <FormattedMessage id="figure.record" />
          </Button>
        )}
      </h2>
      {answer.isError && (
        <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {answer.data?.items.length === 0 && (
        <p className="none">
          <FormattedMessage id="unit.figures.none" />
        </p>
      )}
      <ul className="figures">
        {answer.data?.items.map((figure) => (
          <li
            key={`${figure.kind}${figure.measuredOn}`}
            data-counts={counts(figure) || undefined}
            data-future={figure.measuredOn > on || undefined}
          >
            <span>
              <FormattedMessage id={`figure.${figure.kind}`} />
            </span>
            <b className="tabular">
              <FormattedNumber value={figure.value} maximumFractionDigits={2} />
            </b>
            <small>
              <FormattedMessage
                id="figure.source"
                values={{ source: figure.source, day: formatDay(figure.measuredOn) }}
              />
            </small>
            {mayWrite && (
              <Button
                size="small"
                type="text"
                onClick={() => takeBack(figure)}
                aria-label={intl.formatMessage(
                  { id: 'figure.withdraw-of' },
                  {
                    kind: intl.formatMessage({ id: `figure.${figure.kind}` }),
                    day: formatDay(figure.measuredOn),
                  },
                )}
              >
                <FormattedMessage id="figure.withdraw" />
              </Button>
            )}
          </li>
        ))}
      </ul>
      {recording && (
        <Suspense fallback={null}>
          <FigureForm unit={unit} onClose={() => setRecording(false)} />
        </Suspense>
      )}
    </section>
  );
}

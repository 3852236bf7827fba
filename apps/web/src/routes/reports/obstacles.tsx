import {
  getCompiledReport,
  listObstacles,
  type Obstacle,
  raiseObstacle,
  solveObstacle,
} from '@antt/contracts';
import { App, Button } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer, useCommand } from '../../answer.ts';
import { formatMoment } from '../../moment.ts';
import { newId } from '../../new-id.ts';
import { useMay } from '../../session/me.ts';
import { WordsForm } from './words-form.tsx';

type Props = { periodId: string; senderId: string };

/** What keeps this sender from its work, raised with this report, and how it was solved. */
export function Obstacles({ periodId, senderId }: Props) {
  const mayRaise = useMay('report.write');
  const maySolve = useMay('report.verify');
  const answer = useAnswer(listObstacles, { periodId, senderId });
  const [raising, setRaising] = useState(false);
  const [solved, setSolved] = useState<Obstacle | null>(null);
  const items = answer.data?.items ?? [];
  if (!answer.data || (items.length === 0 && !mayRaise)) return null;
  return (
    <section className="report-obstacles">
      <h2>
        <FormattedMessage id="reports.obstacles" />
      </h2>
      {items.length === 0 && (
        <p className="faint">
          <FormattedMessage id="reports.no-obstacle" />
        </p>
      )}
      <ul>
        {items.map((one) => (
          <li key={one.id} data-open={one.state === 'open' || undefined}>
            <p>{one.text}</p>
            <small className="faint">
              <FormattedMessage
                id="reports.obstacle-raised"
                values={{ at: formatMoment(one.raisedAt), by: one.raisedBy }}
              />
            </small>
            {one.solvedAt ? (
              <p className="report-answer">
                <FormattedMessage
                  id="reports.obstacle-solved"
                  values={{ at: formatMoment(one.solvedAt), by: one.solvedBy, answer: one.answer }}
                />
              </p>
            ) : (
              maySolve && (
                <Button size="small" onClick={() => setSolved(one)}>
                  <FormattedMessage id="reports.obstacle-solve" />
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
      {mayRaise && (
        <Button onClick={() => setRaising(true)}>
          <FormattedMessage id="reports.obstacle-raise" />
        </Button>
      )}
      {raising && <RaiseForm {...{ periodId, senderId }} onClose={() => setRaising(false)} />}
      {solved && <SolveForm obstacle={solved} onClose={() => setSolved(null)} />}
    </section>
  );
}

const refreshed = [listObstacles, getCompiledReport];

function RaiseForm({ periodId, senderId, onClose }: Props & { onClose: () => void }) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const command = useCommand(raiseObstacle, refreshed);
  const onSuccess = () => {
    void message.success(intl.formatMessage({ id: 'reports.obstacle-raised-done' }));
    onClose();
  };
  return (
    <WordsForm
      act="reports.obstacle-raise"
      label="reports.obstacle-text"
      about={<FormattedMessage id="reports.obstacle-note" />}
      pending={command.isPending}
      problem={command.error}
      onFinish={(text) => command.mutate({ id, periodId, senderId, text }, { onSuccess })}
      onClose={onClose}
    />
  );
}

function SolveForm({ obstacle, onClose }: { obstacle: Obstacle; onClose: () => void }) {
  const intl = useIntl();
  const { message } = App.useApp();
  const command = useCommand(solveObstacle, refreshed);
  const onSuccess = () => {
    void message.success(intl.formatMessage({ id: 'reports.obstacle-solved-done' }));
    onClose();
  };
  return (
    <WordsForm
      act="reports.obstacle-solve"
      label="reports.obstacle-answer"
      about={obstacle.text}
      pending={command.isPending}
      problem={command.error}
      onFinish={(answer) => command.mutate({ id: obstacle.id, answer }, { onSuccess })}
      onClose={onClose}
    />
  );
}

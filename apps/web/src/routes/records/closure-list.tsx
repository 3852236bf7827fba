import { type EditingClosure, listClosures } from '@antt/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { useDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { formatMoment } from '../../moment.ts';
import { useMay } from '../../session/me.ts';
import { unitName } from '../../unit-name.ts';
import { CloseEditingForm, OpenEditingForm, WindowForm } from './closure-forms.tsx';
import { Windows } from './windows.tsx';

type Act = { what: 'open' | 'window'; closure: EditingClosure } | { what: 'close' };

/** Communes whose records of people are closed, and when they may be changed all the same. */
export function ClosureList() {
  const { on } = useDay();
  const { within } = useArea();
  const mayWrite = useMay('setting.write');
  const [act, setAct] = useState<Act | null>(null);
  const answer = useAnswer(listClosures, { on, within }, { keep: true });
  const close = () => setAct(null);
  if (answer.isError) {
    return <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (!answer.data) return <PageSkeleton />;
  const { items } = answer.data;
  const closing = mayWrite && (
    <Button type="primary" onClick={() => setAct({ what: 'close' })}>
      <FormattedMessage id="records.editing.close" />
    </Button>
  );
  return (
    <>
      {items.length === 0 ? (
        <EmptyState title={<FormattedMessage id="records.editing.none" />} action={closing}>
          <FormattedMessage id="records.editing.none-note" />
        </EmptyState>
      ) : (
        <div className="toolbar">{closing}</div>
      )}
      <ul className="pairs">
        {items.map((closure) => (
          <li key={closure.communeId}>
            <b>{closure.commune && unitName(closure.commune)}</b>
            <p>{closure.reason}</p>
            <small className="faint">
              <FormattedMessage
                id="records.editing.closed-by"
                values={{ by: closure.closedBy, at: formatMoment(closure.closedAt) }}
              />
            </small>
            <Windows closure={closure} />
            {mayWrite && (
              <div className="row-acts">
                <Button onClick={() => setAct({ what: 'window', closure })}>
                  <FormattedMessage id="records.editing.window" />
                </Button>
                <Button onClick={() => setAct({ what: 'open', closure })}>
                  <FormattedMessage id="records.editing.open" />
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {act?.what === 'close' && <CloseEditingForm onClose={close} />}
      {act?.what === 'open' && <OpenEditingForm closure={act.closure} onClose={close} />}
      {act?.what === 'window' && <WindowForm closure={act.closure} onClose={close} />}
    </>
  );
}

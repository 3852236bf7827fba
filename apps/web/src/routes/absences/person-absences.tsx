import '../../list-page.css';
import { type AbsenceRow, listAbsences } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Button } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { useMay } from '../../session/me.ts';
import { stateOf } from './absence.rules.ts';
import { basisOf, daysOf } from './absence-columns.tsx';
import { AbsenceForm } from './absence-form.tsx';
import { AbsenceTag } from './absence-tag.tsx';
import { EndAbsenceForm } from './end-absence-form.tsx';

type Props = { personId: string; on: PlainDate };

/** On a person's page: suspensions and leave of all days, the latest first. */
export function PersonAbsences({ personId, on }: Props) {
  const intl = useIntl();
  const mayWrite = useMay('posting.write');
  const [recording, setRecording] = useState(false);
  const [ending, setEnding] = useState<AbsenceRow | null>(null);
  const list = useAnswer(listAbsences, { personId, limit: 100 }, { keep: true });
  return (
    <>
      {list.isError && <ProblemPanel problem={list.error} />}
      {list.data?.items.length === 0 && (
        <p className="faint">
          <FormattedMessage id="absence.none-of-person" />
        </p>
      )}
      <ul className="details">
        {list.data?.items.map((absence) => (
          <li key={absence.id}>
            <div>
              <span>
                <AbsenceTag absence={absence} on={on} /> {daysOf(intl, absence)}
              </span>
              <small>{basisOf(intl, absence)}</small>
            </div>
            {mayWrite && stateOf(absence, on) !== 'ended' && (
              <div className="row-acts">
                <Button size="small" onClick={() => setEnding(absence)}>
                  <FormattedMessage id={absence.validTo ? 'absence.end-change' : 'absence.end'} />
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <Button onClick={() => setRecording(true)}>
          <FormattedMessage id="absence.record" />
        </Button>
      )}
      {recording && <AbsenceForm on={on} personId={personId} onClose={() => setRecording(false)} />}
      {ending && <EndAbsenceForm absence={ending} on={on} onClose={() => setEnding(null)} />}
    </>
  );
}

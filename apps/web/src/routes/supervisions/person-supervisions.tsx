import '../../list-page.css';
import { listSupervisions } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Button } from 'antd';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { useMay } from '../../session/me.ts';
import { AssignForm } from './assign-form.tsx';
import { SupervisionPanel } from './supervision-panel.tsx';
import { SupervisionTags } from './supervision-tags.tsx';

type Props = { personId: string; on: PlainDate };

/** On a person's page: where the member helps to supervise, and the reports owed; never who is supervised. */
export function PersonSupervisions({ personId, on }: Props) {
  const mayWrite = useMay('supervision.write');
  const [assigning, setAssigning] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const list = useAnswer(listSupervisions, { on, personId, limit: 50 }, { keep: true });
  const shown = list.data?.items.find(({ id }) => id === open);
  const close = () => setOpen(null);
  return (
    <>
      {list.isError && <ProblemPanel problem={list.error} />}
      {list.data?.items.length === 0 && (
        <p className="faint">
          <FormattedMessage id="supervisions.none-of-person" />
        </p>
      )}
      <ul className="details">
        {list.data?.items.map((supervision) => (
          <li key={supervision.id}>
            <div>
              <span>
                <FormattedMessage
                  id="supervisions.by-decision"
                  values={{
                    number: supervision.decision.number,
                    day: formatDay(supervision.validFrom),
                  }}
                />
              </span>
              <SupervisionTags supervision={supervision} on={on} />
            </div>
            <div className="row-acts">
              <Button size="small" onClick={() => setOpen(supervision.id)}>
                <FormattedMessage id="supervisions.open" />
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {mayWrite && (
        <Button onClick={() => setAssigning(true)}>
          <FormattedMessage id="supervisions.assign" />
        </Button>
      )}
      {shown && <SupervisionPanel supervision={shown} on={on} onReplaced={close} onClose={close} />}
      {assigning && <AssignForm on={on} personId={personId} onClose={() => setAssigning(false)} />}
    </>
  );
}

import '../../list-page.css';
import { type IssueRow, listIssues } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { useMay } from '../../session/me.ts';
import { IssueForm } from './issue-form.tsx';
import { ReturnForm } from './return-form.tsx';

type Props = { personId: string; on: PlainDate };

/** On a person's page: what the member got, and still has. */
export function PersonIssues({ personId, on }: Props) {
  const mayWrite = useMay('posting.write');
  const [issuing, setIssuing] = useState(false);
  const [returned, setReturned] = useState<IssueRow | null>(null);
  const list = useAnswer(listIssues, { on, personId, limit: 200 }, { keep: true });
  const rows = list.data?.items ?? [];
  return (
    <>
      {list.isError && <ProblemPanel problem={list.error} />}
      {list.data && rows.length === 0 && (
        <p className="faint">
          <FormattedMessage id="supply.none-of-person" />
        </p>
      )}
      <dl className="facts">
        {rows.map((row) => (
          <div key={row.id}>
            <dt>
              {row.name} {row.number} · {formatDay(row.issuedOn)}
            </dt>
            <dd>
              {row.left > 0 ? `${row.left} ${row.measure} ` : ''}
              <Tag color={row.isDue ? 'warning' : 'default'}>
                <FormattedMessage id={row.isDue ? 'supply.is-due' : `supply.state.${row.state}`} />
              </Tag>
              {mayWrite && row.left > 0 && (
                <Button size="small" onClick={() => setReturned(row)}>
                  <FormattedMessage id="supply.take-back" />
                </Button>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {mayWrite && (
        <Button onClick={() => setIssuing(true)}>
          <FormattedMessage id="supply.issue" />
        </Button>
      )}
      {issuing && <IssueForm on={on} personId={personId} onClose={() => setIssuing(false)} />}
      {returned && <ReturnForm row={returned} on={on} onClose={() => setReturned(null)} />}
    </>
  );
}

import '../teams/teams.css';
import { type EquipmentRow, listEquipment, listEquipmentShortages } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Button, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';

const IssueForm = lazy(() => import('./issue-form.tsx'));
const WithdrawForm = lazy(() => import('./withdraw-form.tsx'));

type Props = { teamId: string; on: PlainDate; mayWrite: boolean };

/** What a team has on the day, and what it lacks of what it is due. */
export function TeamEquipment({ teamId, on, mayWrite }: Props) {
  const [issuing, setIssuing] = useState(false);
  const [taking, setTaking] = useState<EquipmentRow | null>(null);
  const stock = useAnswer(listEquipment, { on, teamId, limit: 200 }, { keep: true });
  const lack = useAnswer(listEquipmentShortages, { on, teamId, limit: 50 }, { keep: true });
  if (stock.isError) return <ProblemPanel problem={stock.error} />;
  if (!stock.data) return <PageSkeleton />;
  return (
    <>
      {lack.data && lack.data.items.length > 0 && (
        <p className="lacks">
          <FormattedMessage id="equipment.lacks" />{' '}
          {lack.data.items.map(({ item, name, short }) => (
            <Tag key={item}>
              {name}: {short}
            </Tag>
          ))}
        </p>
      )}
      {lack.data && lack.data.teamsWithoutSize > 0 && (
        <p className="faint">
          <FormattedMessage id="equipment.size-unknown" />
        </p>
      )}
      {stock.data.items.length === 0 ? (
        <p className="faint">
          <FormattedMessage id="equipment.none" />
        </p>
      ) : (
        <div className="stock-box" tabIndex={0}>
          <table className="stock">
            <thead>
              <tr>
                <th>
                  <FormattedMessage id="equipment.item" />
                </th>
                <th className="number">
                  <FormattedMessage id="equipment.left" />
                </th>
                <th>
                  <FormattedMessage id="equipment.received" />
                </th>
                <th>
                  <FormattedMessage id="equipment.ends" />
                </th>
                <th>
                  <FormattedMessage id="equipment.condition" />
                </th>
                {mayWrite && (
                  <th>
                    <span className="visually-hidden">
                      <FormattedMessage id="equipment.action" />
                    </span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {stock.data.items.map((row) => (
                <tr key={row.id}>
                  <td>{row.name}</td>
                  <td className="number">
                    {row.left} {row.unit}
                  </td>
                  <td className="tabular">{formatDay(row.receivedOn)}</td>
                  <td className="tabular">
                    {row.serviceEndsOn ? formatDay(row.serviceEndsOn) : '–'}{' '}
                    {row.isDue && (
                      <Tag>
                        <FormattedMessage id="equipment.due" />
                      </Tag>
                    )}
                  </td>
                  <td>
                    <FormattedMessage id={`equipment.condition.${row.condition}`} />
                  </td>
                  {mayWrite && (
                    <td>
                      <Button size="small" onClick={() => setTaking(row)}>
                        <FormattedMessage id="equipment.action" />
                      </Button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {mayWrite && (
        <Button onClick={() => setIssuing(true)}>
          <FormattedMessage id="equipment.issue" />
        </Button>
      )}
      <Suspense>
        {issuing && <IssueForm teamId={teamId} on={on} onClose={() => setIssuing(false)} />}
        {taking && <WithdrawForm row={taking} on={on} onClose={() => setTaking(null)} />}
      </Suspense>
    </>
  );
}

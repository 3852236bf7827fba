import '../teams/teams.css';
import { listEquipment, listEquipmentShortages, type TeamProfile } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Button, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { Stock } from './stock.tsx';

const IssueForm = lazy(() => import('./issue-form.tsx'));

type Props = { team: TeamProfile; on: PlainDate; mayWrite: boolean };

/** What a team has on the day, and what it lacks of what it is due. */
export function TeamEquipment({ team, on, mayWrite }: Props) {
  const teamId = team.id;
  const [issuing, setIssuing] = useState(false);
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
      <Stock rows={stock.data.items} on={on} mayWrite={mayWrite} beside="workplace" />
      {mayWrite && (
        <Button onClick={() => setIssuing(true)}>
          <FormattedMessage id="equipment.issue" />
        </Button>
      )}
      <Suspense>
        {issuing && (
          <IssueForm
            teams={[team]}
            places={team.workplace ? [team.workplace] : []}
            on={on}
            onClose={() => setIssuing(false)}
          />
        )}
      </Suspense>
    </>
  );
}

import { listEquipment, type WorkplaceProfile } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { Stock } from './stock.tsx';

const IssueForm = lazy(() => import('./issue-form.tsx'));

type Props = { place: WorkplaceProfile; on: PlainDate; mayWrite: boolean };

/** What stands in a workplace on the day; each thing is one of the teams' that work there. */
export function WorkplaceEquipment({ place, on, mayWrite }: Props) {
  const [issuing, setIssuing] = useState(false);
  const question = { on, workplaceId: place.id, limit: 1000 };
  const stock = useAnswer(listEquipment, question, { keep: true });
  if (stock.isError) {
    return <ProblemPanel problem={stock.error} onRetry={() => void stock.refetch()} />;
  }
  if (!stock.data) return <PageSkeleton />;
  return (
    <>
      <Stock rows={stock.data.items} on={on} mayWrite={mayWrite} beside="team" />
      {mayWrite && place.teams.length > 0 && (
        <Button onClick={() => setIssuing(true)}>
          <FormattedMessage id="equipment.issue" />
        </Button>
      )}
      {mayWrite && place.teams.length === 0 && (
        <p className="faint">
          <FormattedMessage id="equipment.no-team-here" />
        </p>
      )}
      <Suspense>
        {issuing && (
          <IssueForm
            teams={place.teams}
            places={[place]}
            placeId={place.id}
            on={on}
            onClose={() => setIssuing(false)}
          />
        )}
      </Suspense>
    </>
  );
}

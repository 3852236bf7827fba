import '../../list-page.css';
import './recruitments.css';
import { PlusOutlined } from '@ant-design/icons';
import { listRecruitments, type RecruitmentRow } from '@antt/contracts';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useNavigate } from 'react-router';
import { useArea } from '../../area.ts';
import { formatDay, useDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceLink, useHeldSearch } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { usePages } from '../../pages.ts';
import { useMay } from '../../session/me.ts';
import { unitName } from '../../unit-name.ts';
import { boardColumns, columnOf, mostUrgent } from './board.rules.ts';
import { ClockText } from './clock-text.tsx';
import { FullNote } from './full-note.tsx';

const PlanForm = lazy(() => import('./plan-form.tsx'));

/** Recruitments of the area by how far they have come, each with what is owed next. */
export function Component() {
  const { on } = useDay();
  const { within } = useArea();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const mayWrite = useMay('recruitment.write');
  const [planning, setPlanning] = useState(false);
  const question = { on, within };
  const answer = usePages(listRecruitments, { ...question, limit: 500 });
  const draft = mayWrite && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setPlanning(true)}>
      <FormattedMessage id="recruitments.plan.new" />
    </Button>
  );
  // A plan of today is not to be seen on an earlier day.
  const show = (id: string) => void navigate(`/recruitments/${id}${held({ on: undefined })}`);
  return (
    <div className="list-page">
      <PageHeader
        title={<FormattedMessage id="page.recruitments" />}
        note={<FormattedMessage id="recruitments.note" />}
      >
        <ExportButton route="/recruitments" question={question} placed />
        {draft}
      </PageHeader>
      {mayWrite && <FullNote />}
      {answer.isError && (
        <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {answer.isPending && <PageSkeleton />}
      {answer.data && answer.items.length === 0 && (
        <EmptyState
          title={<FormattedMessage id="recruitments.empty" />}
          action={draft || undefined}
        />
      )}
      {answer.items.length > 0 && (
        <div className="recruitment-board">
          {boardColumns.map((column) => {
            const cards = answer.items.filter(({ stage }) => columnOf(stage) === column);
            return (
              <section key={column} aria-labelledby={`recruitments-${column}`}>
                <h2 id={`recruitments-${column}`}>
                  <FormattedMessage
                    id={`recruitments.column.${column}`}
                    values={{ count: cards.length }}
                  />
                </h2>
                {cards.map((row) => (
                  <Card key={row.id} row={row} />
                ))}
              </section>
            );
          })}
        </div>
      )}
      <Suspense>
        {planning && <PlanForm onClose={() => setPlanning(false)} onDone={show} />}
      </Suspense>
    </div>
  );
}

function Card({ row }: { row: RecruitmentRow }) {
  const { id, commune, places, applications, draftedOn, clocks } = row;
  const clock = mostUrgent(clocks);
  return (
    <PlaceLink path={`/recruitments/${id}`} className="recruitment-card">
      <strong>{commune ? unitName(commune) : ''}</strong>
      <span>
        <FormattedMessage
          id="recruitments.card"
          values={{ places, applications, day: formatDay(draftedOn) }}
        />
      </span>
      {clock && <ClockText clock={clock} />}
    </PlaceLink>
  );
}

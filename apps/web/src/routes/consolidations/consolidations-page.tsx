import '../../list-page.css';
import './consolidations.css';
import { CalendarOutlined, CloudUploadOutlined, FileAddOutlined } from '@ant-design/icons';
import { listCommuneConsolidations } from '@antt/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { FormattedMessage, FormattedNumber } from 'react-intl';
import { useNavigate, useSearchParams } from 'react-router';
import { useAnswer } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { useDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { useHeldSearch } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { useMe } from '../../session/me.ts';
import { CommuneList } from './commune-list.tsx';
import { OneCommune } from './one-commune.tsx';
import { TermForm } from './term-form.tsx';

const figures = ['waiting', 'teams', 'decided', 'overdue'] as const;

/** Teams that share a village and wait for a decision: how far each commune is, and the decision itself. */
export function Component() {
  const { on } = useDay();
  const { within } = useArea();
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const [setting, setSetting] = useState(false);
  const held = useHeldSearch();
  const navigate = useNavigate();
  const answer = useAnswer(listCommuneConsolidations, { on, within }, { keep: true });
  const open = (id: string | null) =>
    setSearch((old) => {
      const next = new URLSearchParams(old);
      if (id) next.set('commune', id);
      else next.delete('commune');
      return next;
    });
  const items = answer.data?.items ?? [];
  // Who sees one commune alone need not choose it.
  const alone = items.length === 1 ? items[0] : undefined;
  const chosen = items.find(({ unit }) => unit.id === search.get('commune')) ?? alone;
  const mayQuota = me.permissions.includes('quota.write');
  return (
    <div className="consolidations">
      <PageHeader
        title={<FormattedMessage id="page.consolidations" />}
        note={<FormattedMessage id="consolidations.about" />}
      >
        {chosen ? (
          <ExportButton route="/consolidations" question={{ on, within: chosen.unit.id }} placed />
        ) : (
          <ExportButton route="/consolidations/communes" question={{ on, within }} placed />
        )}
        {mayQuota && (
          <>
            <Button icon={<CalendarOutlined aria-hidden />} onClick={() => setSetting(true)}>
              <FormattedMessage id="consolidations.term" />
            </Button>
            <Button
              icon={<FileAddOutlined aria-hidden />}
              onClick={() => void navigate(`/drafts${held({})}`)}
            >
              <FormattedMessage id="consolidations.draft" />
            </Button>
            <Button
              icon={<CloudUploadOutlined aria-hidden />}
              onClick={() => void navigate(`/imports${held({ kind: 'reorganisations' })}`)}
            >
              <FormattedMessage id="consolidations.import" />
            </Button>
          </>
        )}
      </PageHeader>
      {answer.isError && (
        <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {answer.isPending && <PageSkeleton />}
      {answer.data && items.length > 0 && !chosen && (
        <ul className="summary">
          {figures.map((name) => (
            <li
              key={name}
              {...(name === 'overdue' &&
                answer.data.totals.overdue > 0 && { 'data-standing': 'short' })}
            >
              <b>
                <FormattedNumber value={answer.data.totals[name]} />
              </b>
              <span>
                <FormattedMessage id={`consolidations.total.${name}`} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {answer.data && items.length === 0 && (
        <EmptyState title={<FormattedMessage id="consolidations.none" />}>
          <FormattedMessage id="consolidations.none-note" />
        </EmptyState>
      )}
      {chosen ? (
        <OneCommune
          key={chosen.unit.id}
          commune={chosen}
          onBack={alone ? null : () => open(null)}
        />
      ) : (
        items.length > 0 && <CommuneList communes={items} onOpen={open} />
      )}
      {setting && <TermForm on={on} onClose={() => setSetting(false)} />}
    </div>
  );
}

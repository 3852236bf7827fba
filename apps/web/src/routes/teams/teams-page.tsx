import '../../list-page.css';
import { PlusOutlined } from '@ant-design/icons';
import { listTeams, TeamLack } from '@antt/contracts';
import { Button, Input } from 'antd';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate, useSearchParams } from 'react-router';
import { useArea } from '../../area.ts';
import { useDay } from '../../day.ts';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { useHeldSearch } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { usePages } from '../../pages.ts';
import { useMay } from '../../session/me.ts';
import { useSettled } from '../../settled.ts';
import { Sheet } from '../../sheet/sheet.tsx';
import { useNarrow } from '../../width.ts';
import { teamColumns } from './team-columns.tsx';

const FoundForm = lazy(() => import('./found-form.tsx'));

/** Teams active on the day, in the area. */
export function Component() {
  const intl = useIntl();
  const narrow = useNarrow();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const { on } = useDay();
  const { within } = useArea();
  const mayWrite = useMay('team.write');
  const [search, setSearch] = useSearchParams();
  const [founding, setFounding] = useState(false);
  const [text, setText] = useState(search.get('q') ?? '');
  const q = useSettled(text.trim()) || undefined;
  const lack = TeamLack.safeParse(search.get('lacks'));
  const lacks = lack.success ? lack.data : undefined;
  const put = (name: string, value: string | undefined) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  useEffect(() => {
    if ((search.get('q') ?? undefined) !== q) put('q', q);
    // Only what is typed changes the address.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [q]);
  const question = { on, within, q, lacks };
  const teams = usePages(listTeams, { ...question, limit: 500 });
  const columns = useMemo(() => teamColumns(intl, narrow), [intl, narrow]);

  return (
    <div className="list-page">
      <PageHeader
        title={<FormattedMessage id="page.teams" />}
        note={<FormattedMessage id="teams.note" />}
      >
        <ExportButton route="/teams" question={question} placed />
        {mayWrite && (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => setFounding(true)}
          >
            <FormattedMessage id="teams.found" />
          </Button>
        )}
      </PageHeader>
      <div className="toolbar">
        <Input
          className="find"
          allowClear
          value={text}
          placeholder={intl.formatMessage({ id: 'teams.find' })}
          aria-label={intl.formatMessage({ id: 'teams.find' })}
          onChange={({ target }) => setText(target.value)}
        />
        {TeamLack.options.map((value) => (
          <Button
            key={value}
            type={lacks === value ? 'primary' : 'default'}
            aria-pressed={lacks === value}
            onClick={() => put('lacks', lacks === value ? undefined : value)}
          >
            <FormattedMessage id={`teams.lacks.${value}`} />
          </Button>
        ))}
        {teams.data && (
          <span className="count">
            <FormattedMessage id="teams.count" values={{ count: teams.total }} />
          </span>
        )}
      </div>
      {teams.isError && <ProblemPanel problem={teams.error} onRetry={() => void teams.refetch()} />}
      {teams.isPending && <PageSkeleton />}
      {teams.data && (
        <div className="list">
          <Sheet
            label={intl.formatMessage({ id: 'page.teams' })}
            columns={columns}
            rows={teams.items}
            idOf={({ id }) => id}
            onOpen={({ id }) => void navigate(`/teams/${id}${held()}`)}
            empty={<FormattedMessage id={q || lacks ? 'teams.none-found' : 'teams.empty'} />}
          />
        </div>
      )}
      {teams.hasNextPage && (
        <div className="more">
          <Button loading={teams.isFetchingNextPage} onClick={() => void teams.fetchNextPage()}>
            <FormattedMessage id="teams.older" />
          </Button>
        </div>
      )}
      {founding && (
        <Suspense>
          <FoundForm
            on={on}
            onClose={() => setFounding(false)}
            onDone={(id, day) => {
              setFounding(false);
              void navigate(`/teams/${id}${held({ on: day > on ? day : undefined })}`);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}

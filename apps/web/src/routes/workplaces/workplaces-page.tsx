import '../../list-page.css';
import { PlusOutlined } from '@ant-design/icons';
import { listWorkplaces, Workplace } from '@antt/contracts';
import { Button, Input, Select } from 'antd';
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
import { workplaceColumns } from './workplace-columns.tsx';

const OpenForm = lazy(() => import('./open-form.tsx'));

/** Workplaces in use on the day, in the area, with the teams that work from them. */
export function Component() {
  const intl = useIntl();
  const narrow = useNarrow();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const { on } = useDay();
  const { within } = useArea();
  const mayWrite = useMay('workplace.write');
  const [search, setSearch] = useSearchParams();
  const [opening, setOpening] = useState(false);
  const [text, setText] = useState(search.get('q') ?? '');
  const q = useSettled(text.trim()) || undefined;
  const asked = Workplace.shape.kind.safeParse(search.get('kind'));
  const kind = asked.success ? asked.data : undefined;
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
  const question = { on, within, q, kind };
  const places = usePages(listWorkplaces, { ...question, limit: 500 });
  const columns = useMemo(() => workplaceColumns(intl, narrow), [intl, narrow]);
  return (
    <div className="list-page">
      <PageHeader
        title={<FormattedMessage id="page.workplaces" />}
        note={<FormattedMessage id="workplaces.note" />}
      >
        <ExportButton route="/workplaces" question={question} placed />
        {mayWrite && (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => setOpening(true)}
          >
            <FormattedMessage id="workplaces.open" />
          </Button>
        )}
      </PageHeader>
      <div className="toolbar">
        <Input
          className="find"
          allowClear
          value={text}
          placeholder={intl.formatMessage({ id: 'workplaces.find' })}
          aria-label={intl.formatMessage({ id: 'workplaces.find' })}
          onChange={({ target }) => setText(target.value)}
        />
        <Select
          className="choose"
          allowClear
          value={kind}
          placeholder={intl.formatMessage({ id: 'workplaces.every-kind' })}
          aria-label={intl.formatMessage({ id: 'workplaces.every-kind' })}
          options={Workplace.shape.kind.options.map((value) => ({
            value,
            label: intl.formatMessage({ id: `workplaces.kind.${value}` }),
          }))}
          onChange={(next: string | undefined) => put('kind', next)}
        />
        {places.data && (
          <span className="count">
            <FormattedMessage id="workplaces.count" values={{ count: places.total }} />
          </span>
        )}
      </div>
      {places.isError && (
        <ProblemPanel problem={places.error} onRetry={() => void places.refetch()} />
      )}
      {places.isPending && <PageSkeleton />}
      {places.data && (
        <div className="list">
          <Sheet
            label={intl.formatMessage({ id: 'page.workplaces' })}
            columns={columns}
            rows={places.items}
            idOf={({ id }) => id}
            onOpen={({ id }) => void navigate(`/workplaces/${id}${held()}`)}
            empty={
              <FormattedMessage id={q || kind ? 'workplaces.none-found' : 'workplaces.none'} />
            }
          />
        </div>
      )}
      {places.hasNextPage && (
        <div className="more">
          <Button loading={places.isFetchingNextPage} onClick={() => void places.fetchNextPage()}>
            <FormattedMessage id="workplaces.more" />
          </Button>
        </div>
      )}
      {opening && (
        <Suspense>
          <OpenForm
            on={on}
            onClose={() => setOpening(false)}
            onDone={(id) => {
              setOpening(false);
              void navigate(`/workplaces/${id}${held()}`);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}

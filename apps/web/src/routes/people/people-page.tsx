import '../../list-page.css';
import './people.css';
import { PlusOutlined, SearchOutlined } from '@ant-design/icons';
import { listPeople, PersonState, Position } from '@antt/contracts';
import { Button, Input, Select } from 'antd';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate, useSearchParams } from 'react-router';
import { useArea } from '../../area.ts';
import { formatDay, useDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { useHeldSearch } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { usePages } from '../../pages.ts';
import { useMay } from '../../session/me.ts';
import { useSettled } from '../../settled.ts';
import { ColumnChoice, useColumnChoice } from '../../sheet/column-choice.tsx';
import { Sheet } from '../../sheet/sheet.tsx';
import { useNarrow } from '../../width.ts';
import { PersonCards } from './person-cards.tsx';
import { personColumns } from './person-columns.tsx';

const RecordForm = lazy(() => import('./record-form.tsx'));

/** Read at once: on a desk enough for most communes, on a phone what a thumb gets through. */
const pageOf = (narrow: boolean) => (narrow ? 60 : 500);

/** People of the area on the day: who serves, who left, who was not recognised yet. */
export function Component() {
  const intl = useIntl();
  const narrow = useNarrow();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const { on } = useDay();
  const { within } = useArea();
  const mayWrite = useMay('person.write');
  const maySeeBirth = useMay('person-profile.read', 'bank-account.read');
  const [search, setSearch] = useSearchParams();
  const [text, setText] = useState(search.get('q') ?? '');
  const q = useSettled(text.trim()) || undefined;
  const state = PersonState.safeParse(search.get('state')).data;
  const position = Position.safeParse(search.get('position')).data;
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
  const question = { on, within, q, state, position };
  const people = usePages(listPeople, { ...question, limit: pageOf(narrow) });
  const columns = useMemo(() => personColumns(intl, { maySeeBirth }), [intl, maySeeBirth]);
  const { shown, hidden, hide } = useColumnChoice('people', columns, ['sex', 'phone']);
  const filtered = Boolean(q || state || position);
  const open = (id: string) => void navigate(`/people/${id}${held()}`);

  return (
    <div className="list-page people">
      <PageHeader
        title={<FormattedMessage id="page.people" />}
        note={<FormattedMessage id="people.note" values={{ day: formatDay(on) }} />}
      >
        <ExportButton route="/people" question={question} />
        {mayWrite && (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => put('record', 'new')}
          >
            <FormattedMessage id="people.record" />
          </Button>
        )}
      </PageHeader>
      <div className="toolbar">
        <Input
          className="find"
          prefix={<SearchOutlined aria-hidden />}
          allowClear
          value={text}
          placeholder={intl.formatMessage({ id: 'people.find' })}
          aria-label={intl.formatMessage({ id: 'people.find' })}
          onChange={({ target }) => setText(target.value)}
        />
        {PersonState.options.map((value) => (
          <Button
            key={value}
            type={state === value ? 'primary' : 'default'}
            aria-pressed={state === value}
            onClick={() => put('state', state === value ? undefined : value)}
          >
            <FormattedMessage id={`people.state.${value}`} />
          </Button>
        ))}
        <Select
          className="choose"
          allowClear
          value={position}
          placeholder={intl.formatMessage({ id: 'people.column.position' })}
          aria-label={intl.formatMessage({ id: 'people.column.position' })}
          options={Position.options.map((value) => ({
            value,
            label: intl.formatMessage({ id: `people.position.${value}` }),
          }))}
          onChange={(next?: string) => put('position', next)}
        />
        {people.data && (
          <span className="count" aria-live="polite">
            <FormattedMessage
              id="people.count"
              values={{ count: people.total, least: String(people.totalIsLeast) }}
            />
          </span>
        )}
        {!narrow && <ColumnChoice columns={columns} hidden={hidden} hide={hide} />}
      </div>
      {people.isError && (
        <ProblemPanel problem={people.error} onRetry={() => void people.refetch()} />
      )}
      {people.isPending && <PageSkeleton />}
      {people.data && people.items.length === 0 && (
        <EmptyState
          title={<FormattedMessage id={filtered ? 'people.none-found' : 'people.none'} />}
          action={
            !filtered &&
            mayWrite && (
              <Button type="primary" onClick={() => put('record', 'new')}>
                <FormattedMessage id="people.record" />
              </Button>
            )
          }
        >
          <FormattedMessage
            id={
              filtered
                ? 'people.none-found-note'
                : mayWrite
                  ? 'people.none-note'
                  : 'people.none-note-reader'
            }
          />
        </EmptyState>
      )}
      {people.items.length > 0 &&
        (narrow ? (
          <PersonCards people={people.items} />
        ) : (
          <div className="list">
            <Sheet
              label={intl.formatMessage({ id: 'page.people' })}
              columns={shown}
              rows={people.items}
              idOf={({ id }) => id}
              onOpen={({ id }) => open(id)}
            />
          </div>
        ))}
      {people.hasNextPage && (
        <div className="more">
          <Button loading={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
            <FormattedMessage
              id="people.more"
              values={{ shown: people.items.length, total: people.total }}
            />
          </Button>
        </div>
      )}
      {mayWrite && search.get('record') && (
        <Suspense>
          <RecordForm onClose={() => put('record', undefined)} onDone={open} />
        </Suspense>
      )}
    </div>
  );
}

import '../../list-page.css';
import type { listWork, WorkKind } from '@antt/contracts';
import { Input } from 'antd';
import { useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useArea } from '../../area.ts';
import { formatDay, useDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceLink, useHeldSearch } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { usePages } from '../../pages.ts';
import { answers } from '../../search.rules.ts';
import { type Column, readSort, sorted, writeSort } from '../../sheet/column.ts';
import { Sheet } from '../../sheet/sheet.tsx';
import { useNarrow } from '../../width.ts';
import { type AnyWorkItem, listOf } from './use-work.ts';
import { capital, WorkCards } from './work-cards.tsx';
import { dayTitle } from './work-day.rules.ts';
import { placeOf } from './work-place.ts';

const dayMs = 86_400_000;
const age = (since: string | null, on: string) =>
  since === null ? null : Math.max(0, Math.round((Date.parse(on) - Date.parse(since)) / dayMs));

/** Everything of one kind that is to be done: as many rows as the home page counts. */
export function Component() {
  const list = listOf(useParams().kind);
  if (!list) return <EmptyState title={<FormattedMessage id="missing.title" />} />;
  return <Work key={list.kind} {...list} />;
}

function Work({ kind, operation, path }: NonNullable<ReturnType<typeof listOf>>) {
  const intl = useIntl();
  const { on } = useDay();
  const { within } = useArea();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const narrow = useNarrow();
  const [search, setSearch] = useSearchParams();
  const [text, setText] = useState('');
  const work = usePages(
    operation as typeof listWork,
    { kind: kind as WorkKind, on, within, limit: 1000 },
    { whole: true },
  );
  const sort = readSort(search.get('sort') ?? '');
  const columns = useMemo(
    (): Column<AnyWorkItem>[] => [
      {
        id: 'n',
        title: intl.formatMessage({ id: 'units.n' }),
        align: 'center',
        width: 52,
        cell: (_, index) => index + 1,
        text: (_, index) => index + 1,
      },
      {
        id: 'name',
        title: intl.formatMessage({ id: 'work.what' }),
        cell: (row) => <PlaceLink {...placeOf(kind, row)}>{capital(row.name)}</PlaceLink>,
        order: ({ name }) => name,
        text: ({ name }) => capital(name),
      },
      {
        id: 'place',
        title: intl.formatMessage({ id: 'work.place' }),
        width: 420,
        cell: ({ place }) => capital(place ?? '–'),
        order: ({ place }) => place,
        text: ({ place }) => capital(place ?? ''),
      },
      {
        id: 'since',
        title: intl.formatMessage({ id: dayTitle(kind) }),
        align: 'center',
        width: 112,
        cell: ({ since }) => formatDay(since ?? '–'),
        order: ({ since }) => since,
        text: ({ since }) => formatDay(since ?? ''),
      },
      {
        id: 'age',
        title: intl.formatMessage({ id: 'work.age' }),
        align: 'end',
        width: 92,
        cell: ({ since }) => age(since, on) ?? '–',
        order: ({ since }) => age(since, on),
        text: ({ since }) => age(since, on),
      },
    ],
    [intl, kind, on],
  );
  const rows = sorted(
    work.items.filter(({ name, place }) => answers(`${name} ${place ?? ''}`, text)),
    columns,
    sort,
  );
  return (
    <div className="list-page">
      <PageHeader
        title={<FormattedMessage id={`work.${kind}`} />}
        note={<FormattedMessage id={`work.${kind}.do`} />}
      >
        <ExportButton route={path} question={{ on, within }} />
      </PageHeader>
      <div className="toolbar">
        <Input
          className="find"
          allowClear
          value={text}
          placeholder={intl.formatMessage({ id: 'units.find' })}
          aria-label={intl.formatMessage({ id: 'units.find' })}
          onChange={({ target }) => setText(target.value)}
        />
        {!work.isPending && (
          <span className="count">
            <FormattedMessage id="work.count" values={{ count: text ? rows.length : work.total }} />
          </span>
        )}
      </div>
      {work.isError && <ProblemPanel problem={work.error} onRetry={() => void work.refetch()} />}
      {work.isPending && <PageSkeleton />}
      {!work.isPending && narrow && rows.length > 0 && <WorkCards kind={kind} items={rows} />}
      {!work.isPending && !(narrow && rows.length > 0) && (
        <div className="list">
          <Sheet
            label={intl.formatMessage({ id: `work.${kind}` })}
            columns={columns}
            rows={rows}
            idOf={({ id }) => id}
            sort={sort}
            onSort={(next) =>
              setSearch(
                (old) => {
                  const more = new URLSearchParams(old);
                  more.set('sort', writeSort(next));
                  return more;
                },
                { replace: true },
              )
            }
            onOpen={(row) => {
              const { path, search: more } = placeOf(kind, row);
              void navigate(`${path}${held(more)}`);
            }}
            empty={<EmptyState title={<FormattedMessage id="work.none" />} />}
          />
        </div>
      )}
    </div>
  );
}

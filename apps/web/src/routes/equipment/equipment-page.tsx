import '../../list-page.css';
import {
  type EquipmentNeed,
  type EquipmentShortage,
  listEquipmentNeeds,
  listEquipmentShortages,
} from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { Select, Segmented } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import { useArea } from '../../area.ts';
import { useDay } from '../../day.ts';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { usePages } from '../../pages.ts';
import type { Column } from '../../sheet/column.ts';
import { Sheet } from '../../sheet/sheet.tsx';
import { unitName } from '../../unit-name.ts';
import { useNarrow } from '../../width.ts';

type View = 'shortages' | 'needs';

/** What teams lack of their furniture and devices on the day, and what communes need in a year. */
export function Component() {
  const intl = useIntl();
  const [search, setSearch] = useSearchParams();
  const { on } = useDay();
  const { within } = useArea();
  const view: View = search.get('view') === 'needs' ? 'needs' : 'shortages';
  const typed = Number(search.get('year'));
  const year = typed >= 2024 && typed <= 2100 ? typed : Number(on.slice(0, 4)) + 1;
  const put = (name: string, value: string) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const years = Array.from({ length: 12 }, (_, n) => Number(on.slice(0, 4)) + n);
  return (
    <div className="list-page">
      <PageHeader
        title={<FormattedMessage id="page.equipment" />}
        note={<FormattedMessage id="equipment.page-note" />}
      >
        {view === 'shortages' ? (
          <ExportButton route="/equipment-shortages" question={{ on, within }} placed />
        ) : (
          <ExportButton route="/equipment-needs" question={{ year, within }} />
        )}
      </PageHeader>
      <div className="toolbar">
        <Segmented<View>
          aria-label={intl.formatMessage({ id: 'choice.view' })}
          value={view}
          options={(['shortages', 'needs'] as const).map((value) => ({
            value,
            label: intl.formatMessage({ id: `equipment.view.${value}` }),
          }))}
          onChange={(next) => put('view', next)}
        />
        {view === 'needs' && (
          <Select
            value={year}
            aria-label={intl.formatMessage({ id: 'equipment.year' })}
            options={[...new Set([...years, year])].map((value) => ({
              value,
              label: intl.formatMessage({ id: 'equipment.of-year' }, { year: String(value) }),
            }))}
            onChange={(next: number) => put('year', String(next))}
          />
        )}
      </div>
      {view === 'shortages' ? <Shortages /> : <Needs year={year} />}
    </div>
  );
}

function Shortages() {
  const intl = useIntl();
  const narrow = useNarrow();
  const { on } = useDay();
  const { within } = useArea();
  const lists = usePages(listEquipmentShortages, { on, within, limit: 1000 }, { whole: true });
  const columns = useMemo(() => shortageColumns(intl, narrow), [intl, narrow]);
  const unsized = (lists.data?.pages[0] as { teamsWithoutSize?: number } | undefined)
    ?.teamsWithoutSize;
  if (lists.isError) return <ProblemPanel problem={lists.error} />;
  if (!lists.data) return <PageSkeleton />;
  return (
    <>
      <div className="toolbar">
        <span className="faint">
          <FormattedMessage id="equipment.shortage-count" values={{ count: lists.total }} />{' '}
          {!!unsized && (
            <FormattedMessage id="equipment.teams-without-size" values={{ count: unsized }} />
          )}
        </span>
      </div>
      <div className="list">
        <Sheet
          label={intl.formatMessage({ id: 'equipment.view.shortages' })}
          columns={columns}
          rows={lists.items}
          idOf={({ team, item }) => `${team.id}-${item}`}
          empty={<FormattedMessage id="equipment.no-shortage" />}
        />
      </div>
    </>
  );
}

function Needs({ year }: { year: number }) {
  const intl = useIntl();
  const narrow = useNarrow();
  const { within } = useArea();
  const lists = usePages(listEquipmentNeeds, { year, within, limit: 1000 }, { whole: true });
  const columns = useMemo(() => needColumns(intl, narrow), [intl, narrow]);
  const first = lists.data?.pages[0] as Output<typeof listEquipmentNeeds> | undefined;
  // Before what each commune needs, so that they are seen however long the list is.
  const totals = (first?.totals ?? []).map((total): Need => ({ ...total, commune: null }));
  if (lists.isError) return <ProblemPanel problem={lists.error} />;
  if (!lists.data) return <PageSkeleton />;
  return (
    <>
      <div className="toolbar">
        <span className="faint">
          <FormattedMessage id="equipment.need-note" values={{ year: String(year) }} />
        </span>
      </div>
      <div className="list">
        <Sheet
          label={intl.formatMessage({ id: 'equipment.view.needs' })}
          columns={columns}
          rows={[...totals, ...lists.items]}
          idOf={({ commune, item }) => `${commune?.id ?? 'total'}-${item}`}
          empty={<FormattedMessage id="equipment.no-need" />}
        />
      </div>
    </>
  );
}

type Title =
  | 'team'
  | 'commune'
  | 'item'
  | 'size'
  | 'due-by-norm'
  | 'usable'
  | 'over'
  | 'short'
  | 'teams'
  | 'short-at-start'
  | 'falls-due'
  | 'need';

function counts<Row>(intl: IntlShape) {
  const title = (id: Title) => intl.formatMessage({ id: `equipment.column.${id}` });
  const number = (id: Title, value: (row: Row) => number | string): Column<Row> => ({
    id,
    title: title(id),
    width: 118,
    align: 'end',
    cell: value,
    text: value,
  });
  return { title, number };
}

function shortageColumns(intl: IntlShape, narrow: boolean): Column<EquipmentShortage>[] {
  const { title, number } = counts<EquipmentShortage>(intl);
  const team: Column<EquipmentShortage> = {
    id: 'team',
    title: title('team'),
    cell: ({ team: { id, name }, item: _, name: item }) => (
      <span className="two-lines">
        <PlaceLink path={`/teams/${id}`}>{name}</PlaceLink>
        {narrow && <small>{item}</small>}
      </span>
    ),
    text: (row) => row.team.name,
  };
  const short = number('short', (row) => row.short);
  if (narrow) return [team, { ...short, width: 76 }];
  return [
    team,
    {
      id: 'commune',
      title: title('commune'),
      width: 200,
      cell: ({ commune }) => unitName(commune),
      text: ({ commune }) => unitName(commune),
    },
    {
      id: 'item',
      title: title('item'),
      width: 260,
      cell: (row) => row.name,
      text: (row) => row.name,
    },
    number('size', (row) => row.size),
    number('due-by-norm', ({ least, most }) => (least === most ? least : `${least}–${most}`)),
    number('usable', (row) => row.usable),
    number('over', (row) => row.due),
    short,
  ];
}

/** What a commune needs of a kind; without a commune, what all need together. */
type Need = Omit<EquipmentNeed, 'commune'> & { commune: EquipmentNeed['commune'] | null };

function needColumns(intl: IntlShape, narrow: boolean): Column<Need>[] {
  const { title, number: plain } = counts<Need>(intl);
  const strong = (row: Need, said: ReactNode) => (row.commune ? said : <b>{said}</b>);
  const number = (id: Title, value: (row: Need) => number): Column<Need> => ({
    ...plain(id, value),
    cell: (row) => strong(row, intl.formatNumber(value(row))),
  });
  const nameOf = ({ commune: its }: Need) =>
    its ? unitName(its) : intl.formatMessage({ id: 'table.total' });
  const commune: Column<Need> = {
    id: 'commune',
    title: title('commune'),
    cell: (row) => (
      <span className="two-lines">
        <span>{strong(row, nameOf(row))}</span>
        {narrow && <small>{row.name}</small>}
      </span>
    ),
    text: nameOf,
  };
  const need = number('need', (row) => row.need);
  if (narrow) return [commune, { ...need, width: 76 }];
  return [
    commune,
    {
      id: 'item',
      title: title('item'),
      width: 300,
      cell: (row) => strong(row, row.name),
      text: (row) => row.name,
    },
    number('teams', (row) => row.teams),
    number('short-at-start', (row) => row.short),
    number('falls-due', (row) => row.fallsDue),
    need,
  ];
}

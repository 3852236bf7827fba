import { PrinterOutlined } from '@ant-design/icons';
import { type CoverageGroup, listCoverageGroups } from '@antt/contracts';
import { Button, Segmented } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { formatDay, useDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { useMe } from '../../session/me.ts';
import { type Column, readSort, sorted, writeSort } from '../../sheet/column.ts';
import { ColumnChoice, useColumnChoice } from '../../sheet/column-choice.tsx';
import { Sheet } from '../../sheet/sheet.tsx';
import { unitName } from '../../unit-name.ts';
import { useNarrow } from '../../width.ts';
import { CoverageHead } from './coverage-head.tsx';
import { groupFigures, type GroupRow, withTheRest } from './groups.rules.ts';
import { PrintedTable } from './printed-table.tsx';
import { useAddress } from './use-address.ts';
import { usePlaceName } from './use-place-name.ts';

/** Law 72/2025/QH15: there are no districts from 1 July 2025 on. */
const lastDayOfDistricts = '2025-06-30';

/** Coverage of the day by former district or by my areas; all groups together are the whole. */
function GroupsPage() {
  const intl = useIntl();
  const me = useMe();
  const narrow = useNarrow();
  const { on } = useDay();
  const { within } = useArea();
  const { search, set } = useAddress();
  const by = search.get('by') === 'area' ? 'area' : 'former-district';
  const sort = readSort(search.get('sort') ?? 'group');
  const groups = useAnswer(listCoverageGroups, { on, within, by }, { keep: true });
  const districtsOn = on < lastDayOfDistricts ? on : lastDayOfDistricts;
  const nameOf = ({ group }: Pick<CoverageGroup, 'group'>) =>
    group.kind !== null && group.name !== null
      ? unitName({ kind: group.kind, name: group.name })
      : (group.name ?? me.areas.find(({ id }) => id === group.id)?.name ?? '');
  const rows = groups.data ? withTheRest(groups.data) : [];
  const whole = groups.data?.whole;
  // Areas may overlap: only former districts hold every commune once.
  const twice =
    whole !== undefined &&
    rows.reduce((sum, { communes }) => sum + communes.total, 0) > whole.communes.total;
  const number = (value: number | null) => (value === null ? '–' : intl.formatNumber(value));
  const columns: Column<GroupRow>[] = [
    {
      id: 'number',
      title: intl.formatMessage({ id: 'table.number' }),
      width: 42,
      align: 'center',
      cell: (_, index) => <span className="faint">{index + 1}</span>,
      text: (_, index) => index + 1,
    },
    {
      id: 'group',
      title: intl.formatMessage({ id: `groups.by.${by}` }),
      cell: (row) =>
        row.group === null ? (
          <FormattedMessage id={`groups.rest.${by}`} />
        ) : by === 'area' ? (
          <PlaceLink path="/map" search={{ within: row.group.id }}>
            {nameOf({ group: row.group })}
          </PlaceLink>
        ) : (
          <PlaceLink path={`/units/${row.group.id}`} search={{ on: districtsOn }}>
            {nameOf({ group: row.group })}
          </PlaceLink>
        ),
      order: (row) => (row.group === null ? null : nameOf({ group: row.group })),
      text: (row) =>
        row.group === null
          ? intl.formatMessage({ id: `groups.rest.${by}` })
          : nameOf({ group: row.group }),
      total: intl.formatMessage({ id: 'table.total' }),
    },
    ...groupFigures.map(({ id, of }): Column<GroupRow> => ({
      id,
      title: intl.formatMessage({ id: `groups.${id}` }),
      width: narrow ? 78 : 112,
      align: 'end',
      cell: (row) => number(of(row)),
      order: of,
      text: of,
      total: whole ? number(of(whole)) : '',
      optional: true,
    })),
  ];
  const { shown, hidden, hide } = useColumnChoice(
    'groups',
    columns,
    narrow ? ['communes', 'villages', 'covered', 'housed', 'members', 'short'] : [],
  );
  return (
    <div className="list-page groups-page">
      <CoverageHead
        view="groups"
        place={usePlaceName(on, on)}
        note={<FormattedMessage id="day.as-of" values={{ day: formatDay(on) }} />}
      >
        <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
          <FormattedMessage id="action.print" />
        </Button>
        <ExportButton
          route="/coverage/groups"
          question={{ on, within, by }}
          disabled={!groups.data}
        />
      </CoverageHead>
      <div className="toolbar">
        <Segmented
          aria-label={intl.formatMessage({ id: 'choice.by' })}
          value={by}
          onChange={(next) => set('by', next === 'area' ? 'area' : null)}
          options={(['former-district', 'area'] as const).map((value) => ({
            value,
            label: intl.formatMessage({ id: `groups.by.${value}` }),
          }))}
        />
        <ColumnChoice columns={columns} hidden={hidden} hide={hide} />
        {twice && (
          <span className="faint">
            <FormattedMessage id="groups.twice" />
          </span>
        )}
      </div>
      {groups.isError && (
        <ProblemPanel problem={groups.error} onRetry={() => void groups.refetch()} />
      )}
      {groups.isPending && <PageSkeleton />}
      {groups.data && (
        <div className="list">
          <Sheet
            label={intl.formatMessage({ id: 'coverage.groups' })}
            columns={shown}
            rows={sorted(rows, columns, sort)}
            idOf={(row) => row.group?.id ?? 'rest'}
            sort={sort}
            onSort={(next) => set('sort', writeSort(next))}
            empty={<EmptyState title={<FormattedMessage id="groups.none" />} />}
          />
          <PrintedTable
            columns={shown}
            rows={sorted(rows, columns, sort)}
            idOf={(row) => row.group?.id ?? 'rest'}
          />
        </div>
      )}
    </div>
  );
}

// React.lazy takes a default export.
export { GroupsPage as default };

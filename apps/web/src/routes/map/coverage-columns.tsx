import type { Coverage, CoverageMetric, getCoverage, Measured } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { FormattedNumber, useIntl, type IntlShape } from 'react-intl';
import type { MessageId } from '../../i18n/message.ts';
import { readings } from '@antt/contracts';
import { PlaceLink } from '../../frame/place-link.tsx';
import type { Column } from '../../sheet/column.ts';
import { parentName, unitName } from '../../unit-name.ts';
import type { AnyWorkKind } from '../worklist/use-work.ts';

type Total = Output<typeof getCoverage>['total'];

const difference = readings.teams.value;

function Difference({ value }: { value: number | null }) {
  if (value === null) return <span className="unknown">–</span>;
  return (
    <span className={value < 0 ? 'short' : value > 0 ? 'over' : undefined}>
      <FormattedNumber value={value} signDisplay="exceptZero" />
    </span>
  );
}

const fraction = (part: number, whole: number) => (whole > 0 ? `${part}/${whole}` : '–');

/** Sums of what the filter leaves, so that the total is that of the rows one sees. */
export function sumOf(
  rows: readonly Coverage[],
): Pick<Total, 'villages' | 'coveredVillages' | 'teams' | 'members' | 'workplaces'> {
  const sum = (of: (row: Coverage) => number) => rows.reduce((total, row) => total + of(row), 0);
  const known = (of: (row: Coverage) => number | null) =>
    rows.some((row) => of(row) !== null) ? sum((row) => of(row) ?? 0) : null;
  return {
    villages: sum((row) => row.villages),
    coveredVillages: sum((row) => row.coveredVillages),
    teams: {
      norm: known(({ teams }) => teams.norm),
      decided: known(({ teams }) => teams.decided),
      active: sum(({ teams }) => teams.active),
    },
    members: {
      norm: known(({ members }) => members.norm),
      decided: known(({ members }) => members.decided),
      serving: known(({ members }) => members.serving),
      paid: known(({ members }) => members.paid),
    },
    workplaces: {
      teamsWith: sum(({ workplaces }) => workplaces.teamsWith),
      total: sum(({ workplaces }) => workplaces.total),
    },
  };
}

/** Units without a quota are short of nothing and add nothing. */
export const differenceOf = (rows: readonly Coverage[]): number | null =>
  rows.some((row) => difference(row) !== null)
    ? rows.reduce((sum, row) => sum + (difference(row) ?? 0), 0)
    : null;

/** What waits in a unit, and the way to its list. */
function WorkCount({ row, kind }: { row: Measured; kind: AnyWorkKind | undefined }) {
  if (!row.work) return row.work === 0 ? <span className="soft">0</span> : '–';
  return (
    <PlaceLink path={kind ? `/worklist/${kind}` : '/'} search={{ within: row.unit.id }}>
      <FormattedNumber value={row.work} />
    </PlaceLink>
  );
}

/** The column of what waits, there while the map shows it: what nobody looks at is not asked. */
function workColumn(
  intl: IntlShape,
  rows: readonly Measured[],
  kind: AnyWorkKind | undefined,
): Column<Measured> {
  const known = rows.filter(({ work }) => work !== undefined);
  const sum = known.reduce((total, { work }) => total + (work ?? 0), 0);
  return {
    id: 'work',
    title: intl.formatMessage({ id: 'table.work' }),
    hint: intl.formatMessage({ id: 'table.work.hint' }),
    width: 72,
    align: 'end',
    cell: (row) => <WorkCount row={row} kind={kind} />,
    order: readings.work.value,
    text: readings.work.value,
    total: known.length > 0 ? intl.formatNumber(sum) : '–',
  };
}

type Shown = { metric: CoverageMetric; work: AnyWorkKind | undefined };

/** Columns of the table beside the map; every metric of the map is one of them. */
export function coverageColumns(
  intl: IntlShape,
  rows: readonly Measured[],
  { metric, work }: Shown,
): Column<Measured>[] {
  const say = (id: MessageId) => intl.formatMessage({ id });
  const number = (value: number | null) => (value === null ? '–' : intl.formatNumber(value));
  const marked = (value: number | null, row: Coverage, figure: string) =>
    row.apportioned?.includes(figure) ? (
      <span className="apportioned" title={say('table.apportioned')}>
        ≈ {number(value)}
      </span>
    ) : (
      number(value)
    );
  const sums = sumOf(rows);
  // Two long numbers would not fit the column: the total says the share.
  const share = (part: number, whole: number) =>
    whole > 0 ? (
      <span title={fraction(part, whole)}>
        {intl.formatNumber(Math.floor((part / whole) * 1000) / 1000, {
          style: 'percent',
          maximumFractionDigits: 1,
        })}
      </span>
    ) : (
      '–'
    );
  return [
    {
      id: 'number',
      title: say('table.number'),
      width: 42,
      align: 'center',
      cell: (_, index) => <span className="faint">{index + 1}</span>,
      text: (_, index) => index + 1,
    },
    {
      id: 'name',
      title: say('table.unit'),
      cell: ({ unit }) => unitName(unit),
      order: ({ unit }) => unit.name,
      text: ({ unit }) => unitName(unit),
      total: say('table.total'),
    },
    ...(metric === 'work' ? [workColumn(intl, rows, work)] : []),
    {
      id: 'parent',
      title: say('table.parent'),
      width: 160,
      optional: true,
      cell: ({ unit }) => <span className="soft">{parentName(unit)}</span>,
      order: ({ unit }) => unit.parentName,
      text: ({ unit }) => parentName(unit),
    },
    {
      id: 'coverage',
      title: say('table.covered'),
      hint: say('table.covered.hint'),
      width: 62,
      align: 'end',
      optional: true,
      cell: ({ coveredVillages, villages }) => fraction(coveredVillages, villages),
      order: readings.coverage.value,
      text: ({ coveredVillages, villages }) => fraction(coveredVillages, villages),
      total: share(sums.coveredVillages, sums.villages),
    },
    {
      id: 'decided',
      title: say('table.decided'),
      hint: say('table.decided.hint'),
      width: 56,
      align: 'end',
      optional: true,
      cell: (row) => marked(row.teams.decided, row, 'teams.decided'),
      order: ({ teams }) => teams.decided,
      text: ({ teams }) => teams.decided,
      total: number(sums.teams.decided),
    },
    {
      id: 'active',
      title: say('table.active'),
      hint: say('table.active.hint'),
      width: 56,
      align: 'end',
      optional: true,
      cell: (row) => marked(row.teams.active, row, 'teams.active'),
      order: ({ teams }) => teams.active,
      text: ({ teams }) => teams.active,
      total: number(sums.teams.active),
    },
    {
      id: 'teams',
      title: say('table.difference'),
      hint: say('table.difference.hint'),
      width: 66,
      align: 'end',
      optional: true,
      cell: (row) => <Difference value={difference(row)} />,
      order: difference,
      text: difference,
      total: <Difference value={differenceOf(rows)} />,
    },
    {
      id: 'workplaces',
      title: say('table.workplaces'),
      hint: say('table.workplaces.hint'),
      width: 72,
      align: 'end',
      optional: true,
      cell: ({ workplaces, teams }) => fraction(workplaces.teamsWith, teams.active),
      order: readings.workplaces.value,
      text: ({ workplaces, teams }) => fraction(workplaces.teamsWith, teams.active),
      total: share(sums.workplaces.teamsWith, sums.teams.active),
    },
    {
      id: 'members',
      title: say('table.members'),
      hint: say('table.members.hint'),
      width: 70,
      align: 'end',
      optional: true,
      cell: (row) => marked(row.members.decided, row, 'members.decided'),
      order: ({ members }) => members.decided,
      text: ({ members }) => members.decided,
      total: number(sums.members.decided),
    },
  ];
}

export function useCoverageColumns(rows: readonly Measured[], shown: Shown) {
  return coverageColumns(useIntl(), rows, shown);
}

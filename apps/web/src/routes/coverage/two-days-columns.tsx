import type { IntlShape } from 'react-intl';
import { PlaceLink } from '../../frame/place-link.tsx';
import type { Column } from '../../sheet/column.ts';
import { unitName } from '../../unit-name.ts';
import type { PointFigure } from './point-figure.ts';
import { changeOf, type ComparedUnit, sumOf } from './two-days.rules.ts';

/** Whether the unit stood on both days, and what it was made of where it did not. */
export function standingText(intl: IntlShape, { standing, predecessors }: ComparedUnit): string {
  const names = predecessors
    .map(({ name, share }) =>
      share === 1
        ? name
        : `${name} (${intl.formatNumber(share, { style: 'percent', maximumFractionDigits: 1 })})`,
    )
    .join(', ');
  return intl.formatMessage({ id: `two-days.standing.${standing}` }, { names });
}

type Days = { from: string; to: string };

/** Each unit with both figures and the difference, and the sums of them. */
export function twoDaysColumns(
  intl: IntlShape,
  rows: readonly ComparedUnit[],
  name: PointFigure,
  narrow: boolean,
  days: Days,
): Column<ComparedUnit>[] {
  const number = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : intl.formatNumber(value);
  const signed = (value: number | null) =>
    value === null ? (
      '–'
    ) : (
      <span data-change={value === 0 ? undefined : value > 0 ? 'more' : 'fewer'}>
        {intl.formatNumber(value, { signDisplay: 'exceptZero' })}
      </span>
    );
  const [was, is] = [sumOf(rows, 'before', name), sumOf(rows, 'after', name)];
  const side = (which: 'before' | 'after', day: string): Column<ComparedUnit> => ({
    id: which,
    title: day,
    width: narrow ? 62 : 98,
    align: 'end',
    cell: (row) => number(row[which]?.[name]),
    order: (row) => row[which]?.[name] ?? null,
    text: (row) => row[which]?.[name] ?? null,
    total: number(which === 'before' ? was : is),
  });
  const unit: Column<ComparedUnit> = {
    id: 'unit',
    title: intl.formatMessage({ id: 'table.unit' }),
    cell: (row) => (
      <span className="two-lines">
        <PlaceLink
          path={`/units/${row.unit.id}`}
          search={{ on: row.standing === 'ended' ? days.from : days.to }}
        >
          {unitName(row.unit)}
        </PlaceLink>
        {narrow && row.standing !== 'both' && <small>{standingText(intl, row)}</small>}
      </span>
    ),
    order: (row) => row.unit.name,
    text: (row) => unitName(row.unit),
    total: intl.formatMessage({ id: 'table.total' }),
  };
  const standing: Column<ComparedUnit> = {
    id: 'standing',
    title: intl.formatMessage({ id: 'two-days.standing' }),
    width: 260,
    cell: (row) => <span className="soft">{standingText(intl, row)}</span>,
    order: (row) => row.standing,
    text: (row) => standingText(intl, row),
    optional: true,
  };
  const change: Column<ComparedUnit> = {
    id: 'change',
    title: intl.formatMessage({ id: 'two-days.change' }),
    width: narrow ? 58 : 92,
    align: 'end',
    cell: (row) => signed(changeOf(row, name)),
    order: (row) => changeOf(row, name),
    text: (row) => changeOf(row, name),
    total: signed(was === null || is === null ? null : is - was),
  };
  const numbers = [
    side('before', intl.formatMessage({ id: 'two-days.before' })),
    side('after', intl.formatMessage({ id: 'two-days.after' })),
    change,
  ];
  return narrow ? [unit, ...numbers] : [unit, ...numbers, standing];
}

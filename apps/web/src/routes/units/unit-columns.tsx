import type { Figure, listUnits } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import type { IntlShape } from 'react-intl';
import { formatDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import type { MessageId } from '../../i18n/message.ts';
import type { Column } from '../../sheet/column.ts';
import { parentName, unitName } from '../../unit-name.ts';

export type ListedUnit = Output<typeof listUnits>['items'][number];

/** Names of communes are public, profiles are for the area: the service tells no facts outside it. */
export const isOpen = ({ facts }: ListedUnit) => facts !== undefined;

const figureOf = ({ facts }: ListedUnit, kind: Figure['kind']) =>
  facts?.figures.find((figure) => figure.kind === kind);

const kinds = ['households', 'population', 'area-km2'] as const;

/** The columns of the list; figures say the day on which they were counted. */
export function unitColumns(
  intl: IntlShape,
  rows: readonly ListedUnit[],
  nameOf: (tag: string) => string,
): Column<ListedUnit>[] {
  const title = (id: MessageId) => intl.formatMessage({ id });
  const figures = kinds.map((kind): Column<ListedUnit> => {
    const known = rows.filter((row) => figureOf(row, kind));
    const total = known.reduce((sum, row) => sum + figureOf(row, kind)!.value, 0);
    return {
      id: kind,
      title: title(`figure.${kind}`),
      align: 'end',
      width: 118,
      optional: true,
      cell: (row) => {
        const figure = figureOf(row, kind);
        if (!figure) return <span className="faint">–</span>;
        return (
          <span title={`${formatDay(figure.measuredOn)} · ${figure.source}`}>
            {intl.formatNumber(figure.value, { maximumFractionDigits: 1 })}
          </span>
        );
      },
      order: (row) => figureOf(row, kind)?.value ?? null,
      text: (row) => figureOf(row, kind)?.value ?? null,
      total: known.length > 0 && intl.formatNumber(total, { maximumFractionDigits: 1 }),
    };
  });
  const measured = (row: ListedUnit) =>
    row.facts?.figures
      .map((figure) => figure.measuredOn)
      .sort()
      .at(-1) ?? null;
  return [
    {
      id: 'n',
      title: title('units.n'),
      align: 'center',
      width: 52,
      cell: (_, index) => index + 1,
      text: (_, index) => index + 1,
    },
    {
      id: 'name',
      title: title('units.name'),
      cell: (row) =>
        isOpen(row) ? (
          <PlaceLink path={`/units/${row.id}`}>{unitName(row)}</PlaceLink>
        ) : (
          <span className="faint">{unitName(row)}</span>
        ),
      order: (row) => row.name,
      text: unitName,
      total: title('units.total'),
    },
    {
      id: 'parent',
      title: title('units.parent'),
      width: 180,
      optional: true,
      cell: (row) => parentName(row) ?? '–',
      order: (row) => row.parentName,
      text: parentName,
    },
    {
      id: 'code',
      title: title('units.code'),
      width: 116,
      optional: true,
      cell: ({ code }) => <span className="tabular">{code}</span>,
      order: ({ code }) => code,
      text: ({ code }) => code,
    },
    ...figures,
    {
      id: 'measured',
      title: title('units.measured'),
      width: 116,
      align: 'center',
      optional: true,
      cell: (row) => formatDay(measured(row) ?? '–'),
      order: measured,
      text: (row) => formatDay(measured(row) ?? ''),
    },
    {
      id: 'tags',
      title: title('units.tags'),
      width: 220,
      optional: true,
      cell: ({ facts }) => (facts?.tags ?? []).map(nameOf).join('; '),
      order: ({ facts }) => facts?.tags.map(nameOf).join('; ') || null,
      text: ({ facts }) => (facts?.tags ?? []).map(nameOf).join('; '),
    },
  ];
}

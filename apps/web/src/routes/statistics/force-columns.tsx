import type { ForceFigures, getForceStatistics, Position } from '@antt/contracts';
import type { Output, PlainDate } from '@antt/kernel';
import type { IntlShape } from 'react-intl';
import { PlaceLink } from '../../frame/place-link.tsx';
import type { Column } from '../../sheet/column.ts';
import { unitName } from '../../unit-name.ts';

type ForceStatistics = Output<typeof getForceStatistics>;
export type ForceRow = ForceStatistics['items'][number];
export type Figure = keyof ForceFigures;

/** In the order in which the reports of the police ask for them. */
export const figures = [
  ...(['teams', 'quota', 'total', 'active', 'left', 'leaders', 'deputies', 'ordinary'] as const),
  ...([
    'under70',
    'from70',
    'male',
    'female',
    'belowPrimary',
    'primary',
    'lowerSecondary',
  ] as const),
  ...([
    'upperSecondary',
    'college',
    'university',
    'educationUnknown',
    'minority',
    'party',
  ] as const),
  ...(['formerForce', 'joined', 'ended', 'commended', 'trained'] as const),
] as const satisfies readonly Figure[];

/** What is shown before somebody chooses more. */
export const hiddenAtFirst = ['belowPrimary', 'educationUnknown'];
export const hiddenOnPhones = figures.filter(
  (figure) => !['quota', 'active', 'joined', 'ended'].includes(figure),
);

/** What nobody records yet says so rather than nought. */
export const figureText = (intl: IntlShape, value: number | null) =>
  value === null ? intl.formatMessage({ id: 'force.unknown' }) : intl.formatNumber(value);

const positions: Partial<Record<Figure, Position>> = {
  ...{ leaders: 'leader', deputies: 'deputy', ordinary: 'ordinary' },
};
/** Of more than those who serve on the last day, or of no people at all. */
const ofAnybody: readonly Figure[] = ['teams', 'quota', 'total', 'joined', 'ended', 'commended'];

/** The people of a commune on the last day, as near to a figure as their list can be filtered. */
export const peopleOf = (figure: Figure, on: PlainDate, communeId: string) => ({
  ...{ on, within: communeId, restate: undefined, position: positions[figure] },
  state: figure === 'left' ? 'left' : ofAnybody.includes(figure) ? undefined : 'serving',
});

/** A column for each figure. */
export function forceColumns(intl: IntlShape, total: ForceFigures | undefined): Column<ForceRow>[] {
  const shown = (value: number | null) => figureText(intl, value);
  return [
    {
      id: 'unit',
      title: intl.formatMessage({ id: 'force.unit' }),
      width: 190,
      cell: ({ unit }) => <PlaceLink path={`/units/${unit.id}`}>{unitName(unit)}</PlaceLink>,
      order: ({ unit }) => unit.name,
      text: ({ unit }) => unitName(unit),
      total: intl.formatMessage({ id: 'force.total' }),
    },
    ...figures.map((figure): Column<ForceRow> => ({
      id: figure,
      title: intl.formatMessage({ id: `force.figure.${figure}` }),
      hint: intl.formatMessage({ id: `force.hint.${figure}` }),
      width: 92,
      align: 'end',
      optional: true,
      cell: (row) => shown(row[figure]),
      order: (row) => row[figure],
      text: (row) => row[figure],
      total: total && shown(total[figure]),
    })),
  ];
}

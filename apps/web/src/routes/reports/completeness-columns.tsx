import type { CompletenessRow, ReportCounts } from '@antt/contracts';
import type { IntlShape } from 'react-intl';
import { PlaceLink } from '../../frame/place-link.tsx';
import type { Column } from '../../sheet/column.ts';
import { unitName } from '../../unit-name.ts';

const counted = [
  'owed',
  'missing',
  'submitted',
  'returned',
  'verified',
  'accepted',
  'inTime',
  'late',
  'changedSinceAcceptance',
] as const satisfies (keyof ReportCounts)[];

/** Who has reported, of those who owe it. */
export const shareOf = ({ owed, missing }: ReportCounts) =>
  owed === 0 ? null : (owed - missing) / owed;

/** A number leads to the reports that it counts. */
const filters: Partial<Record<(typeof counted)[number], Record<string, string>>> = {
  missing: { state: 'missing' },
  submitted: { state: 'submitted' },
  returned: { state: 'returned' },
  verified: { state: 'verified' },
  inTime: { time: 'in-time' },
  late: { time: 'late' },
};

export function completenessColumns(
  intl: IntlShape,
  whole: ReportCounts | undefined,
): Column<CompletenessRow>[] {
  const percent = (share: number | null) =>
    share === null ? '–' : intl.formatNumber(share, { style: 'percent', maximumFractionDigits: 1 });
  return [
    {
      id: 'unit',
      title: intl.formatMessage({ id: 'reports.unit' }),
      cell: (row) => (
        <PlaceLink path="/reports" search={{ within: row.unitId, period: row.periodId }}>
          {unitName(row)}
        </PlaceLink>
      ),
      order: (row) => row.name,
      text: unitName,
      total: intl.formatMessage({ id: 'reports.whole' }),
    },
    {
      id: 'share',
      title: intl.formatMessage({ id: 'reports.share' }),
      width: 100,
      align: 'end',
      cell: (row) => percent(shareOf(row)),
      order: shareOf,
      text: (row) => percent(shareOf(row)),
      total: whole && percent(shareOf(whole)),
    },
    ...counted.map((name): Column<CompletenessRow> => ({
      id: name,
      title: intl.formatMessage({ id: `reports.counted.${name}` }),
      width: name === 'changedSinceAcceptance' ? 150 : 110,
      align: 'end',
      cell: (row) => {
        const filter = filters[name];
        const number = intl.formatNumber(row[name]);
        if (!filter || row[name] === 0) return number;
        const search = { within: row.unitId, period: row.periodId, ...filter };
        return (
          <PlaceLink path="/reports" search={search}>
            {number}
          </PlaceLink>
        );
      },
      order: (row) => row[name],
      text: (row) => row[name],
      total: whole && intl.formatNumber(whole[name]),
    })),
  ];
}

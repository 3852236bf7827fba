import type { ReportRow } from '@antt/contracts';
import { Checkbox } from 'antd';
import type { IntlShape } from 'react-intl';
import { PlaceLink } from '../../frame/place-link.tsx';
import type { MessageId } from '../../i18n/message.ts';
import { formatMoment } from '../../moment.ts';
import type { Column } from '../../sheet/column.ts';
import { ReportMarks, ReportStateTag } from './report-state.tsx';

export type Choosing = { chosen: ReadonlySet<string>; choose: (id: string, on: boolean) => void };

/** Only what waits for a step is chosen. */
export const isWaiting = ({ state }: ReportRow) => state === 'submitted' || state === 'verified';

export function ChooseReport({
  row,
  chosen,
  choose,
  label,
}: Choosing & { row: ReportRow; label: string }) {
  return (
    <Checkbox
      aria-label={`${label} ${row.name}`}
      checked={chosen.has(row.id)}
      disabled={!isWaiting(row)}
      onClick={(event) => event.stopPropagation()}
      onChange={({ target }) => choose(row.id, target.checked)}
    />
  );
}

/** The columns of the list on a desk; with boxes for who judges. */
export function reportColumns(intl: IntlShape, choosing: Choosing | null): Column<ReportRow>[] {
  const text = (id: MessageId) => intl.formatMessage({ id });
  const label = text('reports.choose');
  return [
    ...(choosing
      ? [
          {
            id: 'choose',
            title: '',
            width: 44,
            cell: (row: ReportRow) => <ChooseReport {...choosing} {...{ row, label }} />,
          },
        ]
      : []),
    {
      id: 'name',
      title: text('reports.sender'),
      cell: ({ periodId, senderId, name }) => (
        <PlaceLink path={`/reports/${periodId}/${senderId}`}>{name}</PlaceLink>
      ),
      text: ({ name }) => name,
    },
    {
      id: 'unit',
      title: text('reports.unit'),
      width: 150,
      cell: ({ unitName }) => unitName,
      text: ({ unitName }) => unitName,
    },
    {
      id: 'state',
      title: text('reports.state'),
      width: 150,
      cell: ({ state }) => <ReportStateTag state={state} />,
      text: ({ state }) => text(`reports.state.${state}`),
    },
    {
      id: 'marks',
      title: text('reports.marks'),
      width: 300,
      cell: (row) => (
        <>
          <ReportMarks report={row} />
          {row.returnReason}
        </>
      ),
      text: ({ inTime, returnReason }) =>
        [inTime === false && text('reports.timeliness.late'), returnReason]
          .filter(Boolean)
          .join('; '),
    },
    {
      id: 'sent',
      title: text('reports.sent-at'),
      width: 140,
      cell: ({ sentAt }) => formatMoment(sentAt),
      text: ({ sentAt }) => formatMoment(sentAt),
    },
    {
      id: 'version',
      title: text('reports.version'),
      width: 70,
      align: 'end',
      cell: ({ version }) => (version > 0 ? version : ''),
      text: ({ version }) => version,
    },
  ];
}

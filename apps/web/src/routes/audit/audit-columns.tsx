import type { AuditEntry } from '@antt/contracts';
import type { IntlShape } from 'react-intl';
import { formatMoment } from '../../moment.ts';
import type { Column } from '../../sheet/column.ts';
import { eventText, payloadText } from './audit-text.ts';

export function auditColumns(intl: IntlShape, narrow: boolean): Column<AuditEntry>[] {
  const title = (id: 'seq' | 'at' | 'who' | 'what' | 'detail') =>
    intl.formatMessage({ id: `audit.column.${id}` });
  const nobody = intl.formatMessage({ id: 'audit.nobody' });
  const what = ({ event }: AuditEntry) => eventText(intl, event);
  const detail = (entry: AuditEntry) => payloadText(intl, entry);
  if (narrow) {
    return [
      {
        id: 'what',
        title: title('what'),
        text: what,
        cell: (entry) => (
          <span className="two-lines">
            <span>{what(entry)}</span>
            <small>{[entry.username ?? nobody, formatMoment(entry.at)].join(' · ')}</small>
          </span>
        ),
      },
    ];
  }
  return [
    {
      id: 'seq',
      title: title('seq'),
      width: 78,
      align: 'end',
      text: ({ seq }) => seq,
      cell: ({ seq }) => intl.formatNumber(seq),
    },
    {
      id: 'at',
      title: title('at'),
      width: 160,
      text: ({ at }) => formatMoment(at, true),
      cell: ({ at }) => formatMoment(at, true),
    },
    {
      id: 'who',
      title: title('who'),
      width: 150,
      text: ({ username }) => username,
      cell: ({ username }) => username ?? <span className="faint">{nobody}</span>,
    },
    {
      id: 'what',
      title: title('what'),
      width: 250,
      text: what,
      cell: (entry) => <b className="event">{what(entry)}</b>,
    },
    { id: 'detail', title: title('detail'), text: detail, cell: detail },
  ];
}

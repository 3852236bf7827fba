import type { Supervision } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import type { IntlShape } from 'react-intl';
import { formatDay, formatLastDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import type { Column } from '../../sheet/column.ts';
import { unitName } from '../../unit-name.ts';
import { quarterName } from './quarter-name.tsx';
import { isOver } from './supervision.rules.ts';
import { SupervisionTags } from './supervision-tags.tsx';

/** The columns of the list on a desk; who is supervised is in none of them. */
export function supervisionColumns(intl: IntlShape, on: PlainDate): Column<Supervision>[] {
  const communeOf = ({ commune }: Supervision) => (commune ? unitName(commune) : '');
  const owedOf = ({ owed }: Supervision) => owed.map((one) => quarterName(intl, one)).join('; ');
  const end = ({ validTo }: Supervision) => (validTo ? formatLastDay(validTo) : '');
  return [
    {
      id: 'name',
      title: intl.formatMessage({ id: 'supervisions.member' }),
      cell: ({ personId, personName }) => (
        <PlaceLink path={`/people/${personId}`}>{personName}</PlaceLink>
      ),
      text: ({ personName }) => personName,
    },
    {
      id: 'commune',
      title: intl.formatMessage({ id: 'membership.commune' }),
      width: 170,
      cell: communeOf,
      text: communeOf,
    },
    {
      id: 'decision',
      title: intl.formatMessage({ id: 'decision.number' }),
      width: 150,
      cell: ({ decision }) => decision.number,
      text: ({ decision }) => decision.number,
    },
    {
      id: 'from',
      title: intl.formatMessage({ id: 'supervisions.valid-from' }),
      width: 106,
      cell: ({ validFrom }) => formatDay(validFrom),
      text: ({ validFrom }) => formatDay(validFrom),
    },
    {
      id: 'to',
      title: intl.formatMessage({ id: 'supervisions.last-day' }),
      width: 106,
      cell: end,
      text: end,
    },
    {
      id: 'owed',
      title: intl.formatMessage({ id: 'supervisions.owed-quarters' }),
      width: 210,
      cell: owedOf,
      text: owedOf,
    },
    {
      id: 'state',
      title: intl.formatMessage({ id: 'supervisions.state' }),
      width: 290,
      cell: (row) => <SupervisionTags supervision={row} on={on} />,
      text: (row) =>
        intl.formatMessage({
          id: row.needsReplacement
            ? 'supervisions.needs-replacement'
            : isOver(row, on)
              ? 'supervisions.state.ended'
              : 'supervisions.state.running',
        }),
    },
  ];
}

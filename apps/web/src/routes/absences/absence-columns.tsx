import type { AbsenceRow } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import type { IntlShape } from 'react-intl';
import { formatDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import type { Column } from '../../sheet/column.ts';
import { unitName } from '../../unit-name.ts';
import { AbsenceTag } from './absence-tag.tsx';

/** What it rests on: the decision, the reason as far as the reader may see it. */
export function basisOf(intl: IntlShape, { decision, reason }: AbsenceRow): string {
  const withheld = intl.formatMessage({ id: 'membership.withheld' });
  return [decision?.number, reason ?? withheld].filter(Boolean).join(' · ');
}

/** From when to when; what is not known yet is said. */
export function daysOf(intl: IntlShape, { validFrom, validTo }: AbsenceRow): string {
  const from = formatDay(validFrom);
  return validTo === null
    ? intl.formatMessage({ id: 'absence.since' }, { from })
    : intl.formatMessage({ id: 'absence.days' }, { from, to: formatDay(validTo) });
}

/** The columns of the list on a desk. */
export function absenceColumns(intl: IntlShape, on: PlainDate): Column<AbsenceRow>[] {
  const kindOf = ({ kind }: AbsenceRow) => intl.formatMessage({ id: `absence.kind.${kind}` });
  const end = ({ validTo }: AbsenceRow) =>
    validTo ? formatDay(validTo) : intl.formatMessage({ id: 'absence.open' });
  const communeOf = ({ commune }: AbsenceRow) => (commune ? unitName(commune) : '');
  return [
    {
      id: 'n',
      title: intl.formatMessage({ id: 'absence.order' }),
      width: 56,
      align: 'end',
      cell: (_, index) => index + 1,
      text: (_, index) => index + 1,
    },
    {
      id: 'name',
      title: intl.formatMessage({ id: 'membership.member' }),
      cell: ({ personId, personName }) => (
        <PlaceLink path={`/people/${personId}`}>{personName}</PlaceLink>
      ),
      text: ({ personName }) => personName,
    },
    {
      id: 'kind',
      title: intl.formatMessage({ id: 'absence.kind' }),
      width: 120,
      cell: (row) => <AbsenceTag absence={row} on={on} />,
      text: kindOf,
    },
    {
      id: 'team',
      title: intl.formatMessage({ id: 'membership.team' }),
      width: 220,
      cell: ({ team }) => team && <PlaceLink path={`/teams/${team.id}`}>{team.name}</PlaceLink>,
      text: ({ team }) => team?.name ?? '',
    },
    {
      id: 'commune',
      title: intl.formatMessage({ id: 'membership.commune' }),
      width: 130,
      cell: communeOf,
      text: communeOf,
    },
    {
      id: 'from',
      title: intl.formatMessage({ id: 'absence.valid-from' }),
      width: 100,
      cell: ({ validFrom }) => formatDay(validFrom),
      text: ({ validFrom }) => formatDay(validFrom),
    },
    {
      id: 'to',
      title: intl.formatMessage({ id: 'absence.valid-to' }),
      width: 150,
      cell: end,
      text: end,
    },
    {
      id: 'basis',
      title: intl.formatMessage({ id: 'absence.basis' }),
      width: 320,
      cell: (row) => basisOf(intl, row),
      text: (row) => basisOf(intl, row),
    },
  ];
}

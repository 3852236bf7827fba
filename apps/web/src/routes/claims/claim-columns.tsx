import type { Claim } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import type { IntlShape } from 'react-intl';
import { formatDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import type { Column } from '../../sheet/column.ts';
import { unitName } from '../../unit-name.ts';
import { nextTerm } from './claim.rules.ts';
import { Amount, ClaimStateTag, NextTerm } from './claim-state.tsx';

/** The columns of the list on a desk. */
export function claimColumns(intl: IntlShape, on: PlainDate): Column<Claim>[] {
  const kindOf = ({ kind }: Claim) => intl.formatMessage({ id: `claims.kind.${kind}` });
  const communeOf = ({ commune }: Claim) => (commune ? unitName(commune) : '');
  return [
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
      title: intl.formatMessage({ id: 'claims.kind' }),
      width: 250,
      cell: kindOf,
      text: kindOf,
    },
    {
      id: 'commune',
      title: intl.formatMessage({ id: 'membership.commune' }),
      width: 170,
      cell: communeOf,
      text: communeOf,
    },
    {
      id: 'received',
      title: intl.formatMessage({ id: 'claims.received-on' }),
      width: 120,
      cell: ({ receivedOn }) => formatDay(receivedOn),
      text: ({ receivedOn }) => formatDay(receivedOn),
    },
    {
      id: 'next',
      title: intl.formatMessage({ id: 'claims.next' }),
      width: 230,
      cell: (row) => <NextTerm claim={row} />,
      text: (row) => formatDay(nextTerm(row)?.due ?? ''),
    },
    {
      id: 'state',
      title: intl.formatMessage({ id: 'claims.state' }),
      width: 270,
      cell: (row) => (
        <>
          <ClaimStateTag claim={row} on={on} />
          {row.amount !== null && <Amount amount={row.amount} />}
        </>
      ),
      text: ({ state, amount }) =>
        [
          intl.formatMessage({ id: `claims.state.${state}` }),
          amount !== null && intl.formatMessage({ id: 'claims.amount-value' }, { amount }),
        ]
          .filter(Boolean)
          .join(' '),
    },
  ];
}

import type { Severance } from '@antt/contracts';
import type { IntlShape } from 'react-intl';
import { formatDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import type { Column } from '../../sheet/column.ts';
import { unitName } from '../../unit-name.ts';
import { Amount, StateTag } from './claim-state.tsx';

/** The forces whose service counts, by their names. */
export const forcesText = (intl: IntlShape, { forces }: Severance) =>
  forces.map((force) => intl.formatMessage({ id: `pay.force.${force}` })).join(', ');

/** The columns of the list on a desk. */
export function severanceColumns(intl: IntlShape): Column<Severance>[] {
  const forcesOf = (row: Severance) => forcesText(intl, row);
  const groundOf = ({ ground }: Severance) => intl.formatMessage({ id: `pay.ground.${ground}` });
  const communeOf = ({ commune }: Severance) => (commune ? unitName(commune) : '');
  return [
    {
      id: 'name',
      title: intl.formatMessage({ id: 'severances.person' }),
      cell: ({ personId, personName }) => (
        <PlaceLink path={`/people/${personId}`}>{personName}</PlaceLink>
      ),
      text: ({ personName }) => personName,
    },
    {
      id: 'forces',
      title: intl.formatMessage({ id: 'severances.forces' }),
      width: 250,
      cell: forcesOf,
      text: forcesOf,
    },
    {
      id: 'commune',
      title: intl.formatMessage({ id: 'membership.commune' }),
      width: 170,
      cell: communeOf,
      text: communeOf,
    },
    {
      id: 'left',
      title: intl.formatMessage({ id: 'severances.left-on' }),
      width: 150,
      cell: ({ leftOn }) => formatDay(leftOn),
      text: ({ leftOn }) => formatDay(leftOn),
    },
    {
      id: 'ground',
      title: intl.formatMessage({ id: 'severances.ground' }),
      width: 210,
      cell: groundOf,
      text: groundOf,
    },
    {
      id: 'received',
      title: intl.formatMessage({ id: 'claims.received-on' }),
      width: 120,
      cell: ({ receivedOn }) => formatDay(receivedOn),
      text: ({ receivedOn }) => formatDay(receivedOn),
    },
    {
      id: 'state',
      title: intl.formatMessage({ id: 'claims.state' }),
      width: 270,
      cell: ({ state, amount }) => (
        <>
          <StateTag state={state} /> {amount !== null && <Amount amount={amount} />}
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

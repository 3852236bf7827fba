import type { PersonRow } from '@antt/contracts';
import type { IntlShape } from 'react-intl';
import { formatDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import type { Column } from '../../sheet/column.ts';
import { unitName } from '../../unit-name.ts';
import { PersonStateTag } from './person-state.tsx';

const day = (value: string | null) => (value ? formatDay(value) : '');

/** The columns of the list on a desk; a day of birth only for who may see it. */
export function personColumns(
  intl: IntlShape,
  { maySeeBirth }: { maySeeBirth: boolean },
): Column<PersonRow>[] {
  const plain = (
    id: 'sex' | 'position' | 'commune' | 'since' | 'birth-date' | 'citizen-id' | 'phone',
    width: number,
    text: (row: PersonRow) => string,
  ): Column<PersonRow> => ({
    id,
    title: intl.formatMessage({ id: `people.column.${id}` }),
    width,
    optional: true,
    cell: text,
    text,
  });
  const stateOf = ({ state }: PersonRow) => intl.formatMessage({ id: `people.state.${state}` });
  return [
    {
      id: 'order',
      title: intl.formatMessage({ id: 'people.column.order' }),
      width: 56,
      align: 'end',
      cell: (_, index) => index + 1,
      text: (_, index) => index + 1,
    },
    {
      id: 'name',
      title: intl.formatMessage({ id: 'people.column.name' }),
      cell: (row) => <PlaceLink path={`/people/${row.id}`}>{row.name}</PlaceLink>,
      text: ({ name }) => name,
    },
    plain('sex', 80, ({ sex }) => intl.formatMessage({ id: `people.sex.${sex}` })),
    ...(maySeeBirth ? [plain('birth-date', 106, ({ birthDate }) => day(birthDate))] : []),
    plain('position', 100, ({ position }) =>
      position ? intl.formatMessage({ id: `people.position.${position}` }) : '',
    ),
    {
      id: 'team',
      title: intl.formatMessage({ id: 'people.column.team' }),
      width: 250,
      cell: ({ team }) => team && <PlaceLink path={`/teams/${team.id}`}>{team.name}</PlaceLink>,
      text: ({ team }) => team?.name ?? '',
    },
    plain('commune', 150, ({ commune }) => (commune ? unitName(commune) : '')),
    plain('since', 106, ({ since }) => day(since)),
    plain('citizen-id', 130, ({ citizenId }) => citizenId ?? ''),
    plain('phone', 130, ({ phone }) => phone),
    {
      id: 'state',
      title: intl.formatMessage({ id: 'people.column.state' }),
      width: 136,
      cell: (row) => <PersonStateTag person={row} />,
      text: stateOf,
    },
  ];
}

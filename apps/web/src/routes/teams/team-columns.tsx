import type { TeamRow } from '@antt/contracts';
import type { IntlShape } from 'react-intl';
import { formatDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import type { Column } from '../../sheet/column.ts';
import { unitName } from '../../unit-name.ts';

const villagesOf = ({ villages }: TeamRow) => villages.map(unitName).join(', ');
const communeOf = ({ commune }: TeamRow) => (commune ? unitName(commune) : '');

/** On a phone the name carries what the other columns say. */
export function teamColumns(intl: IntlShape, narrow: boolean): Column<TeamRow>[] {
  const title = (
    id: 'code' | 'name' | 'commune' | 'villages' | 'founded' | 'decision' | 'workplace',
  ) => intl.formatMessage({ id: `teams.column.${id}` });
  const none = intl.formatMessage({ id: 'teams.unplaced' });
  const name: Column<TeamRow> = {
    id: 'name',
    title: title('name'),
    cell: (row) =>
      narrow ? (
        <span className="two-lines">
          <PlaceLink path={`/teams/${row.id}`}>{row.name}</PlaceLink>
          <small>{`${communeOf(row)} · ${villagesOf(row)}`}</small>
        </span>
      ) : (
        <PlaceLink path={`/teams/${row.id}`}>{row.name}</PlaceLink>
      ),
    text: (row) => row.name,
  };
  if (narrow) return [name];
  return [
    {
      id: 'order',
      title: 'STT',
      width: 56,
      align: 'end',
      cell: (_, index) => index + 1,
      text: (_, index) => index + 1,
    },
    {
      id: 'code',
      title: title('code'),
      width: 120,
      cell: ({ code }) => code,
      text: ({ code }) => code,
    },
    name,
    { id: 'commune', title: title('commune'), width: 160, cell: communeOf, text: communeOf },
    { id: 'villages', title: title('villages'), cell: villagesOf, text: villagesOf },
    {
      id: 'founded',
      title: title('founded'),
      width: 120,
      cell: (row) => formatDay(row.foundedOn),
      text: (row) => formatDay(row.foundedOn),
    },
    {
      id: 'decision',
      title: title('decision'),
      width: 150,
      cell: (row) => row.decisionNumber,
      text: (row) => row.decisionNumber,
    },
    {
      id: 'workplace',
      title: title('workplace'),
      width: 180,
      cell: ({ workplace }) =>
        workplace ? (
          <PlaceLink path={`/workplaces/${workplace.id}`}>{workplace.name}</PlaceLink>
        ) : (
          <span className="faint">{none}</span>
        ),
      text: ({ workplace }) => workplace?.name ?? '',
    },
  ];
}

import type { listWorkplaces } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import type { IntlShape } from 'react-intl';
import { PlaceLink } from '../../frame/place-link.tsx';
import type { Column } from '../../sheet/column.ts';

type Row = Output<typeof listWorkplaces>['items'][number];

/** On a phone the name carries what the other columns say. */
export function workplaceColumns(intl: IntlShape, narrow: boolean): Column<Row>[] {
  const kindOf = ({ kind }: Row) => intl.formatMessage({ id: `workplaces.kind.${kind}` });
  const tenureOf = ({ tenure }: Row) =>
    tenure ? intl.formatMessage({ id: `workplaces.tenure.${tenure}` }) : '';
  const conditionOf = ({ condition }: Row) =>
    condition ? intl.formatMessage({ id: `workplaces.condition.${condition}` }) : '';
  const teamsOf = ({ teams }: Row) =>
    teams.map(({ name }) => name).join(', ') || intl.formatMessage({ id: 'workplaces.no-teams' });
  const areaOf = ({ areaM2 }: Row) => (areaM2 === null ? '' : intl.formatNumber(areaM2));
  const title = (
    id: 'code' | 'name' | 'kind' | 'address' | 'teams' | 'tenure' | 'condition' | 'area',
  ) => intl.formatMessage({ id: `workplaces.column.${id}` });
  const name: Column<Row> = {
    id: 'name',
    title: title('name'),
    cell: (row) =>
      narrow ? (
        <span className="two-lines">
          <PlaceLink path={`/workplaces/${row.id}`}>{row.name}</PlaceLink>
          <small>{[kindOf(row), teamsOf(row)].filter(Boolean).join(' · ')}</small>
        </span>
      ) : (
        <PlaceLink path={`/workplaces/${row.id}`}>{row.name}</PlaceLink>
      ),
    text: (row) => row.name,
  };
  if (narrow) return [name];
  const plain = (
    id: Parameters<typeof title>[0],
    text: (row: Row) => string,
    width?: number,
  ): Column<Row> => ({
    id,
    title: title(id),
    cell: text,
    text,
    ...(width === undefined ? {} : { width }),
  });
  return [
    {
      id: 'order',
      title: 'STT',
      width: 56,
      align: 'end',
      cell: (_, index) => index + 1,
      text: (_, index) => index + 1,
    },
    plain('code', ({ code }) => code, 110),
    name,
    plain('kind', kindOf, 170),
    plain('address', ({ address }) => address, 240),
    plain('teams', teamsOf),
    plain('tenure', tenureOf, 130),
    plain('condition', conditionOf, 120),
    { ...plain('area', areaOf, 110), align: 'end' },
  ];
}

import type { IssueNeed, IssueNormRow, IssueRow } from '@antt/contracts';
import { Tag } from 'antd';
import type { IntlShape } from 'react-intl';
import { formatDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import type { MessageId } from '../../i18n/message.ts';
import type { Column } from '../../sheet/column.ts';
import { unitName } from '../../unit-name.ts';

const titled = <Row,>(intl: IntlShape, id: MessageId, of: (row: Row) => string | number) => ({
  id,
  title: intl.formatMessage({ id }),
  cell: of,
  text: of,
});
const day = (value: string | null) => (value ? formatDay(value) : '');

/** What members got and still have. */
export function issueColumns(intl: IntlShape, narrow: boolean): Column<IssueRow>[] {
  const thing = ({ name, number }: IssueRow) => (number ? `${name} ${number}` : name);
  const state = (row: IssueRow) =>
    intl.formatMessage({ id: row.isDue ? 'supply.is-due' : `supply.state.${row.state}` });
  const who: Column<IssueRow> = {
    ...titled<IssueRow>(intl, 'membership.member', ({ personName }) => personName),
    cell: (row) => (
      <span className="two-lines">
        <PlaceLink path={`/people/${row.personId}`}>{row.personName}</PlaceLink>
        <small>{narrow ? thing(row) : row.team?.name}</small>
      </span>
    ),
  };
  const standing: Column<IssueRow> = {
    ...titled<IssueRow>(intl, 'supply.state', state),
    width: narrow ? 130 : 150,
    cell: (row) => <Tag color={row.isDue ? 'warning' : 'default'}>{state(row)}</Tag>,
  };
  if (narrow) return [who, standing];
  return [
    who,
    { ...titled<IssueRow>(intl, 'supply.item', thing), width: 280 },
    {
      ...titled<IssueRow>(intl, 'supply.left', ({ left }) => left),
      width: 90,
      align: 'end',
    },
    { ...titled<IssueRow>(intl, 'supply.issued-on', ({ issuedOn }) => day(issuedOn)), width: 120 },
    {
      ...titled<IssueRow>(intl, 'supply.serves-until', ({ servesUntil }) => day(servesUntil)),
      width: 140,
    },
    standing,
  ];
}

/** What communes need in a year. */
export function needColumns(intl: IntlShape, narrow: boolean): Column<IssueNeed>[] {
  const number = (id: MessageId, of: (row: IssueNeed) => number): Column<IssueNeed> => ({
    ...titled<IssueNeed>(intl, id, of),
    width: narrow ? 80 : 130,
    align: 'end',
  });
  const commune: Column<IssueNeed> = {
    ...titled<IssueNeed>(intl, 'membership.commune', (row) => unitName(row.commune)),
    cell: (row) => (
      <span className="two-lines">
        <span>{unitName(row.commune)}</span>
        {narrow && <small>{row.name}</small>}
      </span>
    ),
  };
  const need = number('supply.need', (row) => row.need);
  if (narrow) return [commune, need];
  return [
    commune,
    {
      ...titled<IssueNeed>(intl, 'supply.item', ({ name, measure }) => `${name} (${measure})`),
      width: 320,
    },
    number('supply.members', (row) => row.members),
    number('supply.due', (row) => row.due),
    number('supply.serving', (row) => row.serving),
    need,
  ];
}

/** What everybody is due, line by line with its source. */
export function normColumns(intl: IntlShape, narrow: boolean): Column<IssueNormRow>[] {
  const much = ({ quantity, percent, measure }: IssueNormRow) =>
    percent === null
      ? `${quantity} ${measure}`
      : intl.formatMessage({ id: 'supply.of-strength' }, { percent });
  const item: Column<IssueNormRow> = {
    ...titled<IssueNormRow>(intl, 'supply.item', ({ name }) => name),
    cell: (row) => (
      <span className="two-lines">
        <span>{row.name}</span>
        <small>{narrow ? row.source : row.unitName}</small>
      </span>
    ),
  };
  const amount = { ...titled<IssueNormRow>(intl, 'supply.due', much), width: narrow ? 110 : 150 };
  if (narrow) return [item, amount];
  return [
    item,
    {
      ...titled<IssueNormRow>(intl, 'supply.phase', ({ phase }) =>
        intl.formatMessage({ id: `supply.phase.${phase}` }),
      ),
      width: 130,
    },
    amount,
    {
      ...titled<IssueNormRow>(intl, 'supply.service-months', (row) => row.serviceMonths ?? ''),
      width: 130,
      align: 'end',
    },
    { ...titled<IssueNormRow>(intl, 'supply.basis', ({ source }) => source), width: 420 },
  ];
}

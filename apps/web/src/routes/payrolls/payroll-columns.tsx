import type { Payroll } from '@antt/contracts';
import type { IntlShape } from 'react-intl';
import { formatMonth } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import type { MessageId } from '../../i18n/message.ts';
import type { Column } from '../../sheet/column.ts';
import { unitName } from '../../unit-name.ts';
import { Money, orNone } from './money.tsx';
import { RunTags } from './payroll-state.tsx';

type Figure = 'total' | 'adjustments' | 'held';

/** Columns of the list of runs. */
export function payrollColumns(intl: IntlShape): Column<Payroll>[] {
  const title = (id: MessageId) => intl.formatMessage({ id });
  const figure = (name: Figure): Column<Payroll> => ({
    id: name,
    title: title(`payrolls.${name}`),
    width: 160,
    align: 'end',
    cell: (row) => <Money amount={row.state === 'draft' ? null : orNone(row[name])} />,
    text: (row) => (row.state === 'draft' ? null : row[name]),
  });
  return [
    {
      id: 'month',
      title: title('payrolls.month'),
      width: 100,
      cell: ({ id, month }) => <PlaceLink path={`/payrolls/${id}`}>{formatMonth(month)}</PlaceLink>,
      text: ({ month }) => formatMonth(month),
    },
    {
      id: 'unit',
      title: title('payrolls.unit'),
      cell: ({ unit }) => unitName(unit),
      text: ({ unit }) => unitName(unit),
    },
    {
      id: 'state',
      title: title('payrolls.state'),
      width: 300,
      cell: (row) => <RunTags payroll={row} />,
      text: ({ state }) => title(`payrolls.state.${state}`),
    },
    {
      id: 'people',
      title: title('payrolls.people'),
      width: 100,
      align: 'end',
      cell: ({ people, state }) => (state === 'draft' ? '—' : intl.formatNumber(people)),
      text: ({ people }) => people,
    },
    figure('total'),
    figure('adjustments'),
    figure('held'),
  ];
}

import type { BudgetComparison } from '@antt/contracts';
import { Tag } from 'antd';
import { FormattedMessage, type IntlShape } from 'react-intl';
import type { MessageId } from '../../i18n/message.ts';
import type { Column } from '../../sheet/column.ts';
import { unitName } from '../../unit-name.ts';
import { BudgetBar } from './budget-bar.tsx';
import type { Figures, Held, Sums } from './budget.rules.ts';
import { type FigureName, figureNames, FigureValue } from './figure-value.tsx';

/** What a list adds up to, and whether any of it was given. */
type Total = { figures: Figures; held: Held };

const isWrong = (name: FigureName, amount: number) =>
  (name === 'remaining' && amount < 0) || (name === 'shortfall' && amount > 0);

/** The figures of a row, and the bar. */
function figureColumns<Row extends Figures>(
  intl: IntlShape,
  total: Total,
  heldBy: (row: Row) => Held,
): Column<Row>[] {
  return [
    {
      id: 'bar',
      title: intl.formatMessage({ id: 'budgets.how-far' }),
      width: 150,
      cell: (row) => <BudgetBar figures={row} held={heldBy(row)} />,
    },
    ...figureNames.map((name): Column<Row> => ({
      id: name,
      title: intl.formatMessage({ id: `budgets.${name}` }),
      align: 'end',
      width: 148,
      cell: (row) => (
        <span className="figure" data-wrong={isWrong(name, row[name]) || undefined}>
          <FigureValue name={name} figures={row} held={heldBy(row)} />
        </span>
      ),
      order: (row) => row[name],
      text: (row) => row[name],
      total: <FigureValue name={name} {...total} />,
    })),
  ];
}

/** One line for each item group. */
export function groupColumns(
  intl: IntlShape,
  total: Total,
  heldBy: (row: Sums) => Held,
): Column<Sums>[] {
  const name = ({ group }: Sums) => intl.formatMessage({ id: `pay.group.${group}` });
  return [
    {
      id: 'group',
      title: intl.formatMessage({ id: 'budgets.group' }),
      width: 260,
      cell: name,
      order: name,
      text: name,
      total: intl.formatMessage({ id: 'payrolls.sum' }),
    },
    ...figureColumns<Sums>(intl, total, heldBy),
  ];
}

/** One line for each unit, item group and source. */
export function unitColumns(intl: IntlShape, total: Total): Column<BudgetComparison>[] {
  const title = (id: MessageId) => intl.formatMessage({ id });
  return [
    {
      id: 'unit',
      title: title('budgets.unit'),
      width: 190,
      cell: ({ unit }) => unitName(unit),
      order: ({ unit }) => unitName(unit),
      text: ({ unit }) => unitName(unit),
      total: title('payrolls.sum'),
    },
    {
      id: 'group',
      title: title('budgets.group'),
      width: 220,
      cell: ({ group }) => title(`pay.group.${group}`),
      order: ({ group }) => title(`pay.group.${group}`),
      text: ({ group }) => title(`pay.group.${group}`),
    },
    {
      id: 'source',
      title: title('budgets.source'),
      width: 150,
      cell: ({ source }) => title(`pay.fund.${source}`),
      order: ({ source }) => title(`pay.fund.${source}`),
      text: ({ source }) => title(`pay.fund.${source}`),
    },
    ...figureColumns<BudgetComparison>(intl, total, ({ held }) => held),
  ];
}

/** Nobody was given money for it, or a unit above was. */
export function HeldTag({ held }: { held: 'above' | 'none' }) {
  return (
    <Tag className="pay-tag" data-stage={held === 'none' ? 'due' : 'open'}>
      <FormattedMessage id={`budgets.held.${held}`} />
    </Tag>
  );
}

import type { PayrollLine } from '@antt/contracts';
import { Tag } from 'antd';
import { FormattedMessage, type IntlShape } from 'react-intl';
import { formatMonth } from '../../day.ts';
import type { MessageId } from '../../i18n/message.ts';
import type { Column } from '../../sheet/column.ts';
import { unitName } from '../../unit-name.ts';
import { Money } from './money.tsx';

/** Of an adjustment, for which month it is and why. */
export const adjustmentText = (intl: IntlShape, { month, cause }: PayrollLine) =>
  intl.formatMessage(
    { id: 'payrolls.adjustment-of' },
    {
      month: formatMonth(month),
      cause: cause === null ? '' : intl.formatMessage({ id: `pay.cause.${cause}` }),
      has: String(cause !== null),
    },
  );

/** Whose a line is: a person, or the whole team. */
export const ownerOf = ({ personName, personId, teamName }: PayrollLine) =>
  personId === null ? teamName : personName;

/** Quantities of months are shares of one, so only what is counted says more. */
export const quantityText = (intl: IntlShape, { quantity }: PayrollLine) =>
  intl.formatNumber(quantity, { maximumFractionDigits: 4 });

/** Columns of the amounts; a person's name, and that it is held, stand at the first of them alone. */
export function lineColumns(
  intl: IntlShape,
  begins: ReadonlySet<string>,
  held: ReadonlySet<string>,
  total: number,
): Column<PayrollLine>[] {
  const title = (id: MessageId) => intl.formatMessage({ id });
  const position = ({ position: held }: PayrollLine) =>
    held === null ? '' : title(`people.position.${held}`);
  return [
    {
      id: 'person',
      title: title('payrolls.person'),
      width: 250,
      cell: (line) =>
        begins.has(line.id) ? (
          <span className="line-owner">
            <b>{ownerOf(line)}</b>
            {line.personId !== null && held.has(line.personId) && <HeldTag />}
          </span>
        ) : (
          <span className="out-of-sight">{ownerOf(line)}</span>
        ),
      text: ownerOf,
      total: title('payrolls.sum'),
    },
    {
      id: 'position',
      title: title('payrolls.position'),
      width: 92,
      cell: (line) => (begins.has(line.id) ? position(line) : ''),
      text: position,
    },
    {
      id: 'label',
      title: title('payrolls.label'),
      cell: (line) => (
        <span className="two-lines">
          <span>{line.label}</span>
          {line.kind === 'adjustment' && <small>{adjustmentText(intl, line)}</small>}
        </span>
      ),
      text: (line) =>
        line.kind === 'adjustment' ? `${line.label} (${adjustmentText(intl, line)})` : line.label,
    },
    {
      id: 'quantity',
      title: title('payrolls.quantity'),
      width: 80,
      align: 'end',
      cell: (line) => quantityText(intl, line),
      text: ({ quantity }) => quantity,
    },
    {
      id: 'rate',
      title: title('payrolls.rate'),
      width: 120,
      align: 'end',
      cell: ({ rate }) => <Money amount={rate} />,
      text: ({ rate }) => rate,
    },
    {
      id: 'amount',
      title: title('payrolls.amount'),
      width: 136,
      align: 'end',
      cell: ({ amount, kind }) => <Money amount={amount} signed={kind === 'adjustment'} />,
      text: ({ amount }) => amount,
      total: <Money amount={total} />,
    },
    {
      id: 'fund',
      title: title('payrolls.fund'),
      width: 150,
      cell: ({ fund }) => title(`pay.fund.${fund}`),
      text: ({ fund }) => title(`pay.fund.${fund}`),
    },
    {
      id: 'team',
      title: title('payrolls.team'),
      cell: (line) => (begins.has(line.id) ? placeOf(line) : ''),
      text: placeOf,
    },
  ];
}

const placeOf = ({ teamName, commune }: PayrollLine) =>
  [teamName, unitName(commune)].filter(Boolean).join(', ');

export function HeldTag() {
  return (
    <Tag className="pay-tag" data-stage="due">
      <FormattedMessage id="payrolls.is-held" />
    </Tag>
  );
}

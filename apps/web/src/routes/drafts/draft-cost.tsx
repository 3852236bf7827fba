import type { QuotaDraftRow } from '@antt/contracts';
import { Tooltip } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { formatDay } from '../../day.ts';
import { moneyText } from '../payrolls/money.tsx';
import { costOf, localOf, totalCost } from './cost.rules.ts';
import type { useCosts } from './use-costs.ts';

type Props = { costs: ReturnType<typeof useCosts>; rows: readonly QuotaDraftRow[] };

/** What a year of the draft costs beside that of the standing decision; it moves with what is typed. */
export function DraftCost({ costs: { may, on, answer, of }, rows }: Props) {
  const intl = useIntl();
  if (!may) return null;
  if (answer.isPending) {
    return (
      <li>
        <span>
          <FormattedMessage id="drafts.cost.loading" />
        </span>
      </li>
    );
  }
  const day = formatDay(on);
  const total = totalCost(rows, (row) => costOf(row, of(row.unitId)));
  if (!answer.data || !total) {
    return (
      <li>
        <span>
          <FormattedMessage
            id={answer.isError ? 'drafts.cost.failed' : 'drafts.cost.none'}
            values={{ day }}
          />
        </span>
      </li>
    );
  }
  const decided = rows.flatMap((row) =>
    row.decided ? [{ ...row.decided, unitId: row.unitId }] : [],
  );
  const before = totalCost(decided, (row) => costOf(row, of(row.unitId)));
  const short = (amount: number) =>
    intl.formatNumber(amount, {
      ...{ notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 2 },
    });
  const { policies, illustrative, unknown } = answer.data;
  const notes = [
    intl.formatMessage({ id: 'drafts.cost.policies' }, { numbers: policies.join(', '), day }),
    intl.formatMessage(
      { id: 'drafts.cost.exact' },
      {
        allowance: moneyText(intl, total.allowance),
        insurance: moneyText(intl, total.insurance),
        state: moneyText(intl, total.state),
      },
    ),
    intl.formatMessage({ id: 'drafts.cost.not-in-it' }),
    ...(total.without > 0
      ? [intl.formatMessage({ id: 'drafts.cost.without' }, { count: total.without })]
      : []),
    ...(unknown.length > 0
      ? [intl.formatMessage({ id: 'drafts.cost.unknown' }, { count: unknown.length })]
      : []),
  ];
  return (
    <Tooltip
      title={notes.map((note) => (
        <div key={note}>{note}</div>
      ))}
    >
      <li className="wrapping" tabIndex={0} data-cost>
        <b>{intl.formatMessage({ id: 'drafts.cost.amount' }, { amount: short(localOf(total)) })}</b>
        <span>
          <FormattedMessage
            id="drafts.cost.year"
            values={{ before: before ? short(localOf(before)) : '–' }}
          />
          {total.without > 0 && (
            <>
              {'; '}
              <FormattedMessage id="drafts.cost.without" values={{ count: total.without }} />
            </>
          )}
          {illustrative && (
            <>
              {' · '}
              <FormattedMessage id="drafts.cost.illustrative" />
            </>
          )}
        </span>
      </li>
    </Tooltip>
  );
}

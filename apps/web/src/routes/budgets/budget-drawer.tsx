import {
  type Budget,
  type BudgetComparison,
  budgetGroups,
  type BudgetSpending,
  listBudgets,
  listBudgetSpendings,
  takeBackBudget,
  takeBackBudgetSpending,
} from '@antt/contracts';
import { Button, Drawer, Input, Popover } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer, useCommand } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { newId } from '../../new-id.ts';
import { useMay } from '../../session/me.ts';
import { unitName } from '../../unit-name.ts';
import { Money } from '../payrolls/money.tsx';
import { BudgetBar } from './budget-bar.tsx';
import { figureNames, FigureValue } from './figure-value.tsx';
import { budgetAnswers } from './use-budget-command.ts';

type Props = { year: number; row: BudgetComparison; onClose: () => void };

/** Where a unit's money comes from: each sum with the instrument it rests on, and what was spent by hand. */
export function BudgetDrawer({ year, row, onClose }: Props) {
  const intl = useIntl();
  const { unit, group, source } = row;
  const question = { year, unitId: unit.id, group, source, limit: 500 };
  const given = useAnswer(listBudgets, question);
  const byHand = budgetGroups[group].spentBy === 'entries';
  const spent = useAnswer(listBudgetSpendings, question, { enabled: byHand });
  return (
    <Drawer open size={560} onClose={onClose} title={unitName(unit)}>
      <p>
        <b>{intl.formatMessage({ id: `pay.group.${group}` })}</b> ·{' '}
        {intl.formatMessage({ id: `pay.fund.${source}` })} · {year}
      </p>
      <BudgetBar figures={row} held={row.held} />
      <dl className="facts">
        {figureNames.map((name) => (
          <div key={name}>
            <dt>
              <FormattedMessage id={`budgets.${name}`} />
            </dt>
            <dd>
              <FigureValue name={name} figures={row} held={row.held} />
            </dd>
          </div>
        ))}
      </dl>
      {row.held !== 'own' && (
        <p className="faint">
          <FormattedMessage id={`budgets.held-note.${row.held}`} />
        </p>
      )}
      <h2>
        <FormattedMessage id="budgets.given" />
      </h2>
      {given.isPending && <PageSkeleton />}
      {given.isError && <ProblemPanel problem={given.error} onRetry={() => void given.refetch()} />}
      {given.data && <Given rows={given.data.items} />}
      {byHand && (
        <h2>
          <FormattedMessage id="budgets.spent" />
        </h2>
      )}
      {byHand && spent.data && <Spent rows={spent.data.items} />}
    </Drawer>
  );
}

function Given({ rows }: { rows: readonly Budget[] }) {
  const mayApprove = useMay('budget.approve');
  const command = useCommand(takeBackBudget, budgetAnswers);
  if (rows.length === 0) return <None />;
  return (
    <ul className="budget-rows">
      {rows.map(({ id, kind, amount, instrument, note, by, takenBack, takesBackId }) => (
        <li key={id} data-gone={takenBack || takesBackId !== null || undefined}>
          <span>
            <b>
              <FormattedMessage id={takesBackId ? 'budgets.taken-back' : `budgets.kind.${kind}`} />
            </b>
            <Money amount={amount} signed />
          </span>
          <small>
            <PlaceLink path={`/instruments/${instrument.id}`}>{instrument.number}</PlaceLink>{' '}
            {formatDay(instrument.signedOn)} · {instrument.issuer} · {by}
            {note && ` · ${note}`}
          </small>
          {mayApprove && !takenBack && takesBackId === null && (
            <TakeBack
              pending={command.isPending}
              onSend={(reason) => command.mutate({ id: newId(), budgetId: id, reason })}
            />
          )}
        </li>
      ))}
      {command.isError && <ProblemPanel problem={command.error} />}
    </ul>
  );
}

function Spent({ rows }: { rows: readonly BudgetSpending[] }) {
  const mayWrite = useMay('budget.write');
  const command = useCommand(takeBackBudgetSpending, budgetAnswers);
  if (rows.length === 0) return <None />;
  return (
    <ul className="budget-rows">
      {rows.map(({ id, amount, spentOn, paper, note, by, takenBack, takesBackId }) => (
        <li key={id} data-gone={takenBack || takesBackId !== null || undefined}>
          <span>
            <b>{paper}</b>
            <Money amount={amount} signed={takesBackId !== null} />
          </span>
          <small>
            {formatDay(spentOn)} · {by}
            {note && ` · ${note}`}
          </small>
          {mayWrite && !takenBack && takesBackId === null && (
            <TakeBack
              pending={command.isPending}
              onSend={(reason) => command.mutate({ id: newId(), spendingId: id, reason })}
            />
          )}
        </li>
      ))}
      {command.isError && <ProblemPanel problem={command.error} />}
    </ul>
  );
}

const None = () => (
  <p className="faint">
    <FormattedMessage id="budgets.no-rows" />
  </p>
);

/** A row against the row; why is asked. */
function TakeBack({ pending, onSend }: { pending: boolean; onSend: (reason: string) => void }) {
  const intl = useIntl();
  const [reason, setReason] = useState('');
  return (
    <Popover
      trigger="click"
      content={
        <div className="take-back">
          <Input
            aria-label={intl.formatMessage({ id: 'budgets.reason' })}
            placeholder={intl.formatMessage({ id: 'budgets.reason' })}
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
          <Button
            type="primary"
            loading={pending}
            disabled={reason.trim().length < 5}
            onClick={() => onSend(reason.trim())}
          >
            <FormattedMessage id="budgets.take-back" />
          </Button>
        </div>
      }
    >
      <Button size="small">
        <FormattedMessage id="budgets.take-back" />
      </Button>
    </Popover>
  );
}

import { listPayrolls, type Payroll, statesCalculated, statesPaid } from '@antt/contracts';
import type { Period } from '@antt/kernel';
import { Drawer } from 'antd';
import { useState, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { useNavigate } from 'react-router';
import { useAttempt } from '../../act/attempt.ts';
import { call } from '../../api.ts';
import { formatMonth } from '../../day.ts';
import { PlaceLink, useHeldSearch } from '../../frame/place-link.tsx';
import { unitName } from '../../unit-name.ts';
import { Money } from '../payrolls/money.tsx';
import { RunTags } from '../payrolls/payroll-state.tsx';
import type { Status } from './totals.rules.ts';

/** What stands behind a figure: in which months and units, and which of the amounts. */
export type Cell = {
  from: Period;
  to: Period;
  status: Status;
  within: string | undefined;
  /** Filters of the amounts of a run, as its page has them in the address. */
  filter: Record<string, string | undefined>;
};

/** Opens the people behind a figure: those of its run, or the runs to choose from where it is made of several. */
export function useCell(): { open: (cell: Cell) => void; busy: boolean; panel: ReactNode } {
  const navigate = useNavigate();
  const held = useHeldSearch();
  const { busy, attempt } = useAttempt();
  const [choice, setChoice] = useState<{ runs: Payroll[]; filter: Cell['filter'] } | null>(null);
  const open = ({ from, to, status, within, filter }: Cell) =>
    void attempt(async () => {
      const month = from === to ? from : undefined;
      const { items } = await call(listPayrolls, { month, within, limit: 500 });
      const runs = items.filter(
        (run) =>
          run.month >= from &&
          run.month <= to &&
          statesCalculated.includes(run.state) &&
          (status === 'all' || (status === 'closed') === statesPaid.includes(run.state)),
      );
      const [only, another] = runs;
      if (only && !another) await navigate(`/payrolls/${only.id}${held(filter)}`);
      else setChoice({ runs, filter });
    });
  const panel = choice && (
    <Drawer
      open
      size={480}
      title={<FormattedMessage id="payrolls.runs-behind" />}
      onClose={() => setChoice(null)}
    >
      {choice.runs.length === 0 && (
        <p className="faint">
          <FormattedMessage id="payrolls.none-found" />
        </p>
      )}
      <ul className="runs-behind">
        {choice.runs.map((run) => (
          <li key={run.id}>
            <PlaceLink path={`/payrolls/${run.id}`} search={choice.filter}>
              {formatMonth(run.month)} · {unitName(run.unit)}
            </PlaceLink>
            <RunTags payroll={run} />
            <Money amount={run.total} />
          </li>
        ))}
      </ul>
    </Drawer>
  );
  return { open, busy, panel };
}

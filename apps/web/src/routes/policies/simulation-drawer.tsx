import { type PolicyRow, type Simulation, simulatePolicy } from '@antt/contracts';
import { type Period, today } from '@antt/kernel';
import { Drawer, Segmented } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { useDay } from '../../day.ts';
import { MonthField } from '../../field/month-field.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { unitName } from '../../unit-name.ts';
import { moneyWords } from './value-words.ts';

type Props = { policy: Pick<PolicyRow, 'id' | 'name'>; onClose: () => void };
const parts = ['item', 'position', 'commune'] as const;
type Part = (typeof parts)[number];
type Row = { key: string; name: string; people: number; amount: number; inForce: number };

/** A policy tried on the people who serve in a month, beside what is paid by now; nothing of it is kept. */
export function SimulationDrawer({ policy, onClose }: Props) {
  const intl = useIntl();
  const { on } = useDay();
  const { within } = useArea();
  const [month, setMonth] = useState<Period>(on.slice(0, 7));
  const [part, setPart] = useState<Part>('item');
  const answer = useAnswer(simulatePolicy, { id: policy.id, month, within }, { keep: true });
  const { data } = answer;
  return (
    <Drawer
      open
      size={880}
      title={<FormattedMessage id="policies.try.title" />}
      onClose={onClose}
      className="simulation"
    >
      <p className="faint">
        <FormattedMessage id="policies.try.note" values={{ name: policy.name }} />
      </p>
      <div className="toolbar">
        <MonthField
          aria-label={intl.formatMessage({ id: 'policies.try.month' })}
          value={month}
          after={today().slice(0, 7)}
          onChange={(next) => next && setMonth(next)}
        />
        <Segmented<Part>
          aria-label={intl.formatMessage({ id: 'choice.by' })}
          value={part}
          options={parts.map((value) => ({
            value,
            label: intl.formatMessage({ id: `policies.try.by.${value}` }),
          }))}
          onChange={setPart}
        />
      </div>
      {answer.isError && (
        <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {answer.isPending && <PageSkeleton />}
      {data && (
        <div aria-busy={answer.isFetching}>
          <div role="status">
            <Sums simulation={data} />
          </div>
          {data.unknown.length > 0 && (
            <p className="due">
              <FormattedMessage
                id="policies.try.unknown"
                values={{
                  lines: data.unknown.length,
                  people: Math.max(...data.unknown.map(({ people }) => people)),
                }}
              />
            </p>
          )}
          <Rows rows={rowsOf(intl, data, part)} simulation={data} />
        </div>
      )}
    </Drawer>
  );
}

function rowsOf(intl: ReturnType<typeof useIntl>, data: Simulation, part: Part): Row[] {
  if (part === 'commune') {
    return data.byCommune.map(({ commune, ...sums }) => ({
      ...sums,
      key: commune.id,
      name: unitName(commune),
    }));
  }
  if (part === 'position') {
    return data.byPosition.map(({ position, ...sums }) => ({
      ...sums,
      key: position ?? 'team',
      name: intl.formatMessage({
        id: position ? `people.position.${position}` : 'policies.try.team',
      }),
    }));
  }
  return data.byItem.map(({ item, fund, ...sums }) => ({
    ...sums,
    key: `${item} ${fund}`,
    name: `${intl.formatMessage({ id: `pay.item.${item}` })} · ${intl.formatMessage({ id: `pay.fund.${fund}` })}`,
  }));
}

/** What it comes to in all, what is paid now, and for how many it is more or less. */
function Sums({ simulation }: { simulation: Simulation }) {
  const intl = useIntl();
  const { people, amount, inForce, gainers, losers, comparedWith } = simulation;
  return (
    <>
      <ul className="summary">
        <li>
          <span>
            <FormattedMessage id="policies.try.amount" />
          </span>
          <b>{moneyWords(intl, amount)}</b>
        </li>
        <li>
          <span>
            <FormattedMessage id="policies.try.in-force" />
          </span>
          <b>{moneyWords(intl, inForce)}</b>
        </li>
        <li>
          <span>
            <FormattedMessage id="policies.try.difference" />
          </span>
          <b>{signed(intl, amount - inForce)}</b>
        </li>
        <li>
          <span>
            <FormattedMessage id="policies.try.people" />
          </span>
          <b>{intl.formatNumber(people)}</b>
        </li>
      </ul>
      <p>
        <FormattedMessage
          id="policies.try.gainers"
          values={{
            more: gainers.people,
            by: moneyWords(intl, gainers.difference),
            less: losers.people,
            lost: moneyWords(intl, Math.abs(losers.difference)),
          }}
        />{' '}
        <span className="faint">
          {comparedWith.length > 0 ? (
            <FormattedMessage
              id="policies.try.compared"
              values={{ numbers: comparedWith.join(', ') }}
            />
          ) : (
            <FormattedMessage id="policies.try.compared-with-none" />
          )}
        </span>
      </p>
    </>
  );
}

const signed = (intl: ReturnType<typeof useIntl>, amount: number) =>
  `${intl.formatNumber(amount, { signDisplay: 'exceptZero' })} đ`;

function Rows({ rows, simulation }: { rows: readonly Row[]; simulation: Simulation }) {
  const intl = useIntl();
  const columns = ['people', 'amount', 'in-force', 'difference'] as const;
  const title = (id: (typeof columns)[number]) => intl.formatMessage({ id: `policies.try.${id}` });
  const cells = ({ people, amount, inForce }: Omit<Row, 'key' | 'name'>) =>
    [
      intl.formatNumber(people),
      moneyWords(intl, amount),
      moneyWords(intl, inForce),
      signed(intl, amount - inForce),
    ].map((text, n) => (
      <td key={n} className="sum tabular" data-title={title(columns[n]!)}>
        {text}
      </td>
    ));
  return (
    <table className="rate-reading sums">
      <thead>
        <tr>
          <th scope="col">
            <FormattedMessage id="policies.try.what" />
          </th>
          {columns.map((id) => (
            <th key={id} scope="col" className="sum">
              {title(id)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            {cells(row)}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            <FormattedMessage id="policies.try.total" />
          </th>
          {cells(simulation)}
        </tr>
      </tfoot>
    </table>
  );
}
export { SimulationDrawer as default };

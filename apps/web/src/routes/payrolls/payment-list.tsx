import {
  getPayroll,
  listPaymentBatches,
  listPayments,
  type Payment,
  PaymentChannel,
  PaymentState,
  settleable,
  settlePayment,
} from '@antt/contracts';
import { Button, Dropdown, Select, Tag } from 'antd';
import { useMemo, useState } from 'react';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import { useAddress } from '../../address.ts';
import { useCommand } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { usePages } from '../../pages.ts';
import { useMay } from '../../session/me.ts';
import type { Column } from '../../sheet/column.ts';
import { Listed } from '../../sheet/listed.tsx';
import { unitName } from '../../unit-name.ts';
import { rowsOf } from './list-height.ts';
import { Money } from './money.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import type { Run } from './use-run.ts';

type Outcome = keyof typeof settleable;
type Act = { payment: Payment; outcome: Outcome };

const colours: Record<PaymentState, string> = {
  ...{ issued: 'default', paid: 'green', failed: 'red', left: 'orange', withdrawn: 'default' },
};
const outcomes: readonly Outcome[] = ['paid', 'failed', 'left'];
/** What was issued anew is settled by its new payment. */
const outcomesOf = ({ state, again }: Payment) =>
  again === null ? outcomes.filter((outcome) => settleable[outcome].includes(state)) : [];

/** Every payment of the run and what came of it; what no file tells is said by hand. */
export function PaymentList({ run }: { run: Run }) {
  const intl = useIntl();
  const { search, put } = useAddress();
  const { within } = useArea();
  const mayWrite = useMay('payroll.write');
  const [act, setAct] = useState<Act | null>(null);
  const settle = useCommand(settlePayment, [listPayments, listPaymentBatches, getPayroll]);
  const question = {
    within,
    state: PaymentState.safeParse(search.get('paid')).data,
    channel: PaymentChannel.safeParse(search.get('channel')).data,
  };
  const list = usePages(listPayments, { id: run.id, ...question, limit: 100 });
  const columns = useMemo(
    () => paymentColumns(intl, mayWrite ? (next) => setAct(next) : undefined),
    [intl, mayWrite],
  );
  const choice = <T extends string>(name: string, id: string, options: readonly T[], value?: T) => (
    <Select
      className="choose"
      allowClear
      value={value}
      placeholder={intl.formatMessage({ id: id as 'payrolls.payment-state' })}
      aria-label={intl.formatMessage({ id: id as 'payrolls.payment-state' })}
      options={options.map((one) => ({
        value: one,
        label: intl.formatMessage({ id: `${id}.${one}` as 'payrolls.payment-state.paid' }),
      }))}
      onChange={(next?: string) => put({ [name]: next })}
    />
  );
  return (
    <section className="run-section" aria-labelledby="payments">
      <div className="toolbar">
        <h2 id="payments">
          <FormattedMessage id="payrolls.payments" />
        </h2>
        {choice('paid', 'payrolls.payment-state', PaymentState.options, question.state)}
        {choice('channel', 'payrolls.channel', PaymentChannel.options, question.channel)}
        <ExportButton route={`/payrolls/${run.id}/payments`} question={question} />
      </div>
      <div style={rowsOf(list.items)}>
        <Listed
          list={list}
          label={intl.formatMessage({ id: 'payrolls.payments' })}
          columns={columns}
          card={{
            title: ({ name }) => name,
            tag: (payment) => <StateTag payment={payment} />,
            lines: (payment) => [
              <Money key="amount" amount={payment.amount} />,
              channelText(intl, payment),
              payment.reason,
              mayWrite && <Acts key="acts" payment={payment} onAct={setAct} />,
            ],
          }}
          empty={
            <EmptyState title={<FormattedMessage id="payrolls.no-payment-found" />}>
              <FormattedMessage id="payrolls.no-payment-found-note" />
            </EmptyState>
          }
        />
      </div>
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          <FormattedMessage id="payrolls.show-more" />
        </Button>
      )}
      {act && (
        <ReasonDialog
          title={
            <FormattedMessage
              id={`payrolls.outcome-title.${act.outcome}`}
              values={{ name: act.payment.name }}
            />
          }
          note={<FormattedMessage id={`payrolls.outcome-note.${act.outcome}`} />}
          submit={<FormattedMessage id={`payrolls.outcome.${act.outcome}`} />}
          pending={settle.isPending}
          error={settle.error}
          onSubmit={(reason) =>
            settle.mutate(
              { id: act.payment.id, outcome: act.outcome, reason },
              { onSuccess: () => setAct(null) },
            )
          }
          onClose={() => {
            settle.reset();
            setAct(null);
          }}
        />
      )}
    </section>
  );
}

const channelText = (intl: IntlShape, { channel, bank, account }: Payment) =>
  [intl.formatMessage({ id: `payrolls.channel.${channel}` }), bank, account]
    .filter(Boolean)
    .join(' · ');

function StateTag({ payment: { state, again, amount } }: { payment: Payment }) {
  return (
    <>
      <Tag color={colours[state]}>
        <FormattedMessage id={`payrolls.payment-state.${state}`} />
      </Tag>
      {amount < 0 && (
        <Tag color="orange">
          <FormattedMessage id="payrolls.recovery" />
        </Tag>
      )}
      {again !== null && (
        <small>
          <FormattedMessage id="payrolls.again" values={{ number: again }} />
        </small>
      )}
    </>
  );
}

function Acts({ payment, onAct }: { payment: Payment; onAct: (act: Act) => void }) {
  const intl = useIntl();
  const possible = outcomesOf(payment);
  if (possible.length === 0) return null;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: possible.map((outcome) => ({
          key: outcome,
          label: intl.formatMessage({ id: `payrolls.outcome.${outcome}` }),
          onClick: () => onAct({ payment, outcome }),
        })),
      }}
    >
      <Button size="small">
        <FormattedMessage id="payrolls.settle" />
        <span className="out-of-sight"> {payment.name}</span>
      </Button>
    </Dropdown>
  );
}

function paymentColumns(intl: IntlShape, onAct?: (act: Act) => void): Column<Payment>[] {
  const title = (id: 'payrolls.person') => intl.formatMessage({ id });
  return [
    {
      ...{ id: 'name', title: title('payrolls.person'), width: 240 },
      cell: ({ name, commune, key }) => (
        <span className="two-lines">
          <b>{name}</b>
          <small>
            {unitName(commune)} · {key}
          </small>
        </span>
      ),
      text: ({ name }) => name,
    },
    {
      ...{ id: 'batch', width: 60, title: intl.formatMessage({ id: 'payrolls.batch-column' }) },
      cell: ({ batch }) => batch,
      text: ({ batch }) => String(batch),
    },
    {
      ...{ id: 'amount', width: 130, title: intl.formatMessage({ id: 'payrolls.amount' }) },
      align: 'end',
      cell: ({ amount }) => <Money amount={amount} />,
      text: ({ amount }) => String(amount),
    },
    {
      ...{ id: 'channel', width: 210, title: intl.formatMessage({ id: 'payrolls.channel' }) },
      cell: (payment) => channelText(intl, payment),
      text: (payment) => channelText(intl, payment),
    },
    {
      ...{ id: 'state', title: intl.formatMessage({ id: 'payrolls.payment-state' }) },
      cell: (payment) => (
        <span className="two-lines">
          <span>
            <StateTag payment={payment} />
          </span>
          {payment.reason && <small>{payment.reason}</small>}
        </span>
      ),
      text: ({ state, reason }) =>
        `${intl.formatMessage({ id: `payrolls.payment-state.${state}` })} ${reason}`,
    },
    ...(onAct
      ? [
          {
            ...{ id: 'acts', width: 130, title: intl.formatMessage({ id: 'payrolls.settle' }) },
            cell: (payment: Payment) => <Acts payment={payment} onAct={onAct} />,
            text: () => '',
          },
        ]
      : []),
  ];
}

import './duties.css';
import { LeftOutlined, PlusOutlined, RightOutlined } from '@ant-design/icons';
import { approveShifts, listDutyOrders, listShifts, type Shift } from '@antt/contracts';
import { addDays, PlainDate } from '@antt/kernel';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import { useAnswer, useCommand } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { formatDay, useDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { useMay } from '../../session/me.ts';
import { DutyDay } from './duty-day.tsx';
import { OrderList } from './order-list.tsx';
import { orderTitle } from './order-title.ts';
import { ShiftCard } from './shift-card.tsx';
import { useNow } from './use-now.ts';
import { dayOf, isOver, weekOf } from './week.rules.ts';

const OrderForm = lazy(() => import('./order-form.tsx'));
const ShiftForm = lazy(() => import('./shift-form.tsx'));

type Open = { form: 'shift' } | { form: 'order' } | { form: 'correction'; wrong: Shift } | null;

/** Orders and shifts of a week, day by day: recorded or planned by the Tổ, approved or returned by the commune police. */
export function Component() {
  const intl = useIntl();
  const { on } = useDay();
  const [search, setSearch] = useSearchParams();
  const { within } = useArea();
  const [open, setOpen] = useState<Open>(null);
  const now = useNow();
  const [mayRecord, mayApprove] = [useMay('duty.write'), useMay('duty.approve')];
  // The week is this page's own: to look back is not to see every page as of then.
  const shown = PlainDate.safeParse(search.get('week')).data ?? on;
  const days = weekOf(shown);
  const [from, to] = [days[0]!, days[6]!];
  const day = days.includes(on) ? on : from;
  const turn = (by: number) =>
    setSearch((old) => {
      const next = new URLSearchParams(old);
      next.set('week', addDays(from, by));
      return next;
    });
  const question = { from, to, within };
  const shifts = useAnswer(listShifts, { ...question, limit: 1000 }, { keep: true });
  const orders = useAnswer(listDutyOrders, question, { keep: true });
  const approve = useCommand(approveShifts, [listShifts]);
  const items = shifts.data?.items ?? [];
  const isWide = new Set(items.map(({ commune }) => commune?.id)).size > 1;
  const waiting = items
    .filter((shift) => shift.state === 'recorded' && isOver(shift, now))
    .slice(0, 200);
  const known = orders.data?.items ?? [];
  const orderOf = ({ orderId }: Shift) => {
    const order = known.find(({ id }) => id === orderId);
    return order && orderTitle(order);
  };
  const close = () => setOpen(null);
  const filled = days
    .map((each) => ({ day: each, shifts: items.filter((shift) => dayOf(shift) === each) }))
    .filter((one) => one.shifts.length > 0);
  const enter = mayRecord && (
    <Button
      type="primary"
      icon={<PlusOutlined aria-hidden />}
      onClick={() => setOpen({ form: 'shift' })}
    >
      <FormattedMessage id="duties.new" />
    </Button>
  );
  return (
    <div className="duties">
      <PageHeader
        title={<FormattedMessage id="page.duties" />}
        note={<FormattedMessage id="duties.note" />}
      >
        <ExportButton route="/shifts" question={question} />
        {mayApprove && waiting.length > 0 && (
          <Button
            loading={approve.isPending}
            onClick={() => approve.mutate({ ids: waiting.map(({ id }) => id) })}
          >
            <FormattedMessage id="duties.approve-all" values={{ count: waiting.length }} />
          </Button>
        )}
        {enter}
      </PageHeader>
      <div className="week">
        <Button
          icon={<LeftOutlined aria-hidden />}
          aria-label={intl.formatMessage({ id: 'duties.week-before' })}
          onClick={() => turn(-7)}
        />
        <strong>
          <FormattedMessage
            id="duties.week"
            values={{ from: formatDay(from), to: formatDay(to) }}
          />
        </strong>
        <Button
          icon={<RightOutlined aria-hidden />}
          aria-label={intl.formatMessage({ id: 'duties.week-after' })}
          onClick={() => turn(7)}
        />
      </div>
      {orders.isError && (
        <ProblemPanel problem={orders.error} onRetry={() => void orders.refetch()} />
      )}
      {orders.data && (
        <OrderList orders={known} question={question} onNew={() => setOpen({ form: 'order' })} />
      )}
      {approve.isError && <ProblemPanel problem={approve.error} />}
      {shifts.isError && (
        <ProblemPanel problem={shifts.error} onRetry={() => void shifts.refetch()} />
      )}
      {shifts.isPending && <PageSkeleton />}
      {shifts.data && filled.length === 0 && (
        <EmptyState title={<FormattedMessage id="duties.empty" />} action={enter} />
      )}
      <div className="duty-days">
        {filled.map(({ day: each, shifts: ofDay }) => (
          <DutyDay key={each} day={each} shifts={ofDay} isWide={isWide}>
            {(shift) => (
              <ShiftCard
                key={shift.id}
                shift={shift}
                now={now}
                order={orderOf(shift)}
                onCorrect={() => setOpen({ form: 'correction', wrong: shift })}
              />
            )}
          </DutyDay>
        ))}
      </div>
      <Suspense>
        {open?.form === 'order' && <OrderForm day={day} onClose={close} />}
        {open?.form === 'shift' && <ShiftForm day={day} onClose={close} />}
        {open?.form === 'correction' && <ShiftForm day={day} wrong={open.wrong} onClose={close} />}
      </Suspense>
    </div>
  );
}

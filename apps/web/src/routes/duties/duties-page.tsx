import './duties.css';
import { LeftOutlined, PlusOutlined, RightOutlined } from '@ant-design/icons';
import { approveShifts, listShifts } from '@antt/contracts';
import { addDays } from '@antt/kernel';
import { Button } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer, useCommand } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { formatDay, useDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { useMay } from '../../session/me.ts';
import { ShiftCard } from './shift-card.tsx';
import { ShiftForm } from './shift-form.tsx';
import { dayOf, weekOf } from './week.rules.ts';

/** Shifts of a week, day by day: recorded by the Tổ, approved or returned by the commune police. */
export function Component() {
  const intl = useIntl();
  const { on, setOn } = useDay();
  const { within } = useArea();
  const [entering, setEntering] = useState(false);
  const [mayRecord, mayApprove] = [useMay('duty.write'), useMay('duty.approve')];
  const days = weekOf(on);
  const [from, to] = [days[0]!, days[6]!];
  const question = { from, to, within };
  const shifts = useAnswer(listShifts, { ...question, limit: 1000 }, { keep: true });
  const approve = useCommand(approveShifts, [listShifts]);
  const items = shifts.data?.items ?? [];
  const open = items.filter(({ state }) => state === 'recorded').slice(0, 200);
  const filled = days
    .map((day) => ({ day, shifts: items.filter((shift) => dayOf(shift) === day) }))
    .filter((one) => one.shifts.length > 0);
  const enter = mayRecord && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEntering(true)}>
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
        {mayApprove && open.length > 0 && (
          <Button
            loading={approve.isPending}
            onClick={() => approve.mutate({ ids: open.map(({ id }) => id) })}
          >
            <FormattedMessage id="duties.approve-all" values={{ count: open.length }} />
          </Button>
        )}
        {enter}
      </PageHeader>
      <div className="week">
        <Button
          icon={<LeftOutlined aria-hidden />}
          aria-label={intl.formatMessage({ id: 'duties.week-before' })}
          onClick={() => setOn(addDays(on, -7))}
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
          onClick={() => setOn(addDays(on, 7))}
        />
      </div>
      {approve.isError && <ProblemPanel problem={approve.error} />}
      {shifts.isError && (
        <ProblemPanel problem={shifts.error} onRetry={() => void shifts.refetch()} />
      )}
      {shifts.isPending && <PageSkeleton />}
      {shifts.data && filled.length === 0 && (
        <EmptyState title={<FormattedMessage id="duties.empty" />} action={enter} />
      )}
      <div className="duty-days">
        {filled.map(({ day, shifts: ofDay }) => (
          <section key={day} className="duty-day">
            <h2>
              {intl.formatDate(`${day}T00:00:00Z`, { weekday: 'long', timeZone: 'UTC' })},{' '}
              {formatDay(day)}
            </h2>
            <ul>
              {ofDay.map((shift) => (
                <ShiftCard key={shift.id} shift={shift} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {entering && <ShiftForm day={on} onClose={() => setEntering(false)} />}
    </div>
  );
}

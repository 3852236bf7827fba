import { approveShifts, listShifts, returnShift, type Shift } from '@antt/contracts';
import { App, Button, Input, Tag } from 'antd';
import { useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCommand } from '../../answer.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { useMay } from '../../session/me.ts';
import { clockOf, isOver } from './week.rules.ts';

type Props = {
  shift: Shift;
  now: number;
  /** The order that it was served under. */
  order: string | undefined;
  onCorrect: () => void;
};

const colours = {
  ...{ planned: 'processing', recorded: 'warning', approved: 'success', returned: 'error' },
  replaced: 'default',
};

/** One shift: who, when, what it may be paid for, and what is to be done with it. */
export function ShiftCard({ shift, now, order, onCorrect }: Props) {
  const intl = useIntl();
  const { modal } = App.useApp();
  const [mayRecord, mayApprove] = [useMay('duty.write'), useMay('duty.approve')];
  const approve = useCommand(approveShifts, [listShifts]);
  const sendBack = useCommand(returnShift, [listShifts]);
  const reason = useRef('');
  const { id, state, personName, nights, holidays } = shift;
  const over = isOver(shift, now);
  const shown = state === 'recorded' && !over ? 'planned' : state;
  const nightMinutes = nights.reduce((sum, { minutes }) => sum + minutes, 0);
  const ask = () => {
    reason.current = '';
    modal.confirm({
      title: intl.formatMessage({ id: 'duties.return-why' }, { name: personName }),
      content: (
        <Input.TextArea
          rows={3}
          maxLength={500}
          aria-label={intl.formatMessage({ id: 'duties.reason' })}
          onChange={({ target }) => (reason.current = target.value)}
        />
      ),
      okText: intl.formatMessage({ id: 'duties.return' }),
      cancelText: intl.formatMessage({ id: 'action.cancel' }),
      onOk: () => sendBack.mutateAsync({ id, reason: reason.current }).catch(() => {}),
    });
  };
  const problem = approve.error ?? sendBack.error;
  const whose = <span className="out-of-sight"> {personName}</span>;
  return (
    <li className={`shift shift-${state}`}>
      <div className="shift-line">
        <strong className="tabular">{clockOf(shift)}</strong>
        <span>{personName}</span>
        <Tag color={colours[shown]}>
          <FormattedMessage id={`duties.state.${shown}`} />
        </Tag>
      </div>
      <div className="shift-facts">
        {nightMinutes > 0 && (
          <span>
            <FormattedMessage id="duties.night" values={{ hours: nightMinutes / 60 }} />
          </span>
        )}
        {shift.kind === 'patrol' && <FormattedMessage id="duties.kind.patrol" />}
        {shift.withPolice && <FormattedMessage id="duties.with-police" />}
        {holidays.length > 0 && <FormattedMessage id="duties.holiday" />}
        {shift.restDay && <FormattedMessage id="duties.rest-day" />}
        {shift.heavy && <FormattedMessage id="duties.heavy" />}
        {shift.outOfArea && <FormattedMessage id="duties.out-of-area" />}
        {order && (
          <span>
            <FormattedMessage id="duties.under" values={{ order }} />
          </span>
        )}
        {shift.note && <span>{shift.note}</span>}
      </div>
      {shift.reason && <div className="shift-reason">{shift.reason}</div>}
      {problem && <ProblemPanel problem={problem} />}
      {state !== 'replaced' && (mayRecord || mayApprove) && (
        <div className="shift-acts">
          {mayRecord && (
            <Button size="small" onClick={onCorrect}>
              <FormattedMessage id="duties.correct-do" />
              {whose}
            </Button>
          )}
          {mayApprove && state === 'recorded' && (
            <Button size="small" onClick={ask}>
              <FormattedMessage id="duties.return" />
              {whose}
            </Button>
          )}
          {mayApprove && state === 'recorded' && over && (
            <Button
              size="small"
              type="primary"
              loading={approve.isPending}
              onClick={() => approve.mutate({ ids: [id] })}
            >
              <FormattedMessage id="duties.approve" />
              {whose}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

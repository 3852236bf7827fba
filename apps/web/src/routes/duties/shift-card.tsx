import { approveShifts, listShifts, returnShift, type Shift } from '@antt/contracts';
import { App, Button, Input, Tag } from 'antd';
import { useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCommand } from '../../answer.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { useMay } from '../../session/me.ts';
import { clockOf } from './week.rules.ts';

const colours = { recorded: 'gold', approved: 'green', returned: 'red', replaced: 'default' };

/** One shift: who, when, what it may be paid for, and what is to be done with it. */
export function ShiftCard({ shift }: { shift: Shift }) {
  const intl = useIntl();
  const { modal } = App.useApp();
  const mayApprove = useMay('duty.approve');
  const approve = useCommand(approveShifts, [listShifts]);
  const sendBack = useCommand(returnShift, [listShifts]);
  const reason = useRef('');
  const { id, state, personName, teamName, nights, holidays } = shift;
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
  return (
    <li className={`shift shift-${state}`}>
      <div className="shift-line">
        <strong className="tabular">{clockOf(shift)}</strong>
        <span>{personName}</span>
        <Tag color={colours[state]}>
          <FormattedMessage id={`duties.state.${state}`} />
        </Tag>
      </div>
      <div className="shift-facts">
        <span>{teamName}</span>
        {nightMinutes > 0 && (
          <span>
            <FormattedMessage id="duties.night" values={{ hours: nightMinutes / 60 }} />
          </span>
        )}
        {holidays.length > 0 && <FormattedMessage id="duties.holiday" />}
        {shift.restDay && <FormattedMessage id="duties.rest-day" />}
        {shift.heavy && <FormattedMessage id="duties.heavy" />}
        {shift.outOfArea && <FormattedMessage id="duties.out-of-area" />}
      </div>
      {shift.reason && <div className="shift-reason">{shift.reason}</div>}
      {problem && <ProblemPanel problem={problem} />}
      {mayApprove && state === 'recorded' && (
        <div className="shift-acts">
          <Button size="small" onClick={ask}>
            <FormattedMessage id="duties.return" />
          </Button>
          <Button
            size="small"
            type="primary"
            loading={approve.isPending}
            onClick={() => approve.mutate({ ids: [id] })}
          >
            <FormattedMessage id="duties.approve" />
          </Button>
        </div>
      )}
    </li>
  );
}

import {
  adoptCriteria,
  type CriteriaRow,
  getCoverage,
  getCriteria,
  listCriteria,
  listNorms,
  withdrawCriteria,
} from '@antt/contracts';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCommand } from '../../answer.ts';
import { useDay } from '../../day.ts';
import { DayField } from '../../field/day-field.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';

type Props = { criteria: CriteriaRow; onClose: () => void };
const refreshed = [getCriteria, listCriteria, listNorms, getCoverage];

/** Adopted criteria cannot be changed any more: the resolution's number is typed before. */
export function AdoptDialog({ criteria, onClose }: Props) {
  const intl = useIntl();
  const { on } = useDay();
  const { message } = App.useApp();
  const [validFrom, setValidFrom] = useState<string>(criteria.validFrom ?? on);
  const [typed, setTyped] = useState('');
  const adopt = useCommand(adoptCriteria, refreshed);
  const number = criteria.instrumentNumber;
  const submit = () =>
    adopt.mutate(
      { id: criteria.id, validFrom },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'criteria.adopted' }));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title={<FormattedMessage id="criteria.adopt" />}
      okText={<FormattedMessage id="criteria.adopt" />}
      cancelText={<FormattedMessage id="action.cancel" />}
      okButtonProps={{ disabled: number === null || typed.trim() !== number }}
      confirmLoading={adopt.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      {adopt.isError && <ProblemPanel problem={adopt.error} />}
      {number === null ? (
        <p className="due">
          <FormattedMessage id="criteria.adopt-needs-instrument" />
        </p>
      ) : (
        <>
          <label className="doc-field">
            <span>
              <FormattedMessage id="criteria.valid-from" />
            </span>
            <DayField
              allowClear={false}
              value={validFrom}
              onChange={(day) => day && setValidFrom(day)}
            />
          </label>
          <label className="doc-field">
            <span>
              <FormattedMessage id="criteria.type-number" values={{ number }} />
            </span>
            <Input value={typed} onChange={({ target }) => setTyped(target.value)} />
          </label>
        </>
      )}
    </Modal>
  );
}

/** Ends adopted criteria on a day, or puts a draft away. */
export function WithdrawDialog({ criteria, onClose }: Props) {
  const { on: today } = useDay();
  const [on, setOn] = useState<string>(today);
  const withdraw = useCommand(withdrawCriteria, refreshed);
  const isDraft = criteria.status === 'draft';
  return (
    <Modal
      open
      title={<FormattedMessage id={isDraft ? 'criteria.put-away' : 'criteria.withdraw'} />}
      okText={<FormattedMessage id={isDraft ? 'criteria.put-away' : 'criteria.withdraw'} />}
      okButtonProps={{ danger: true }}
      cancelText={<FormattedMessage id="action.cancel" />}
      confirmLoading={withdraw.isPending}
      onOk={() => withdraw.mutate({ id: criteria.id, on }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      {withdraw.isError && <ProblemPanel problem={withdraw.error} />}
      {!isDraft && (
        <label className="doc-field">
          <span>
            <FormattedMessage id="criteria.ends-on" />
          </span>
          <DayField allowClear={false} value={on} onChange={(day) => day && setOn(day)} />
        </label>
      )}
    </Modal>
  );
}

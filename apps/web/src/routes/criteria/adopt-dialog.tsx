import {
  adoptCriteria,
  type CriteriaRow,
  getCoverage,
  getCriteria,
  getInstrument,
  listCriteria,
  listNorms,
  withdrawCriteria,
} from '@antt/contracts';
import { Problem } from '@antt/kernel';
import { App, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer, useCommand } from '../../answer.ts';
import { formatDay, useDay } from '../../day.ts';
import { DayField } from '../../field/day-field.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';

type Props = { criteria: CriteriaRow; onClose: () => void };
const refreshed = [getCriteria, listCriteria, listNorms, getCoverage];

type Standing = { id: string; number: string };

/** The criteria that hold for the same villages, if that is why the adoption is refused. */
function standingOf(error: unknown): Standing | null {
  if (!(error instanceof Problem) || error.body.type !== 'unit-has-one-criteria-a-day') return null;
  return { id: String(error.body.otherId), number: String(error.body.otherNumber) };
}

/** Adopted criteria cannot be changed any more: the resolution's number is typed before. */
export function AdoptDialog({ criteria, onClose }: Props) {
  const intl = useIntl();
  const { on } = useDay();
  const { message } = App.useApp();
  const [chosen, setValidFrom] = useState(criteria.validFrom);
  const { instrumentId } = criteria;
  const instrument = useAnswer(
    getInstrument,
    { id: instrumentId ?? '' },
    { enabled: instrumentId !== null },
  );
  const validFrom = chosen ?? instrument.data?.effectiveFrom ?? on;
  const [typed, setTyped] = useState('');
  const [ends, setEnds] = useState<Standing[]>([]);
  const adopt = useCommand(adoptCriteria, refreshed);
  const number = criteria.instrumentNumber;
  const standing = standingOf(adopt.error);
  const submit = () =>
    adopt.mutate(
      { id: criteria.id, validFrom, ends: ends.map((one) => one.id) },
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
      {[
        ...ends,
        ...(standing && !ends.some((one) => one.id === standing.id) ? [standing] : []),
      ].map((one) => (
        <Checkbox
          key={one.id}
          checked={ends.includes(one)}
          onChange={({ target }) =>
            setEnds(target.checked ? [...ends, one] : ends.filter((other) => other !== one))
          }
        >
          <FormattedMessage
            id="criteria.end-standing"
            values={{ number: one.number, day: formatDay(validFrom) }}
          />
        </Checkbox>
      ))}
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

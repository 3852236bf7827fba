import '../criteria/criteria.css';
import {
  adoptPolicy,
  type getPolicy,
  getInstrument,
  getPolicy as getOne,
  listPolicies,
  PolicyFault,
  withdrawPolicy,
} from '@antt/contracts';
import { type Output, Problem } from '@antt/kernel';
import { App, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import { useAnswer, useCommand } from '../../answer.ts';
import { formatDay, useDay } from '../../day.ts';
import { DayField } from '../../field/day-field.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { FaultList, goTo } from './fault-list.tsx';

type Props = { policy: Output<typeof getPolicy>; onClose: () => void };
const refreshed = [getOne, listPolicies];

/** What a refused adoption says of each value. */
function faultsOf(error: unknown): PolicyFault[] | null {
  if (!(error instanceof Problem) || error.type !== 'policy-has-faults') return null;
  return z.array(PolicyFault).safeParse(error.body.faults).data ?? null;
}

/** From which day a policy pays, and which end with it; it cannot be changed after, so its number is typed. */
export function AdoptDialog({ policy, onClose }: Props) {
  const intl = useIntl();
  const { on } = useDay();
  const { message } = App.useApp();
  const { instrument } = policy;
  const paper = useAnswer(
    getInstrument,
    { id: instrument?.id ?? '' },
    { enabled: instrument !== null },
  );
  const adopted = useAnswer(listPolicies, { status: 'adopted', limit: 200 });
  const [chosen, setValidFrom] = useState<string | null>(null);
  const [ends, setEnds] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState('');
  const adopt = useCommand(adoptPolicy, refreshed);
  const validFrom = chosen ?? paper.data?.effectiveFrom ?? on;
  const standing = (adopted.data?.items ?? []).filter(
    ({ id, validTo }) => id !== policy.id && (validTo === null || validFrom < validTo),
  );
  const faults = faultsOf(adopt.error);
  const submit = () =>
    adopt.mutate(
      {
        id: policy.id,
        validFrom,
        ends: ends.filter((id) => standing.some((one) => one.id === id)),
      },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'policies.adopted' }));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title={<FormattedMessage id="policies.adopt.title" />}
      okText={<FormattedMessage id="policies.adopt" />}
      cancelText={<FormattedMessage id="action.cancel" />}
      okButtonProps={{ disabled: !instrument || typed.trim() !== instrument.number }}
      confirmLoading={adopt.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      {adopt.isError && <ProblemPanel problem={adopt.error} />}
      {faults && (
        <FaultList
          document={policy.document}
          faults={faults}
          onGo={(path) => {
            onClose();
            // The page behind takes the keyboard back as the dialog goes.
            setTimeout(() => goTo(path), 200);
          }}
        />
      )}
      {!instrument ? (
        <p className="due">
          <FormattedMessage id="policies.adopt.needs-instrument" />
        </p>
      ) : (
        <div className="dialog-fields">
          <label className="doc-field">
            <span>
              <FormattedMessage id="policies.adopt.from" />
            </span>
            <DayField
              allowClear={false}
              value={validFrom}
              onChange={(day) => day && setValidFrom(day)}
            />
          </label>
          {standing.length > 0 && (
            <fieldset className="doc-group">
              <legend>
                <FormattedMessage id="policies.adopt.ends" />
              </legend>
              {standing.map((one) => (
                <Checkbox
                  key={one.id}
                  checked={ends.includes(one.id)}
                  onChange={({ target }) =>
                    setEnds(
                      target.checked ? [...ends, one.id] : ends.filter((other) => other !== one.id),
                    )
                  }
                >
                  <FormattedMessage
                    id="policies.adopt.end-one"
                    values={{
                      name: one.name,
                      number: one.instrument?.number ?? '–',
                      day: formatDay(validFrom),
                    }}
                  />
                </Checkbox>
              ))}
            </fieldset>
          )}
          <label className="doc-field">
            <span>
              <FormattedMessage
                id="policies.adopt.type-number"
                values={{ number: instrument.number }}
              />
            </span>
            <Input
              autoComplete="off"
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
          </label>
        </div>
      )}
    </Modal>
  );
}

/** Ends an adopted policy on a day, or puts a draft away. */
export function WithdrawDialog({ policy, onClose }: Props) {
  const { on: today } = useDay();
  const [on, setOn] = useState<string>(today);
  const withdraw = useCommand(withdrawPolicy, refreshed);
  const isDraft = policy.status === 'draft';
  const action = isDraft ? 'policies.put-away' : 'policies.withdraw';
  const neverPaid = !isDraft && policy.validFrom !== null && on <= policy.validFrom;
  return (
    <Modal
      open
      title={<FormattedMessage id={action} />}
      okText={<FormattedMessage id={action} />}
      okButtonProps={{ danger: true }}
      cancelText={<FormattedMessage id="action.cancel" />}
      confirmLoading={withdraw.isPending}
      onOk={() => withdraw.mutate({ id: policy.id, on }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      {withdraw.isError && <ProblemPanel problem={withdraw.error} />}
      {isDraft ? (
        <p>
          <FormattedMessage id="policies.put-away.note" values={{ name: policy.name }} />
        </p>
      ) : (
        <label className="doc-field">
          <span>
            <FormattedMessage id="policies.withdraw.on" />
          </span>
          <DayField allowClear={false} value={on} onChange={(day) => day && setOn(day)} />
          {neverPaid && (
            <em>
              <FormattedMessage id="policies.withdraw.never-paid" />
            </em>
          )}
        </label>
      )}
    </Modal>
  );
}

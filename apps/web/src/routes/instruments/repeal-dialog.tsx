import {
  getInstrument,
  type InstrumentProfile,
  listGoverned,
  listInForce,
  listInstruments,
  repealInstrument,
} from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
import { Alert, App, Input, Modal } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCommand } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { DayField } from '../../field/day-field.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { GovernedLines } from './governed-list.tsx';
import { InstrumentField, useInstruments } from './instrument-field.tsx';
import { instrumentName } from './instrument-text.ts';

type Props = { instrument: InstrumentProfile; onClose: () => void };

/** First what loses its basis, then the typed number: only then the document ends. */
export function RepealDialog({ instrument, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const { id, number } = instrument;
  const known = useInstruments(undefined);
  const [on, setOn] = useState<PlainDate | null>(today());
  const [byId, setById] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const look = useCommand(repealInstrument);
  const repeal = useCommand(repealInstrument, [
    getInstrument,
    listInstruments,
    listInForce,
    listGoverned,
  ]);
  const effects = look.data?.effects;
  const command = { id, on: on ?? today(), byId, reason: reason.trim() };
  const ready = on !== null && reason.trim() !== '';
  const confirmed = effects !== undefined && typed.trim() === number;
  const forget = <T,>(set: (value: T) => void) => {
    return (value: T) => {
      look.reset();
      set(value);
    };
  };
  const submit = () => {
    if (!effects) return ready && look.mutate({ ...command, dryRun: true });
    if (!confirmed) return;
    repeal.mutate(command, {
      onSuccess: () => {
        void message.success(intl.formatMessage({ id: 'instruments.repealed' }, { number }));
        onClose();
      },
    });
  };
  const failed = look.error ?? repeal.error;
  const by = (known.data?.items ?? []).filter((one) => one.id !== id && one.status === 'final');
  return (
    <Modal
      open
      width={640}
      title={
        <FormattedMessage
          id="instruments.repeal-title"
          values={{ name: instrumentName(intl, instrument) }}
        />
      }
      okText={<FormattedMessage id={effects ? 'instruments.act.repeal' : 'instruments.look'} />}
      okButtonProps={{
        danger: effects !== undefined,
        disabled: effects ? !confirmed : !ready,
        loading: look.isPending || repeal.isPending,
      }}
      onOk={submit}
      onCancel={onClose}
    >
      {failed && <ProblemPanel problem={failed} />}
      <div className="field-row">
        <label className="dialog-label">
          <FormattedMessage id="instruments.repeal-on" />
          <DayField value={on} onChange={forget(setOn)} allowClear={false} />
        </label>
        <label className="dialog-label">
          <FormattedMessage id="instruments.repeal-by" />
          <InstrumentField
            value={byId}
            instruments={by}
            loading={known.isLoading}
            all={intl.formatMessage({ id: 'instruments.repeal-by-none' })}
            aria-label={intl.formatMessage({ id: 'instruments.repeal-by' })}
            onChange={(next) => forget(setById)(next ?? null)}
          />
        </label>
      </div>
      <label className="dialog-label">
        <FormattedMessage id="instruments.reason" />
        <Input
          value={reason}
          maxLength={500}
          onChange={({ target }) => forget(setReason)(target.value)}
          onPressEnter={submit}
        />
      </label>
      {effects && (
        <>
          <Alert
            type={effects.items.length > 0 ? 'warning' : 'info'}
            showIcon
            className="repeal-effects"
            title={
              <FormattedMessage
                id="instruments.repeal-effects"
                values={{
                  count: Object.values(effects.counts).reduce((sum, n) => sum + n, 0),
                  day: formatDay(command.on),
                }}
              />
            }
          />
          <div className="effect-lines">
            <GovernedLines items={effects.items} />
          </div>
          <label className="dialog-label">
            <span>
              <FormattedMessage
                id="instruments.repeal-type"
                values={{ number: <b key="number">{number}</b> }}
              />
            </span>
            <Input
              autoFocus
              autoComplete="off"
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
              onPressEnter={submit}
            />
          </label>
        </>
      )}
    </Modal>
  );
}

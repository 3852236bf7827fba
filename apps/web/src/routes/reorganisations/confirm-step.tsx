import { getCoverage, listReorganisations, listUnits, reorganise } from '@antt/contracts';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { useCommand } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { useHeldSearch } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { useInstruments } from '../instruments/instrument-field.tsx';
import { Missing } from './check-step.tsx';
import type { Draft } from './draft.ts';
import { type Fault, planOf } from './draft.rules.ts';

type Props = { draft: Draft; faults: Fault[]; onStep: (step: number) => void; onDone: () => void };

const folded = (text: string) => text.normalize('NFC').trim().toLowerCase();

/** The number of the instrument is typed: then the act is done. */
export function ConfirmStep({ draft, faults, onStep, onDone }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const [typed, setTyped] = useState('');
  const instruments = useInstruments(undefined, faults.length === 0);
  const act = useCommand(reorganise, [listReorganisations, listUnits, getCoverage]);
  const number = instruments.data?.items.find(({ id }) => id === draft.instrumentId)?.number;
  if (faults.length > 0) return <Missing faults={faults} onStep={onStep} />;
  const plan = planOf(draft);
  const right = number !== undefined && folded(typed) === folded(number);
  const apply = () => {
    if (!right) return;
    act.mutate(
      { ...plan, id: draft.id },
      {
        onSuccess: ({ id, title }) => {
          void message.success(intl.formatMessage({ id: 'reorganisations.new.done' }, { title }));
          onDone();
          void navigate(`/reorganisations${held({ act: id })}`);
        },
      },
    );
  };
  return (
    <form
      className="act-confirm"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <p>
        <FormattedMessage
          id="reorganisations.new.sum"
          values={{
            title: plan.title,
            day: formatDay(plan.on),
            founded: plan.founded.length,
            changed: plan.changed.length,
            ended: plan.ended.length,
          }}
        />
      </p>
      {act.isError && <ProblemPanel problem={act.error} />}
      <Form.Item
        layout="vertical"
        htmlFor="act-typed"
        label={
          <FormattedMessage id="reorganisations.new.type" values={{ number: number ?? '…' }} />
        }
        extra={<FormattedMessage id="reorganisations.new.type-note" />}
      >
        <Input
          id="act-typed"
          value={typed}
          autoComplete="off"
          onChange={({ target }) => setTyped(target.value)}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" disabled={!right} loading={act.isPending}>
        <FormattedMessage id="reorganisations.new.apply" />
      </Button>
    </form>
  );
}

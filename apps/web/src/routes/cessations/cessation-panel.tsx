import '../../list-page.css';
import {
  type CessationRule,
  decideCessation,
  getCessation,
  getPerson,
  listCessations,
  listPeople,
  listPostings,
  undoCessation,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Button, Drawer, Form, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { DecisionFields, type DecisionFieldsOf } from '../../act/decision-fields.tsx';
import { useAnswer, useCommand } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { DayField } from '../../field/day-field.tsx';
import { PaperButton, papersOf } from '../../frame/paper-button.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { useMay } from '../../session/me.ts';
import { CessationFacts } from './cessation-facts.tsx';

type Props = { id: string; on: PlainDate; onClose: () => void };
const refreshed = [listCessations, getCessation, listPostings, getPerson, listPeople];

/** One cessation: its course and clocks, and what comes next. */
export function CessationPanel({ id, on, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const mayWrite = useMay('posting.write');
  const [deciding, setDeciding] = useState(false);
  const [reason, setReason] = useState('');
  const answer = useAnswer(getCessation, { id, on });
  const undo = useCommand(undoCessation, refreshed);
  const cessation = answer.data;
  const takeBack = () =>
    undo.mutate(
      { id, reason },
      { onSuccess: () => void message.success(intl.formatMessage({ id: 'cessation.undone' })) },
    );
  return (
    <Drawer
      open
      size={480}
      onClose={onClose}
      title={
        cessation && (
          <PlaceLink path={`/people/${cessation.personId}`}>{cessation.personName}</PlaceLink>
        )
      }
      footer={
        mayWrite &&
        cessation &&
        cessation.state !== 'withdrawn' && (
          <div className="drawer-actions">
            <Popconfirm
              title={<FormattedMessage id={`cessation.undo-sure.${cessation.state}`} />}
              description={
                <Input
                  value={reason}
                  maxLength={500}
                  aria-label={intl.formatMessage({ id: 'rule.reason' })}
                  placeholder={intl.formatMessage({ id: 'rule.reason' })}
                  onChange={({ target }) => setReason(target.value)}
                />
              }
              okButtonProps={{ disabled: reason.trim().length < 5 }}
              okText={<FormattedMessage id={`cessation.undo.${cessation.state}`} />}
              cancelText={<FormattedMessage id="action.cancel" />}
              onConfirm={takeBack}
            >
              <Button loading={undo.isPending}>
                <FormattedMessage id={`cessation.undo.${cessation.state}`} />
              </Button>
            </Popconfirm>
            {cessation.state === 'proposed' && (
              <Button type="primary" onClick={() => setDeciding(true)}>
                <FormattedMessage id="cessation.decide" />
              </Button>
            )}
          </div>
        )
      }
    >
      {answer.isError && <ProblemPanel problem={answer.error} />}
      {undo.isError && <ProblemPanel problem={undo.error} />}
      {answer.isPending && <PageSkeleton />}
      {cessation && <CessationFacts cessation={cessation} />}
      {cessation && !cessation.withheld && (
        <PaperButton kinds={papersOf('cessation')} of={id} on={on} />
      )}
      {deciding && <DecideForm id={id} on={on} onClose={() => setDeciding(false)} />}
    </Drawer>
  );
}

type Fields = DecisionFieldsOf & {
  validFrom: PlainDate;
  accept?: CessationRule[];
  reason?: string;
};

/** Form 08: the decision that ends the posting. */
function DecideForm({ id, on, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const decide = useCommand(decideCessation, refreshed);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const submit = ({ accept, reason, ...fields }: Fields) =>
    decide.mutate(
      { ...fields, id, accept: accept ?? [], reason: reason?.trim() ?? '' },
      {
        onSuccess: ({ validFrom }) => {
          const day = formatDay(validFrom ?? '');
          void message.success(intl.formatMessage({ id: 'cessation.decided' }, { day }));
          onClose();
        },
      },
    );
  return (
    <ActForm<Fields>
      title={<FormattedMessage id="cessation.decide" />}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      initial={{ decision: { signedOn: on }, validFrom: on }}
      pending={decide.isPending}
      problem={decide.error}
      onFinish={submit}
      onClose={onClose}
    >
      <DecisionFields />
      <Form.Item
        name="validFrom"
        label={<FormattedMessage id="cessation.valid-from" />}
        extra={<FormattedMessage id="cessation.valid-from-note" />}
        rules={[required]}
      >
        <DayField />
      </Form.Item>
    </ActForm>
  );
}

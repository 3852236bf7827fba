import '../people/people.css';
import {
  getRecruitment,
  listRecruitments,
  type RecruitmentStep,
  takeBackRecruitmentStep,
} from '@antt/contracts';
import { App, Form, Input } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { FormDrawer } from '../../act/form-drawer.tsx';
import { useCommand } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { newId } from '../../new-id.ts';
import type { StepProps } from './step-form.tsx';

type Fields = { reason: string };

/** Asks why an act was a mistake, and takes it back. */
function TakeBackForm({
  step,
  recruitment,
  onClose,
  onDone,
}: StepProps & { step: RecruitmentStep }) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const [id] = useState(newId);
  // The act that was looked at, whatever the page hears of meanwhile.
  const [seen] = useState(() => recruitment.acts.find(({ act }) => act.step === step)!);
  const command = useCommand(takeBackRecruitmentStep, [getRecruitment, listRecruitments]);
  const takeBack = ({ reason }: Fields) =>
    command.mutate(
      {
        id,
        recruitmentId: recruitment.id,
        step,
        recordedAt: seen.recordedAt,
        reason: reason.trim(),
      },
      {
        onSuccess: () => {
          const what = intl.formatMessage({ id: `recruitments.step.${step}` });
          void message.success(intl.formatMessage({ id: 'recruitments.back.done' }, { what }));
          onDone();
        },
      },
    );
  return (
    <FormDrawer
      danger
      title={
        <FormattedMessage
          id="recruitments.back.title"
          values={{ what: <FormattedMessage id={`recruitments.step.${step}`} /> }}
        />
      }
      submit={<FormattedMessage id="recruitments.back.submit" />}
      form={form}
      places={{}}
      pending={command.isPending}
      problem={command.error}
      onClose={onClose}
    >
      <p>
        <strong>
          <FormattedMessage id={`recruitments.do.${step}`} />
          {', '}
          {formatDay(seen.act.on)}
        </strong>
      </p>
      <p className="faint">
        <FormattedMessage id={`recruitments.back.means.${meaning(step)}`} />
      </p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={takeBack}>
        <Form.Item
          name="reason"
          label={<FormattedMessage id="recruitments.back.reason" />}
          extra={<FormattedMessage id="recruitments.back.reason-note" />}
          rules={[
            {
              required: true,
              min: 5,
              transform: (text?: string) => text?.trim(),
              message: intl.formatMessage({ id: 'recruitments.back.reason-short' }),
            },
          ]}
        >
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </Form>
    </FormDrawer>
  );
}

/** What goes with the act. */
function meaning(step: RecruitmentStep) {
  switch (step) {
    case 'list-approved':
      return 'list';
    case 'met':
      return 'votes';
    case 'minutes-signed':
      return 'outcome';
    case 'proposed':
      return 'teams';
    case 'closed':
      return 'end';
    default:
      return 'act';
  }
}

export { TakeBackForm as default };

import { type CampaignRound, correctRound } from '@antt/contracts';
import { App, Form } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useCommand } from '../../answer.ts';
import { ReasonItem } from '../../field/reason-item.tsx';
import { Confirmations, type Confirmed, confirmationOf } from './confirmations.tsx';
import { ratified } from './ratify-form.tsx';

type Props = { round: CampaignRound; onClose: () => void };
type Fields = Confirmed & { reason: string };

/** Results are reckoned anew for a reason; what was ratified before is kept. */
export function CorrectForm({ round, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const [asked, setAsked] = useState<unknown[]>([]);
  const command = useCommand(correctRound, ratified);
  return (
    <ActForm<Fields>
      title={<FormattedMessage id="campaigns.correct-round" values={{ name: round.name }} />}
      submit={<FormattedMessage id="campaigns.correct" />}
      form={form}
      initial={{}}
      pending={command.isPending}
      problem={confirmationOf(command.error) ? null : command.error}
      onFinish={({ reason, lowerOverCap = false }) =>
        command.mutate(
          { id: round.id, reason, lowerOverCap },
          {
            onError: (problem) => {
              if (confirmationOf(problem)) setAsked((before) => [...before, problem]);
            },
            onSuccess: ({ revision, changed }) => {
              const values = { number: revision, changed };
              void message.success(intl.formatMessage({ id: 'campaigns.corrected' }, values));
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      <p className="faint form-note">
        <FormattedMessage id="campaigns.correct-note" />
      </p>
      <Confirmations problems={asked} />
      <ReasonItem name="reason" label="campaigns.reason" most={1_000} />
    </ActForm>
  );
}

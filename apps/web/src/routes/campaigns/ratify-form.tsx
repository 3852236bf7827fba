import {
  type CampaignRound,
  getCampaign,
  getScore,
  listCampaigns,
  listCampaignScores,
  listScores,
  ratifyRound,
} from '@antt/contracts';
import { App, Form } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useCommand } from '../../answer.ts';
import { TypedConfirmation } from '../../field/typed-confirmation.tsx';
import { Confirmations, type Confirmed, confirmationOf } from './confirmations.tsx';

type Props = { round: CampaignRound; onClose: () => void };
/** What is answered anew once results stand. */
export const ratified = [getCampaign, getScore, listCampaigns, listCampaignScores, listScores];

/** Results stand from here on. What stands in the way is told by the refusal, and each of it confirmed by itself. */
export function RatifyForm({ round, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [form] = Form.useForm<Confirmed>();
  const [asked, setAsked] = useState<unknown[]>([]);
  const command = useCommand(ratifyRound, ratified);
  return (
    <ActForm<Confirmed>
      title={<FormattedMessage id="campaigns.ratify-round" values={{ name: round.name }} />}
      submit={<FormattedMessage id="campaigns.ratify" />}
      form={form}
      initial={{}}
      pending={command.isPending}
      problem={confirmationOf(command.error) ? null : command.error}
      onFinish={({ lowerOverCap = false, withoutVerification = false }) =>
        command.mutate(
          { id: round.id, lowerOverCap, withoutVerification },
          {
            onError: (problem) => {
              if (confirmationOf(problem)) setAsked((before) => [...before, problem]);
            },
            onSuccess: ({ subjects, lowered }) => {
              const values = { subjects, lowered };
              void message.success(intl.formatMessage({ id: 'campaigns.ratified' }, values));
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      <p className="faint form-note">
        <FormattedMessage id="campaigns.ratify-note" />
      </p>
      <Confirmations problems={asked} />
      <TypedConfirmation
        what={intl.formatMessage({ id: 'campaigns.round-number' }, { number: round.number })}
      />
    </ActForm>
  );
}

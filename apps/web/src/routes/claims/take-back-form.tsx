import {
  getClaimPrice,
  getSeverancePrice,
  listClaims,
  listSeverances,
  takeBackClaim,
  takeBackSeverance,
} from '@antt/contracts';
import { App, Form, Input } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useCommand } from '../../answer.ts';

type Props = { of: 'claim' | 'severance'; id: string; onClose: () => void };

/** A decision that was recorded by mistake is taken back; runs that paid it ask it back. */
export function TakeBackForm({ of, id, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason: string }>();
  const claim = useCommand(takeBackClaim, [listClaims, getClaimPrice]);
  const severance = useCommand(takeBackSeverance, [listSeverances, getSeverancePrice]);
  const command = of === 'claim' ? claim : severance;
  return (
    <ActForm<{ reason: string }>
      title={<FormattedMessage id="claims.take-back" />}
      submit={<FormattedMessage id="claims.take-back" />}
      form={form}
      initial={{}}
      pending={command.isPending}
      problem={command.error}
      onFinish={({ reason }) =>
        command.mutate(
          { id, reason },
          {
            onSuccess: () => {
              void message.success(intl.formatMessage({ id: 'claims.taken-back' }));
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      <p>
        <FormattedMessage id="claims.take-back-note" />
      </p>
      <Form.Item
        name="reason"
        label={<FormattedMessage id="claims.reasons" />}
        rules={[
          { required: true, min: 5, message: intl.formatMessage({ id: 'claims.reason-due' }) },
        ]}
      >
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </ActForm>
  );
}

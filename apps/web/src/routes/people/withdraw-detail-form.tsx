import { getPerson, listDetails, type PersonDetail, withdrawDetail } from '@antt/contracts';
import { App, Form } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useCommand } from '../../answer.ts';
import { useDaysText, useDetailText } from './detail-text.ts';
import { ReasonItem } from '../../field/reason-item.tsx';

/** Withdraws what was recorded by mistake. */
export function WithdrawDetailForm(props: { detail: PersonDetail; onClose: () => void }) {
  const { detail, onClose } = props;
  const intl = useIntl();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ why: string }>();
  const textOf = useDetailText();
  const daysOf = useDaysText();
  const withdraw = useCommand(withdrawDetail, [listDetails, getPerson]);
  const done = () => {
    void message.success(intl.formatMessage({ id: 'records.withdrawn-done' }));
    onClose();
  };
  return (
    <ActForm<{ why: string }>
      title={<FormattedMessage id="records.withdraw" />}
      submit={<FormattedMessage id="records.withdraw-do" />}
      danger
      form={form}
      initial={{}}
      pending={withdraw.isPending}
      problem={withdraw.error}
      onFinish={({ why }) =>
        withdraw.mutate({ id: detail.id, reason: why.trim() }, { onSuccess: done })
      }
      onClose={onClose}
    >
      <p>{[...textOf(detail.content), daysOf(detail)].filter(Boolean).join(', ')}</p>
      <p className="faint">
        <FormattedMessage id="records.withdraw-note" />
      </p>
      <ReasonItem label="records.withdraw-reason" />
    </ActForm>
  );
}

import {
  checkPublications,
  listPublications,
  type PublicationRow,
  withdrawPublication,
} from '@antt/contracts';
import { App, Form } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useCommand } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { ReasonItem } from '../../field/reason-item.tsx';

type Props = { publication: PublicationRow; onClose: () => void };

/** Takes out what was recorded wrongly: it counts no more, and stays in the log with the reason. */
export function WithdrawForm({ publication, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason: string }>();
  const command = useCommand(withdrawPublication, [listPublications, checkPublications]);
  const { id, title, unitName, publishedOn, recordedBy } = publication;
  return (
    <ActForm<{ reason: string }>
      danger
      title={<FormattedMessage id="publications.withdraw" />}
      submit={<FormattedMessage id="publications.withdraw" />}
      form={form}
      initial={{}}
      pending={command.isPending}
      problem={command.error}
      onFinish={({ reason }) =>
        command.mutate(
          { id, reason },
          {
            onSuccess: () => {
              void message.success(intl.formatMessage({ id: 'publications.withdrawn' }));
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      <p>
        <b>{title}</b>
        <br />
        <span className="faint">
          {[formatDay(publishedOn), unitName, recordedBy].filter(Boolean).join(' · ')}
        </span>
      </p>
      <ReasonItem name="reason" label="publications.reason" most={500} />
    </ActForm>
  );
}

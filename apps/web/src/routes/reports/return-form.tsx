import { getReport, listCompleteness, listReports, returnReport } from '@antt/contracts';
import { App, Form } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useCommand } from '../../answer.ts';
import { ReasonItem } from '../../field/reason-item.tsx';
import { formatMoment } from '../../moment.ts';

type Props = { id: string; version: number; onClose: () => void };

/** A report goes back with the reason, and is due again. */
export function ReturnForm({ id, version, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason: string }>();
  const command = useCommand(returnReport, [getReport, listReports, listCompleteness]);
  return (
    <ActForm<{ reason: string }>
      title={<FormattedMessage id="reports.return" />}
      submit={<FormattedMessage id="reports.return" />}
      form={form}
      initial={{}}
      pending={command.isPending}
      problem={command.error}
      onFinish={({ reason }) =>
        command.mutate(
          { id, version, reason },
          {
            onSuccess: ({ resubmitBy }) => {
              const by = formatMoment(resubmitBy);
              void message.success(intl.formatMessage({ id: 'reports.returned' }, { by }));
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      <p className="faint">
        <FormattedMessage id="reports.return-note" />
      </p>
      <ReasonItem name="reason" label="reports.return-reason" most={1_000} />
    </ActForm>
  );
}

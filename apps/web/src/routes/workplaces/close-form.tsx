import '../teams/teams.css';
import {
  closeWorkplace,
  getCoverage,
  getWorkplace,
  getWorkplaceHistory,
  listWorkplaces,
  type WorkplaceProfile,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Form } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { FormDrawer } from '../../act/form-drawer.tsx';
import { useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { TypedConfirmation } from '../../field/typed-confirmation.tsx';

type Fields = { closedOn: PlainDate };
type Props = { place: WorkplaceProfile; on: PlainDate; onClose: () => void };

/** Closes a workplace; the teams that work there have none from that day on. */
function CloseForm({ place, on, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const close = useCommand(closeWorkplace, [
    getWorkplace,
    getWorkplaceHistory,
    listWorkplaces,
    getCoverage,
  ]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const submit = ({ closedOn }: Fields) =>
    close.mutate(
      { id: place.id, closedOn },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'workplaces.closed' }));
          onClose();
        },
      },
    );
  return (
    <FormDrawer
      title={<FormattedMessage id="workplaces.close" />}
      danger
      pending={close.isPending}
      problem={close.error}
      form={form}
      places={{
        'workplace-not-in-use': 'closedOn',
        'workplace-closes-after-its-last-change': 'closedOn',
        'outside-area': 'closedOn',
      }}
      onClose={onClose}
    >
      <p className="faint">
        <FormattedMessage id="workplaces.close-note" values={{ count: place.teams.length }} />
      </p>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ closedOn: on }}
        onFinish={submit}
      >
        <Form.Item
          name="closedOn"
          label={<FormattedMessage id="workplaces.closed-on" />}
          rules={[required]}
        >
          <DayField />
        </Form.Item>
        <TypedConfirmation what={place.code} />
      </Form>
    </FormDrawer>
  );
}

export { CloseForm as default };

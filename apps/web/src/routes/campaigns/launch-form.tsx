import { type Campaign, Launch, listLaunches, recordLaunch } from '@antt/contracts';
import { type Input as InputOf, type PlainDate, today } from '@antt/kernel';
import { App, Form, Input, Select } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useArea } from '../../area.ts';
import { useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { UnitField } from '../../field/unit-field.tsx';

type Fields = Omit<InputOf<typeof recordLaunch>, 'id'>;
type Props = { campaign: Campaign; onClose: () => void };

/** When and how a unit launched a campaign; said again of the same unit it is corrected. */
export function LaunchForm({ campaign, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const { within } = useArea();
  const [form] = Form.useForm<Fields>();
  const heldOn = Form.useWatch<PlainDate | undefined>('heldOn', form);
  const command = useCommand(recordLaunch, [listLaunches]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const last = campaign.to < today() ? campaign.to : today();
  return (
    <ActForm<Fields>
      title={<FormattedMessage id="campaigns.launch-add" />}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      initial={{ manner: 'own', note: '' }}
      pending={command.isPending}
      problem={command.error}
      onFinish={(fields) =>
        command.mutate(
          { ...fields, id: campaign.id },
          {
            onSuccess: () => {
              void message.success(intl.formatMessage({ id: 'campaigns.launch-saved' }));
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      <Form.Item
        name="heldOn"
        label={<FormattedMessage id="campaigns.launch-held" />}
        rules={[required]}
      >
        <DayField before={campaign.plannedOn} after={last} />
      </Form.Item>
      <Form.Item name="unitId" label={<FormattedMessage id="campaigns.unit" />} rules={[required]}>
        <UnitField on={heldOn ?? last} within={within} levels={['district', 'commune']} />
      </Form.Item>
      <Form.Item name="manner" label={<FormattedMessage id="campaigns.launch-manner" />}>
        <Select
          options={Launch.shape.manner.options.map((value) => ({
            value,
            label: intl.formatMessage({ id: `campaigns.launch.${value}` }),
          }))}
        />
      </Form.Item>
      <Form.Item name="note" label={<FormattedMessage id="campaigns.launch-note" />}>
        <Input maxLength={500} />
      </Form.Item>
    </ActForm>
  );
}

import '../teams/teams.css';
import {
  changeWorkplace,
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
import { FactFields, PointFields, type WorkplaceFields } from './workplace-fields.tsx';

type Props = { place: WorkplaceProfile; on: PlainDate; onClose: () => void };

/** Changes what a workplace is, or moves it, from a day on. */
function ChangeForm({ place, on, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [form] = Form.useForm<WorkplaceFields>();
  const change = useCommand(changeWorkplace, [getWorkplace, getWorkplaceHistory, listWorkplaces]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const submit = (fields: WorkplaceFields) =>
    change.mutate(
      {
        id: place.id,
        ...fields,
        // What was emptied is not known any more; what is left out would stay.
        tenure: fields.tenure ?? null,
        tenureUntil:
          fields.tenure && fields.tenure !== 'owned' ? (fields.tenureUntil ?? null) : null,
        condition: fields.condition ?? null,
        areaM2: fields.areaM2 ?? null,
      },
      {
        onSuccess: ({ isOutside }) => {
          const id = isOutside ? 'workplaces.changed-outside' : 'workplaces.changed';
          void message[isOutside ? 'warning' : 'success'](intl.formatMessage({ id }));
          onClose();
        },
      },
    );
  const { name, kind, address, lon, lat, tenure, tenureUntil, condition, areaM2 } = place;
  return (
    <FormDrawer
      title={<FormattedMessage id="workplaces.change" />}
      pending={change.isPending}
      problem={change.error}
      form={form}
      places={{
        'workplace-has-later-changes': 'validFrom',
        'workplace-has-one-state-a-day': 'validFrom',
        'workplace-not-in-use': 'validFrom',
        'workplace-outside-its-commune': 'lat',
      }}
      onClose={onClose}
    >
      <Form<WorkplaceFields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          ...{ name, kind, address, lon, lat, tenure, tenureUntil, condition, areaM2 },
          validFrom: on,
        }}
        onFinish={submit}
      >
        <Form.Item
          name="validFrom"
          label={<FormattedMessage id="workplaces.from" />}
          extra={<FormattedMessage id="workplaces.from-note" />}
          rules={[required]}
        >
          <DayField />
        </Form.Item>
        <FactFields />
        <PointFields on={on} around={{ lon, lat }} />
      </Form>
    </FormDrawer>
  );
}

export { ChangeForm as default };

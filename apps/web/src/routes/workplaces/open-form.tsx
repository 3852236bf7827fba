import '../teams/teams.css';
import { getCoverage, getUnit, listWorkplaces, openWorkplace } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { FormDrawer } from '../../act/form-drawer.tsx';
import { useAnswer, useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { UnitField } from '../../field/unit-field.tsx';
import { newId } from '../../new-id.ts';
import { useOwnArea } from '../teams/own-area.ts';
import { FactFields, PointFields, type WorkplaceFields } from './workplace-fields.tsx';

type Fields = WorkplaceFields & { code: string; villageId: string };
type Props = { on: PlainDate; onClose: () => void; onDone: (id: string) => void };

/** Records a workplace; teams are let in from their own pages. */
function OpenForm({ on, onClose, onDone }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const within = useOwnArea();
  const villageId = Form.useWatch('villageId', form);
  const open = useCommand(openWorkplace, [listWorkplaces, getCoverage]);
  const village = useAnswer(
    getUnit,
    { id: villageId ?? '', on },
    { enabled: villageId !== undefined },
  );
  const point = village.data?.point ?? null;
  // The village's point is a start; from there it is dragged to its place.
  useEffect(() => {
    if (point && form.getFieldValue('lon') === undefined) {
      form.setFieldsValue({ lon: point[0], lat: point[1] });
    }
  }, [form, point]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const submit = (fields: Fields) =>
    open.mutate(
      { id, ...fields, teamIds: [] },
      {
        onSuccess: ({ name }) => {
          void message.success(intl.formatMessage({ id: 'workplaces.opened' }, { name }));
          onDone(id);
        },
      },
    );
  return (
    <FormDrawer
      title={<FormattedMessage id="workplaces.open" />}
      pending={open.isPending}
      problem={open.error}
      form={form}
      places={{
        'workplace-code-is-taken': 'code',
        'workplace-outside-its-commune': 'lat',
        'unit-not-found': 'villageId',
        'outside-area': 'villageId',
      }}
      onClose={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: 'culture-house', validFrom: on }}
        onFinish={submit}
      >
        <Form.Item
          name="villageId"
          label={<FormattedMessage id="workplaces.village" />}
          rules={[required]}
        >
          <UnitField on={on} within={within} levels={['village']} />
        </Form.Item>
        <div className="field-row">
          <Form.Item
            name="code"
            label={<FormattedMessage id="workplaces.code" />}
            rules={[required, { max: 40 }]}
          >
            <Input />
          </Form.Item>
          <Form.Item
            name="validFrom"
            label={<FormattedMessage id="workplaces.from" />}
            rules={[required]}
          >
            <DayField />
          </Form.Item>
        </div>
        <FactFields />
        {point && <PointFields on={on} around={{ lon: point[0], lat: point[1] }} />}
      </Form>
    </FormDrawer>
  );
}

export { OpenForm as default };

import { type DutyOrder, listDutyOrders, listUnits, recordDutyOrder } from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
import { App, Checkbox, Form, Input, Radio, Select } from 'antd';
import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { FormDrawer } from '../../act/form-drawer.tsx';
import { useAnswer, useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { UnitField } from '../../field/unit-field.tsx';
import { newId } from '../../new-id.ts';
import { unitName } from '../../unit-name.ts';
import { useOwnArea } from '../teams/own-area.ts';

type Fields = Omit<DutyOrder, 'id' | 'mobilisingBody' | 'hazardGrade'> & {
  mobilisingBody?: string;
  hazardGrade?: number;
};
type Props = { day: PlainDate; onClose: () => void };

const places = {
  'duty-order-ends-after-it-began': 'to',
  'duty-out-of-area-names-its-body': 'mobilisingBody',
  'hazard-grade-is-of-a-mobilisation': 'hazardGrade',
  'outside-area': 'communeId',
} as const;

/** An assignment in the area or a mobilisation; what belongs to the one alone is asked for it alone. */
function OrderForm({ day, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const within = useOwnArea();
  const communes = useAnswer(listUnits, { on: day, within, level: 'commune', limit: 2 });
  const own = communes.data?.total === 1 ? communes.data.items[0] : undefined;
  useEffect(() => {
    if (own && !form.getFieldValue('communeId')) form.setFieldValue('communeId', own.id);
  }, [own, form]);
  const kind = Form.useWatch('kind', form) ?? 'assignment';
  const isAway = Form.useWatch('outOfArea', form) ?? false;
  const from = Form.useWatch('from', form) ?? day;
  const record = useCommand(recordDutyOrder, [listDutyOrders]);
  const required = {
    required: true,
    whitespace: true,
    message: intl.formatMessage({ id: 'field.required' }),
  };
  const chosen = { required: true, message: required.message };
  const submit = ({ mobilisingBody, hazardGrade, ...fields }: Fields) =>
    record.mutate(
      {
        ...{ id, ...fields },
        number: fields.number ?? '',
        task: fields.task ?? '',
        outOfArea: isAway,
        mobilisingBody: isAway ? (mobilisingBody ?? null) : null,
        hazardGrade: fields.kind === 'mobilisation' ? (hazardGrade ?? null) : null,
      },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'duties.order.done' }));
          onClose();
        },
      },
    );
  return (
    <FormDrawer
      title={<FormattedMessage id="duties.order.new" />}
      submit={<FormattedMessage id="action.record" />}
      {...{ form, places, onClose }}
      pending={record.isPending}
      problem={record.error}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true, block: 'center' }}
        initialValues={{ kind: 'assignment', signedOn: today(), from: day, to: day }}
        onFinish={submit}
      >
        <Form.Item name="kind" label={<FormattedMessage id="duties.order.kind" />}>
          <Radio.Group
            options={(['assignment', 'mobilisation'] as const).map((value) => ({
              value,
              label: <FormattedMessage id={`duties.order.kind.${value}`} />,
            }))}
          />
        </Form.Item>
        <Form.Item
          name="communeId"
          label={<FormattedMessage id="duties.order.commune" />}
          extra={<FormattedMessage id="duties.order.commune-note" />}
          rules={[chosen]}
        >
          <UnitField
            on={day}
            within={within}
            levels={['commune']}
            known={own ? [{ id: own.id, name: unitName(own) }] : []}
          />
        </Form.Item>
        <Form.Item
          name="body"
          label={<FormattedMessage id="duties.order.body" />}
          rules={[required]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <div className="field-row">
          <Form.Item name="number" label={<FormattedMessage id="duties.order.number" />}>
            <Input maxLength={80} />
          </Form.Item>
          <Form.Item
            name="signedOn"
            label={<FormattedMessage id="duties.order.signed-on" />}
            rules={[chosen]}
          >
            <DayField allowClear={false} />
          </Form.Item>
        </div>
        <div className="field-row">
          <Form.Item
            name="from"
            label={<FormattedMessage id="duties.order.from" />}
            rules={[chosen]}
          >
            <DayField allowClear={false} />
          </Form.Item>
          <Form.Item name="to" label={<FormattedMessage id="duties.order.to" />} rules={[chosen]}>
            <DayField before={from} allowClear={false} />
          </Form.Item>
        </div>
        <Form.Item
          name="place"
          label={<FormattedMessage id="duties.order.place" />}
          rules={[required]}
        >
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="task" label={<FormattedMessage id="duties.order.task" />}>
          <Input.TextArea className="growing" rows={2} maxLength={500} />
        </Form.Item>
        <Form.Item name="outOfArea" valuePropName="checked">
          <Checkbox>
            <FormattedMessage id="duties.out-of-area" />
          </Checkbox>
        </Form.Item>
        {isAway && (
          <Form.Item
            name="mobilisingBody"
            label={<FormattedMessage id="duties.order.mobilising-body" />}
            extra={<FormattedMessage id="duties.order.mobilising-note" />}
            rules={[required]}
          >
            <Input maxLength={200} />
          </Form.Item>
        )}
        {kind === 'mobilisation' && (
          <Form.Item
            name="hazardGrade"
            label={<FormattedMessage id="duties.order.hazard" />}
            extra={<FormattedMessage id="duties.order.hazard-note" />}
          >
            <Select
              allowClear
              options={[1, 2, 3].map((value) => ({ value, label: intl.formatNumber(value) }))}
            />
          </Form.Item>
        )}
      </Form>
    </FormDrawer>
  );
}

export { OrderForm as default };

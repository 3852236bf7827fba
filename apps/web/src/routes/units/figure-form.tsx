import '../../field/field.css';
import { Figure, getUnit, listFigures, recordFigure, type UnitProfile } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Checkbox, Drawer, Form, Input, InputNumber, Select } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { DrawerActions } from '../../act/drawer-actions.tsx';
import { useCommand } from '../../answer.ts';
import { useDay } from '../../day.ts';
import { DayField } from '../../field/day-field.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { unitName } from '../../unit-name.ts';

type Fields = {
  kind: Figure['kind'];
  value: number;
  measuredOn: PlainDate;
  source: string;
  corrects?: boolean;
};

type Props = { unit: UnitProfile; onClose: () => void };

/** Records what was counted in a unit on a day. */
function FigureForm({ unit, onClose }: Props) {
  const intl = useIntl();
  const { on } = useDay();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const record = useCommand(recordFigure, [listFigures, getUnit]);
  const rules = [{ required: true, message: intl.formatMessage({ id: 'field.required' }) }];
  const otherwise = record.error?.type === 'figure-is-recorded-otherwise';
  const submit = (fields: Fields) =>
    record.mutate(
      { ...fields, id: unit.id },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'figure.recorded' }));
          onClose();
        },
      },
    );
  return (
    <Drawer
      open
      size={420}
      title={<FormattedMessage id="figure.form" values={{ unit: unitName(unit) }} />}
      onClose={onClose}
      footer={
        <DrawerActions pending={record.isPending} onCancel={onClose} onSubmit={() => form.submit()}>
          <FormattedMessage id="figure.record" />
        </DrawerActions>
      }
    >
      {record.isError && <ProblemPanel problem={record.error} />}
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: 'households', measuredOn: on }}
        onFinish={submit}
      >
        <Form.Item name="kind" label={<FormattedMessage id="figure.kind" />} rules={rules}>
          <Select
            options={Figure.shape.kind.options.map((value) => ({
              value,
              label: intl.formatMessage({ id: `figure.${value}` }),
            }))}
          />
        </Form.Item>
        <Form.Item name="value" label={<FormattedMessage id="figure.value" />} rules={rules}>
          <InputNumber
            min={0}
            max={100_000_000}
            controls={false}
            decimalSeparator=","
            inputMode="decimal"
          />
        </Form.Item>
        <Form.Item name="measuredOn" label={<FormattedMessage id="figure.day" />} rules={rules}>
          <DayField allowClear={false} />
        </Form.Item>
        <Form.Item name="source" label={<FormattedMessage id="figure.from" />} rules={rules}>
          <Input maxLength={300} placeholder={intl.formatMessage({ id: 'figure.from-hint' })} />
        </Form.Item>
        {otherwise && (
          <Form.Item name="corrects" valuePropName="checked">
            <Checkbox>
              <FormattedMessage id="figure.corrects" />
            </Checkbox>
          </Form.Item>
        )}
      </Form>
    </Drawer>
  );
}

export { FigureForm as default };

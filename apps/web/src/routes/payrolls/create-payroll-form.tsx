import { createPayroll, listPayrolls, listUnits, type Payroll } from '@antt/contracts';
import { addDays, daysOf, type Period, today } from '@antt/kernel';
import { Form } from 'antd';
import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { FormDrawer } from '../../act/form-drawer.tsx';
import { useAnswer, useCommand } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { MonthField } from '../../field/month-field.tsx';
import { UnitField, type UnitChoice } from '../../field/unit-field.tsx';
import { useAreaName } from '../../frame/area-control.tsx';
import { newId } from '../../new-id.ts';
import { useMe } from '../../session/me.ts';
import { unitName } from '../../unit-name.ts';
import { monthDue } from './payroll.rules.ts';

type Fields = { month: Period; within: string };
type Props = {
  /** Months that have a run already. */
  months: readonly Period[];
  onDone: (payroll: Payroll) => void;
  onClose: () => void;
};

/** Begins a run; it is calculated at once. */
export function CreatePayrollForm({ months, onDone, onClose }: Props) {
  const intl = useIntl();
  const [form] = Form.useForm<Fields>();
  const [id] = useState(newId);
  const mine = useMyUnit();
  const mineId = mine?.id;
  const month = Form.useWatch('month', form);
  const create = useCommand(createPayroll, [listPayrolls]);
  // The province is known a moment later than the form is drawn.
  useEffect(() => {
    if (mineId && !form.isFieldTouched('within')) form.setFieldValue('within', mineId);
  }, [form, mineId]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const now = today();
  // The unit is looked for on the last day of the month that is paid.
  const last = month ? addDays(daysOf(month).to, -1) : now;
  return (
    <FormDrawer
      title={<FormattedMessage id="payrolls.create" />}
      submit={<FormattedMessage id="payrolls.create-submit" />}
      form={form}
      places={places}
      pending={create.isPending}
      problem={create.error}
      onClose={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ month: monthDue(now, new Set(months)) }}
        onFinish={(fields) => create.mutate({ id, ...fields }, { onSuccess: onDone })}
      >
        <Form.Item name="month" label={<FormattedMessage id="payrolls.month" />} rules={[required]}>
          <MonthField after={now.slice(0, 7)} />
        </Form.Item>
        <Form.Item
          name="within"
          label={<FormattedMessage id="payrolls.unit" />}
          extra={<FormattedMessage id="payrolls.unit-note" />}
          rules={[required]}
        >
          <UnitField on={last < now ? last : now} known={mine ? [mine] : []} />
        </Form.Item>
      </Form>
    </FormDrawer>
  );
}

const places = {
  'payroll-month-to-come': 'month',
  'payroll-has-no-commune': 'within',
} as const;

/** The unit that all pages speak of, the one that my area is, or the one province there is. */
function useMyUnit(): UnitChoice | null {
  const { within } = useArea();
  const name = useAreaName();
  const { areas } = useMe();
  const area = areas.find(({ id }) => id === within) ?? areas[0];
  const whole = within === undefined && area?.whole === true;
  const provinces = useAnswer(
    listUnits,
    { on: today(), level: 'province', limit: 2 },
    { enabled: whole },
  );
  if (within !== undefined && area?.id !== within) return { id: within, name: name ?? '' };
  if (area?.unitId) return { id: area.unitId, name: area.name };
  const [province, another] = provinces.data?.items ?? [];
  return whole && province && !another ? { id: province.id, name: unitName(province) } : null;
}

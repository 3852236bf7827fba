import { type BudgetFund, budgetGroups, recordBudgetSpending } from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
import { App, Form, Input } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { FormDrawer } from '../../act/form-drawer.tsx';
import { useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { MoneyField } from '../../field/money-field.tsx';
import { newId } from '../../new-id.ts';
import { groupsOf } from './budget.rules.ts';
import { type Place, PlaceFields } from './place-fields.tsx';
import { budgetAnswers } from './use-budget-command.ts';

type Fields = Place & { amount: number; spentOn: PlainDate; paper: string; note?: string };
type Props = { year: number; onClose: () => void };

const byHand = (fund: BudgetFund) =>
  groupsOf(fund).filter((group) => budgetGroups[group].spentBy === 'entries');

/** Records what was spent on things that no run pays. */
function SpendingForm({ year, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const record = useCommand(recordBudgetSpending, budgetAnswers);
  const rules = [{ required: true, message: intl.formatMessage({ id: 'field.required' }) }];
  const send = (fields: Fields) =>
    record.mutate(
      { ...fields, id, year },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'budgets.spend-done' }));
          onClose();
        },
      },
    );
  return (
    <FormDrawer
      title={<FormattedMessage id="budgets.spend-title" values={{ year: String(year) }} />}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      places={{
        'budget-is-of-one-fund': 'group',
        'budget-unit-is-no-holder': 'unitId',
        'outside-area': 'unitId',
      }}
      pending={record.isPending}
      problem={record.error}
      onClose={onClose}
    >
      <p className="faint">
        <FormattedMessage id="budgets.spend-note" />
      </p>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ fund: 'force', source: 'commune', spentOn: today() }}
        onFinish={send}
      >
        <PlaceFields year={year} groups={byHand} />
        <Form.Item name="amount" label={<FormattedMessage id="budgets.amount" />} rules={rules}>
          <MoneyField min={1} />
        </Form.Item>
        <Form.Item name="spentOn" label={<FormattedMessage id="budgets.spent-on" />} rules={rules}>
          <DayField allowClear={false} />
        </Form.Item>
        <Form.Item
          name="paper"
          label={<FormattedMessage id="budgets.paper" />}
          rules={[{ ...rules[0]!, whitespace: true }]}
        >
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name="note" label={<FormattedMessage id="budgets.note" />}>
          <Input maxLength={500} />
        </Form.Item>
      </Form>
    </FormDrawer>
  );
}

export { SpendingForm as default };

import { BudgetKind, giveBudget } from '@antt/contracts';
import { App, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { FormDrawer } from '../../act/form-drawer.tsx';
import { useCommand } from '../../answer.ts';
import { MoneyField } from '../../field/money-field.tsx';
import { newId } from '../../new-id.ts';
import { RecordedField } from '../instruments/recorded-field.tsx';
import { type Place, PlaceFields } from './place-fields.tsx';
import { budgetAnswers } from './use-budget-command.ts';

type Fields = Place & { kind: BudgetKind; amount: number; instrumentId: string; note?: string };
type Props = { year: number; onClose: () => void };

/** Records money that an instrument gives to a unit, or takes from it. */
function GiveForm({ year, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const give = useCommand(giveBudget, budgetAnswers);
  const rules = [{ required: true, message: intl.formatMessage({ id: 'field.required' }) }];
  const send = (fields: Fields) =>
    give.mutate(
      { ...fields, id, year },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'budgets.give-done' }));
          onClose();
        },
      },
    );
  return (
    <FormDrawer
      title={<FormattedMessage id="budgets.give-title" values={{ year: String(year) }} />}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      places={{
        'budget-is-of-one-fund': 'group',
        'budget-unit-is-no-holder': 'unitId',
        'budget-would-be-negative': 'amount',
        'instrument-has-no-file': 'instrumentId',
        'instrument-is-draft': 'instrumentId',
        'outside-area': 'unitId',
      }}
      pending={give.isPending}
      problem={give.error}
      onClose={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ fund: 'force', kind: 'opening', source: 'province' }}
        onFinish={send}
      >
        <PlaceFields year={year} />
        <Form.Item name="kind" label={<FormattedMessage id="budgets.kind" />} rules={rules}>
          <Select
            options={BudgetKind.options.map((value) => ({
              value,
              label: intl.formatMessage({ id: `budgets.kind.${value}` }),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="amount"
          label={<FormattedMessage id="budgets.amount" />}
          extra={<FormattedMessage id="budgets.amount-note" />}
          rules={rules}
        >
          <MoneyField min={1} />
        </Form.Item>
        <Form.Item
          name="instrumentId"
          label={<FormattedMessage id="budgets.instrument" />}
          extra={<FormattedMessage id="budgets.instrument-note" />}
          rules={rules}
        >
          <RecordedField />
        </Form.Item>
        <Form.Item name="note" label={<FormattedMessage id="budgets.note" />}>
          <Input maxLength={500} />
        </Form.Item>
      </Form>
    </FormDrawer>
  );
}

export { GiveForm as default };

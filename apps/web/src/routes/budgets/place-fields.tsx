import { BudgetFund, type BudgetGroup, BudgetSource } from '@antt/contracts';
import { Form, Select } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { UnitField } from '../../field/unit-field.tsx';
import { groupsOf } from './budget.rules.ts';

export type Place = {
  unitId: string;
  fund: BudgetFund;
  group: BudgetGroup;
  source: BudgetSource;
};
type Props = { year: number; groups?: (fund: BudgetFund) => BudgetGroup[] };

/** Whose money, of which fund, for what, out of what; a group of the other fund is not offered (law BR-60). */
export function PlaceFields({ year, groups = groupsOf }: Props) {
  const intl = useIntl();
  const form = Form.useFormInstance<Place>();
  const fund = Form.useWatch('fund', form) ?? 'force';
  const rules = [{ required: true, message: intl.formatMessage({ id: 'field.required' }) }];
  return (
    <>
      <Form.Item name="unitId" label={<FormattedMessage id="budgets.unit" />} rules={rules}>
        <UnitField on={`${year}-12-31`} levels={['province', 'commune']} />
      </Form.Item>
      <FundField onChange={() => form.setFieldValue('group', undefined)} />
      <Form.Item name="group" label={<FormattedMessage id="budgets.group" />} rules={rules}>
        <Select
          options={groups(fund).map((value) => ({
            value,
            label: intl.formatMessage({ id: `pay.group.${value}` }),
          }))}
        />
      </Form.Item>
      <SourceField />
    </>
  );
}

export function FundField({ onChange }: { onChange?: () => void }) {
  const intl = useIntl();
  const rules = [{ required: true, message: intl.formatMessage({ id: 'field.required' }) }];
  return (
    <Form.Item name="fund" label={<FormattedMessage id="budgets.fund" />} rules={rules}>
      <Select
        options={BudgetFund.options.map((value) => ({
          value,
          label: intl.formatMessage({ id: `budgets.fund.${value}` }),
        }))}
        {...(onChange ? { onChange } : {})}
      />
    </Form.Item>
  );
}

export const useSources = () => {
  const intl = useIntl();
  return BudgetSource.options.map((value) => ({
    value,
    label: intl.formatMessage({ id: `pay.fund.${value}` }),
  }));
};

function SourceField() {
  const intl = useIntl();
  const options = useSources();
  const rules = [{ required: true, message: intl.formatMessage({ id: 'field.required' }) }];
  return (
    <Form.Item name="source" label={<FormattedMessage id="budgets.source" />} rules={rules}>
      <Select options={options} />
    </Form.Item>
  );
}

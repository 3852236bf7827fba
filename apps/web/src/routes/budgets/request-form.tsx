import '../teams/teams.css';
import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons';
import {
  type BudgetFund,
  type BudgetNeed,
  type BudgetRequest,
  changeBudgetRequest,
  draftBudgetRequest,
} from '@antt/contracts';
import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { FormDrawer } from '../../act/form-drawer.tsx';
import { useCommand } from '../../answer.ts';
import { MoneyField } from '../../field/money-field.tsx';
import { UnitField } from '../../field/unit-field.tsx';
import { newId } from '../../new-id.ts';
import { groupsOf } from './budget.rules.ts';
import { FundField, useSources } from './place-fields.tsx';
import { budgetAnswers } from './use-budget-command.ts';

type Fields = { unitId: string; fund: BudgetFund; title: string; lines: BudgetNeed[] };
type Props = {
  year: number;
  /** One that is written again; else a new one. */
  request?: BudgetRequest | undefined;
  onDone: (request: BudgetRequest) => void;
  onClose: () => void;
};

/** A request for money of one fund: its lines, each for an item group out of a source. */
function RequestForm({ year, request, onDone, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(request?.id ?? newId);
  const [form] = Form.useForm<Fields>();
  const draft = useCommand(draftBudgetRequest, budgetAnswers);
  const change = useCommand(changeBudgetRequest, budgetAnswers);
  const fund = Form.useWatch('fund', form) ?? request?.fund ?? 'force';
  const rules = [{ required: true, message: intl.formatMessage({ id: 'field.required' }) }];
  const said = {
    onSuccess: (done: BudgetRequest) => {
      void message.success(intl.formatMessage({ id: 'budgets.request-saved' }));
      onDone(done);
      onClose();
    },
  };
  const send = ({ title, lines, ...rest }: Fields) => {
    const needs = lines.map(({ group, source, amount, reason }) => ({
      ...{ group, source, amount, reason },
    }));
    if (request) change.mutate({ id, title, lines: needs }, said);
    else draft.mutate({ ...rest, id, year, title, lines: needs }, said);
  };
  return (
    <FormDrawer
      title={<FormattedMessage id="budgets.request-title" values={{ year: String(year) }} />}
      submit={<FormattedMessage id="budgets.save-request" />}
      form={form}
      places={{
        'budget-unit-is-no-holder': 'unitId',
        'outside-area': 'unitId',
      }}
      pending={draft.isPending || change.isPending}
      problem={draft.error ?? change.error}
      onClose={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={request ?? { fund: 'force', lines: [{ source: 'commune' }] }}
        onFinish={send}
      >
        {!request && (
          <>
            <Form.Item name="unitId" label={<FormattedMessage id="budgets.unit" />} rules={rules}>
              <UnitField on={`${year}-12-31`} levels={['province', 'commune']} />
            </Form.Item>
            <FundField onChange={() => form.setFieldValue('lines', [{ source: 'commune' }])} />
          </>
        )}
        <Form.Item
          name="title"
          label={<FormattedMessage id="budgets.about" />}
          rules={[{ ...rules[0]!, whitespace: true }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Lines fund={fund} />
      </Form>
    </FormDrawer>
  );
}

function Lines({ fund }: { fund: BudgetFund }) {
  const intl = useIntl();
  const sources = useSources();
  const rules = [{ required: true, message: intl.formatMessage({ id: 'field.required' }) }];
  return (
    <Form.List name="lines">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="need">
              <div className="field-row">
                <Form.Item
                  name={[name, 'group']}
                  label={<FormattedMessage id="budgets.group" />}
                  rules={rules}
                >
                  <Select
                    options={groupsOf(fund).map((value) => ({
                      value,
                      label: intl.formatMessage({ id: `pay.group.${value}` }),
                    }))}
                  />
                </Form.Item>
                <Form.Item
                  name={[name, 'source']}
                  label={<FormattedMessage id="budgets.source" />}
                  rules={rules}
                >
                  <Select options={sources} />
                </Form.Item>
              </div>
              <Form.Item
                name={[name, 'amount']}
                label={<FormattedMessage id="budgets.amount" />}
                rules={rules}
              >
                <MoneyField min={1} />
              </Form.Item>
              <Form.Item name={[name, 'reason']} label={<FormattedMessage id="budgets.why" />}>
                <Input maxLength={1000} />
              </Form.Item>
              {fields.length > 1 && (
                <Button
                  size="small"
                  icon={<MinusCircleOutlined aria-hidden />}
                  onClick={() => remove(name)}
                >
                  <FormattedMessage id="budgets.remove-line" />
                </Button>
              )}
            </fieldset>
          ))}
          <Button
            icon={<PlusOutlined aria-hidden />}
            onClick={() => add({ source: 'commune' })}
            disabled={fields.length >= 60}
          >
            <FormattedMessage id="budgets.add-line" />
          </Button>
        </>
      )}
    </Form.List>
  );
}

export { RequestForm as default };

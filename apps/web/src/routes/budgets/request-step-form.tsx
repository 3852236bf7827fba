import {
  type BudgetRequest,
  type BudgetRequestAct,
  type BudgetRequestStep,
  stepBudgetRequest,
} from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
import { App, Form, Input, Select } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { FormDrawer } from '../../act/form-drawer.tsx';
import { useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { MoneyField } from '../../field/money-field.tsx';
import type { MessageId } from '../../i18n/message.ts';
import { RecordedField } from '../instruments/recorded-field.tsx';
import { Money } from '../payrolls/money.tsx';
import { budgetAnswers } from './use-budget-command.ts';

type Fields = {
  amounts: number[];
  spent: number[];
  returned: number[];
  opinion: string;
  reason?: string;
  number: string;
  signedOn: PlainDate;
  signer: string;
  instrumentId: string;
  kind: 'opening' | 'supplement';
  settledOn: PlainDate;
};
export type TakenStep = Exclude<BudgetRequestStep, 'draft'>;
type Props = { request: BudgetRequest; step: TakenStep; onClose: () => void };

const withAmounts: readonly TakenStep[] = ['appraise', 'approve', 'allocate'];
const decided: readonly TakenStep[] = ['approve', 'refuse'];

/** Takes the next step of a request with what must be known of it. */
function RequestStepForm({ request, step, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const take = useCommand(stepBudgetRequest, budgetAnswers);
  const byInstrument = step === 'allocate' || step === 'settle';
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const text = [{ ...required, whitespace: true, min: 5 }];
  const named = [{ ...required, whitespace: true }];
  const send = (fields: Fields) =>
    take.mutate(
      { id: request.id, act: { ...fields, step } as BudgetRequestAct },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: `budgets.step-done.${step}` }));
          onClose();
        },
      },
    );
  const act = (fields: Fields) => send(only(step, fields));
  const before = request.lines.map(
    ({ amount, appraised, approved }) => approved ?? appraised ?? amount,
  );
  const allocated = request.lines.map((line) => line.allocated ?? 0);
  return (
    <FormDrawer
      title={<FormattedMessage id={`budgets.step.${step}`} />}
      form={form}
      danger={step === 'refuse'}
      places={{
        'instrument-has-no-file': 'instrumentId',
        'instrument-is-draft': 'instrumentId',
        'budget-settlement-needs-a-word': 'reason',
      }}
      pending={take.isPending}
      problem={take.error}
      onClose={onClose}
    >
      <p className="faint">
        <FormattedMessage id={`budgets.step-note.${step}`} />
      </p>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          ...{ amounts: before, spent: allocated, returned: allocated.map(() => 0) },
          ...{ signedOn: today(), settledOn: today(), kind: 'supplement' },
        }}
        onFinish={act}
      >
        {withAmounts.includes(step) && (
          <Amounts request={request} name="amounts" label="budgets.amount" />
        )}
        {step === 'settle' && (
          <>
            <Amounts request={request} name="spent" label="budgets.was-spent" />
            <Amounts request={request} name="returned" label="budgets.was-returned" />
          </>
        )}
        {step === 'appraise' && (
          <Form.Item name="opinion" label={<FormattedMessage id="budgets.opinion" />} rules={text}>
            <Input.TextArea rows={3} maxLength={1000} />
          </Form.Item>
        )}
        {decided.includes(step) && (
          <>
            <div className="field-row">
              <Form.Item
                name="number"
                label={<FormattedMessage id="decision.number" />}
                rules={named}
              >
                <Input maxLength={80} />
              </Form.Item>
              <Form.Item
                name="signedOn"
                label={<FormattedMessage id="decision.signed-on" />}
                rules={[required]}
              >
                <DayField allowClear={false} />
              </Form.Item>
            </div>
            <Form.Item name="signer" label={<FormattedMessage id="budgets.signer" />} rules={named}>
              <Input maxLength={200} />
            </Form.Item>
          </>
        )}
        {step === 'allocate' && (
          <Form.Item name="kind" label={<FormattedMessage id="budgets.kind" />} rules={[required]}>
            <Select
              options={(['opening', 'supplement'] as const).map((value) => ({
                value,
                label: intl.formatMessage({ id: `budgets.kind.${value}` }),
              }))}
            />
          </Form.Item>
        )}
        {byInstrument && (
          <Form.Item
            name="instrumentId"
            label={<FormattedMessage id="budgets.instrument" />}
            extra={<FormattedMessage id="budgets.instrument-note" />}
            rules={[required]}
          >
            <RecordedField />
          </Form.Item>
        )}
        {step === 'settle' && (
          <Form.Item
            name="settledOn"
            label={<FormattedMessage id="budgets.settled-on" />}
            rules={[required]}
          >
            <DayField allowClear={false} />
          </Form.Item>
        )}
        {(step === 'return' || step === 'refuse' || step === 'settle') && (
          <Form.Item
            name="reason"
            label={<FormattedMessage id={step === 'settle' ? 'budgets.word' : 'budgets.reason'} />}
            {...(step === 'settle' ? {} : { rules: text })}
          >
            <Input.TextArea rows={3} maxLength={1000} />
          </Form.Item>
        )}
      </Form>
    </FormDrawer>
  );
}

type AmountsProps = {
  request: BudgetRequest;
  name: 'amounts' | 'spent' | 'returned';
  label: MessageId;
};

/** An amount for each line, beside what was asked. */
function Amounts({ request: { lines }, name, label }: AmountsProps) {
  const intl = useIntl();
  const rules = [{ required: true, message: intl.formatMessage({ id: 'field.required' }) }];
  return (
    <fieldset className="amounts">
      <legend>
        <FormattedMessage id={label} />
      </legend>
      {lines.map(({ group, source, amount, allocated }, n) => (
        <Form.Item
          key={`${group} ${source}`}
          name={[name, n]}
          rules={rules}
          label={`${intl.formatMessage({ id: `pay.group.${group}` })} · ${intl.formatMessage({ id: `pay.fund.${source}` })}`}
          extra={
            <FormattedMessage
              id={allocated === null ? 'budgets.asked-for' : 'budgets.was-allocated'}
              values={{ amount: <Money amount={allocated ?? amount} /> }}
            />
          }
        >
          <MoneyField />
        </Form.Item>
      ))}
    </fieldset>
  );
}

const fieldsOf: Record<TakenStep, readonly (keyof Fields)[]> = {
  submit: [],
  return: ['reason'],
  appraise: ['amounts', 'opinion'],
  approve: ['amounts', 'number', 'signedOn', 'signer'],
  refuse: ['reason', 'number', 'signedOn', 'signer'],
  allocate: ['amounts', 'kind', 'instrumentId'],
  settle: ['spent', 'returned', 'instrumentId', 'settledOn', 'reason'],
};

/** What the step takes of the form. */
function only(step: TakenStep, fields: Fields): Fields {
  const entries = fieldsOf[step].map((name) => [name, fields[name]]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Fields;
}

export { RequestStepForm as default };

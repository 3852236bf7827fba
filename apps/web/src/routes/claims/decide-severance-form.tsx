import {
  decideSeverance,
  getSeverancePrice,
  listSeverances,
  type Severance,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Form, Input, Radio } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { DecisionFields, type DecisionFieldsOf } from '../../act/decision-fields.tsx';
import { useAnswer, useCommand } from '../../answer.ts';
import { MoneyField } from '../../field/money-field.tsx';

type Fields = DecisionFieldsOf & {
  outcome: 'granted' | 'refused';
  amount?: number | null;
  reasons?: string;
};
type Props = { severance: Severance; on: PlainDate; onClose: () => void };

/** The decision about severance; why it is refused, or differs from what policies say, is written. */
export function DecideSeveranceForm({ severance: { id }, on, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const decide = useCommand(decideSeverance, [listSeverances, getSeverancePrice]);
  const outcome = Form.useWatch('outcome', form) ?? 'granted';
  const signedOn = Form.useWatch(['decision', 'signedOn'], form) ?? on;
  const price = useAnswer(getSeverancePrice, { id, on: signedOn });
  const expected = price.data?.total ?? null;
  const refused = outcome === 'refused';
  /** A refusal is explained, and so is another amount than the policies come to. */
  const explained = (reasons = '') => {
    const { outcome: chosen, amount = null } = form.getFieldsValue();
    const differs = amount !== null && expected !== null && amount !== expected;
    if ((chosen === 'refused' || differs) && reasons.trim().length < 5) {
      return Promise.reject(new Error(intl.formatMessage({ id: 'claims.reason-due' })));
    }
    return Promise.resolve();
  };
  return (
    <ActForm<Fields>
      title={<FormattedMessage id="claims.decide" />}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      initial={{ outcome: 'granted', decision: { signedOn: on } }}
      pending={decide.isPending}
      problem={decide.error}
      places={{
        'severance-is-decided-after-receipt': ['decision', 'signedOn'],
        'severance-is-refused-with-reasons': 'reasons',
        'severance-refused-has-no-amount': 'outcome',
        'case-amount-differs': 'reasons',
      }}
      onFinish={({ amount: granted = null, reasons, ...fields }) =>
        decide.mutate(
          { ...fields, id, amount: granted, reasons: reasons?.trim() ?? '' },
          {
            onSuccess: () => {
              void message.success(intl.formatMessage({ id: 'severances.decided' }));
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="outcome" label={<FormattedMessage id="claims.outcome" />}>
        <Radio.Group
          options={(['granted', 'refused'] as const).map((value) => ({
            value,
            label: intl.formatMessage({ id: `claims.state.${value}` }),
          }))}
        />
      </Form.Item>
      <DecisionFields />
      {!refused && (
        <Form.Item
          name="amount"
          label={<FormattedMessage id="claims.amount" />}
          extra={
            expected === null ? (
              <FormattedMessage id="severances.amount-note" />
            ) : (
              <FormattedMessage id="claims.price.expected" values={{ amount: expected }} />
            )
          }
        >
          <MoneyField min={1} placeholder={expected === null ? '' : intl.formatNumber(expected)} />
        </Form.Item>
      )}
      <Form.Item
        name="reasons"
        label={<FormattedMessage id="claims.reasons" />}
        extra={refused && <FormattedMessage id="claims.reasons-note" />}
        dependencies={['outcome', 'amount']}
        rules={[{ validator: (_, reasons?: string) => explained(reasons) }]}
      >
        <Input.TextArea rows={4} maxLength={2000} />
      </Form.Item>
    </ActForm>
  );
}

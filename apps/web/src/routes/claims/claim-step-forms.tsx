import {
  addClaimPapers,
  appraiseClaim,
  type Claim,
  type ClaimMeasure,
  type ClaimPaper,
  decideClaim,
  getClaimPrice,
  listClaims,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Form, Input, InputNumber, Radio } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { DecisionFields, type DecisionFieldsOf } from '../../act/decision-fields.tsx';
import { useAnswer, useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { MoneyField } from '../../field/money-field.tsx';
import type { MessageId } from '../../i18n/message.ts';
import { PapersItem } from './receive-claim-form.tsx';

type Props = { claim: Claim; on: PlainDate; onClose: () => void };

/** Tells that a step was recorded, and closes its form. */
function useDone(onClose: () => void) {
  const intl = useIntl();
  const { message } = App.useApp();
  return (id: MessageId) => () => {
    void message.success(intl.formatMessage({ id }));
    onClose();
  };
}

function useRequired() {
  const intl = useIntl();
  return { required: true, message: intl.formatMessage({ id: 'field.required' }) };
}

/** Papers that came later; with the last one the terms begin. */
export function PapersForm({ claim, on, onClose }: Props) {
  const [form] = Form.useForm<{ papers: ClaimPaper[]; on: PlainDate }>();
  const complete = useCommand(addClaimPapers, [listClaims]);
  const done = useDone(onClose);
  return (
    <ActForm<{ papers: ClaimPaper[]; on: PlainDate }>
      title={<FormattedMessage id="claims.complete" />}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      initial={{ papers: claim.missing, on }}
      pending={complete.isPending}
      problem={complete.error}
      places={{ 'claim-goes-step-by-step': 'on' }}
      onFinish={(fields) =>
        complete.mutate(
          { ...fields, id: claim.id },
          {
            onSuccess: ({ missing }) =>
              done(missing.length > 0 ? 'claims.papers-added' : 'claims.completed')(),
          },
        )
      }
      onClose={onClose}
    >
      <PapersItem papers={claim.missing} due />
      <Form.Item
        name="on"
        label={<FormattedMessage id="claims.papers-on" />}
        rules={[useRequired()]}
      >
        <DayField />
      </Form.Item>
    </ActForm>
  );
}

type Appraised = { on: PlainDate; report: string } & Partial<ClaimMeasure>;

export function AppraiseForm({ claim, on, onClose }: Props) {
  const [form] = Form.useForm<Appraised>();
  const appraise = useCommand(appraiseClaim, [listClaims, getClaimPrice]);
  const done = useDone(onClose);
  const required = useRequired();
  return (
    <ActForm<Appraised>
      title={<FormattedMessage id="claims.appraise" />}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      initial={{ on, ...measureOf(claim) }}
      pending={appraise.isPending}
      problem={appraise.error}
      places={{ 'claim-goes-step-by-step': 'on' }}
      onFinish={(fields) =>
        appraise.mutate({ ...fields, id: claim.id }, { onSuccess: done('claims.appraised') })
      }
      onClose={onClose}
    >
      <Form.Item name="on" label={<FormattedMessage id="claims.appraised-on" />} rules={[required]}>
        <DayField />
      </Form.Item>
      <Form.Item
        name="report"
        label={<FormattedMessage id="claims.report" />}
        rules={[{ ...required, whitespace: true }]}
      >
        <Input.TextArea rows={4} maxLength={2000} />
      </Form.Item>
      <MeasureItems kind={claim.kind} />
    </ActForm>
  );
}

const measureOf = ({ treatmentCost, treatmentDays, lostPercent, beneficiary }: Claim) => ({
  ...{ treatmentCost, treatmentDays, lostPercent, beneficiary },
});

/** What the amount is told by, of the kind of claim. */
function MeasureItems({ kind }: Pick<Claim, 'kind'>) {
  if (kind === 'death') {
    return (
      <Form.Item
        name="beneficiary"
        label={<FormattedMessage id="claims.beneficiary" />}
        extra={<FormattedMessage id="claims.beneficiary-note" />}
      >
        <Input maxLength={200} />
      </Form.Item>
    );
  }
  if (kind === 'disability') {
    return (
      <Form.Item name="lostPercent" label={<FormattedMessage id="claims.lost-percent" />}>
        <InputNumber min={0} max={100} precision={0} />
      </Form.Item>
    );
  }
  return (
    <div className="field-row">
      <Form.Item name="treatmentDays" label={<FormattedMessage id="claims.treatment-days" />}>
        <InputNumber min={0} max={3650} precision={0} />
      </Form.Item>
      <Form.Item name="treatmentCost" label={<FormattedMessage id="claims.treatment-cost" />}>
        <MoneyField min={0} />
      </Form.Item>
    </div>
  );
}

type Judged = DecisionFieldsOf & {
  outcome: 'granted' | 'refused';
  amount?: number | null;
  reasons?: string;
};

/** The decision of the commune; a refusal has written reasons (law BR-83). */
export function DecideClaimForm({ claim, on, onClose }: Props) {
  const intl = useIntl();
  const [form] = Form.useForm<Judged>();
  const decide = useCommand(decideClaim, [listClaims, getClaimPrice]);
  const done = useDone(onClose);
  // Nothing is granted before it is appraised, and what the law excludes is not granted.
  const mayGrant = claim.state === 'deciding' && claim.exclusions.length === 0;
  const first = mayGrant ? 'granted' : 'refused';
  const outcome = Form.useWatch('outcome', form) ?? first;
  const signedOn = Form.useWatch(['decision', 'signedOn'], form) ?? on;
  const price = useAnswer(getClaimPrice, { id: claim.id, on: signedOn }, { enabled: mayGrant });
  const expected = price.data?.total ?? null;
  return (
    <ActForm<Judged>
      title={<FormattedMessage id={mayGrant ? 'claims.decide' : 'claims.refuse'} />}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      initial={{ outcome: first, decision: { signedOn: on } }}
      pending={decide.isPending}
      problem={decide.error}
      places={{
        'claim-goes-step-by-step': ['decision', 'signedOn'],
        'claim-excluded-is-not-granted': 'outcome',
        'claim-is-refused-with-reasons': 'reasons',
        'claim-refused-has-no-amount': 'outcome',
        'case-amount-differs': 'reasons',
      }}
      onFinish={({ amount = null, reasons, ...fields }) =>
        decide.mutate(
          { ...fields, id: claim.id, amount, reasons: reasons?.trim() ?? '' },
          { onSuccess: done('claims.decided') },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="outcome" hidden={!mayGrant} label={<FormattedMessage id="claims.outcome" />}>
        <Radio.Group
          options={(['granted', 'refused'] as const).map((value) => ({
            value,
            label: intl.formatMessage({ id: `claims.state.${value}` }),
          }))}
        />
      </Form.Item>
      <DecisionFields />
      {outcome === 'granted' && (
        <Form.Item
          name="amount"
          label={<FormattedMessage id="claims.amount" />}
          extra={
            expected === null ? (
              <FormattedMessage id={`claims.amount-note.${claim.kind}`} />
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
        extra={outcome === 'refused' && <FormattedMessage id="claims.reasons-note" />}
      >
        <Input.TextArea rows={4} maxLength={2000} />
      </Form.Item>
    </ActForm>
  );
}

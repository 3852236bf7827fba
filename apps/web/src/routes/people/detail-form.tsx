import '../teams/teams.css';
import {
  correctDetail,
  type CorrectedContent,
  type DetailContent,
  type DetailKind,
  getPerson,
  listDetails,
  type PersonDetail,
  recordDetail,
} from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
import { App, Form } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { lastDayItem } from '../../field/last-day.ts';
import type { ProblemPlaces } from '../../field/field-problem.ts';
import { newId } from '../../new-id.ts';
import { DetailFields } from './detail-fields.tsx';
import { ReasonItem } from '../../field/reason-item.tsx';

export type DetailFieldsOf = {
  content: Record<string, string | number | boolean | null | undefined>;
  validFrom: PlainDate;
  validTo?: PlainDate | null;
  why?: string;
};

const places: ProblemPlaces = {
  'person-has-one-such-detail-a-day': 'validFrom',
  'detail-ends-after-it-began': 'validTo',
};

/** What the form begins with where nothing is recorded. */
const blank: Partial<Record<DetailKind, object>> = {
  residence: { registration: 'permanent' },
  insurance: { scheme: 'health', cover: 'own' },
  'other-title': { paid: true },
  'pay-channel': { channel: 'office' },
};

type Props = {
  kind: DetailKind;
  /** The one to correct; without it another one is recorded. */
  detail: PersonDetail | undefined;
  personId: string;
  on: PlainDate;
  onClose: () => void;
};

/** Records a detail from a day on, or corrects one with a reason; a number that stays empty in a correction stays. */
export function DetailForm({ kind, detail, personId, on, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<DetailFieldsOf>();
  const record = useCommand(recordDetail, [listDetails, getPerson]);
  const correct = useCommand(correctDetail, [listDetails, getPerson]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const done = (text: 'records.recorded' | 'records.corrected') => () => {
    void message.success(intl.formatMessage({ id: text }));
    onClose();
  };
  const submit = ({ content, validFrom, validTo = null, why = '' }: DetailFieldsOf) => {
    const days = { validFrom, validTo };
    if (detail) {
      const said = contentOf(kind, content) as CorrectedContent;
      const command = { id: detail.id, content: said, ...days, reason: why.trim() };
      return correct.mutate(command, { onSuccess: done('records.corrected') });
    }
    const said = contentOf(kind, content) as DetailContent;
    record.mutate(
      { id, personId, content: said, ...days },
      { onSuccess: done('records.recorded') },
    );
  };
  const masked = detail && 'number' in detail.content ? detail.content.number : null;
  return (
    <ActForm<DetailFieldsOf>
      title={<FormattedMessage id={detail ? 'records.correct' : `records.add.${kind}`} />}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      initial={
        detail
          ? { ...detail, content: { ...detail.content, number: undefined } }
          : { content: blank[kind], validFrom: on }
      }
      pending={record.isPending || correct.isPending}
      problem={record.error ?? correct.error}
      places={places}
      onFinish={submit}
      onClose={onClose}
    >
      <DetailFields kind={kind} on={detail?.validFrom ?? on} isNew={!detail} masked={masked} />
      <div className="field-row">
        <Form.Item
          name="validFrom"
          label={<FormattedMessage id="records.valid-from" />}
          extra={!detail && kind !== 'kin' && <FormattedMessage id="records.ends-former" />}
          rules={[required]}
        >
          <DayField before="1940-01-01" after={kind === 'service' ? today() : undefined} />
        </Form.Item>
        <Form.Item
          {...lastDayItem}
          name="validTo"
          label={<FormattedMessage id="records.valid-to" />}
          extra={<FormattedMessage id="records.valid-to-open" />}
        >
          <DayField before="1940-01-01" />
        </Form.Item>
      </div>
      {detail && <ReasonItem label="records.reason" note="records.reason-note" />}
    </ActForm>
  );
}

/** Empty fields as the contract has them; a number that was left empty is not said at all. */
function contentOf(kind: DetailKind, { number, ...rest }: DetailFieldsOf['content']): object {
  const digits = typeof number === 'string' ? number.replace(/[\s.]/g, '') : '';
  const said = Object.fromEntries(
    Object.entries(rest)
      .filter(([name, value]) => name !== 'group' || value)
      .map(([name, value]) => [name, value ?? (name in nothing ? nothing[name] : null)]),
  );
  return { ...said, kind, ...(digits ? { number: digits } : {}) };
}

/** Texts that may be empty. */
const nothing: Record<string, string> = { settlement: '', phone: '' };

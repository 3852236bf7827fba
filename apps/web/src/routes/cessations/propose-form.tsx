import {
  CessationBasisKind,
  CessationConduct,
  CessationGround,
  type CessationRule,
  listCessations,
  listPostings,
  proposeCessation,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useAnswer, useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { MemberField } from '../../field/member-field.tsx';
import { newId } from '../../new-id.ts';
import { basisOf, lawfulGrounds } from './cessation.rules.ts';

type Fields = {
  personId: string;
  ground: CessationGround;
  conduct?: CessationConduct;
  letterOn?: PlainDate | null;
  proposedOn: PlainDate;
  villageHead?: string;
  frontHead?: string;
  basis?: { kind?: (typeof CessationBasisKind.options)[number]; number?: string } & {
    signedOn?: PlainDate | null;
    issuer?: string;
  };
  note?: string;
  accept?: CessationRule[];
  reason?: string;
};
type Props = { on: PlainDate; personId?: string | undefined; onClose: () => void };

/** Form 07 of Circular 14: that a member ceases to take part, why, and with whom it was considered. */
export function ProposeForm({ on, personId, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const ground = Form.useWatch('ground', form);
  const chosen = Form.useWatch('personId', form) ?? personId;
  const postings = useAnswer(
    listPostings,
    { on, personId: chosen, limit: 1 },
    { enabled: Boolean(chosen) },
  );
  const posting = postings.data?.items[0];
  const propose = useCommand(proposeCessation, [listCessations]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const named = <T extends string>(values: readonly T[], kind: 'ground' | 'conduct' | 'basis') =>
    values.map((value) => ({
      value,
      label: intl.formatMessage({ id: `cessation.${kind}.${value}` as 'cessation.ground.health' }),
    }));
  const submit = ({ personId: _, basis, accept, reason, ...fields }: Fields) => {
    if (!posting) return;
    propose.mutate(
      {
        ...fields,
        id,
        postingId: posting.id,
        conduct: fields.ground === 'conduct' ? (fields.conduct ?? null) : null,
        letterOn: fields.ground === 'resignation' ? (fields.letterOn ?? null) : null,
        basis: basisOf(basis),
        accept: accept ?? [],
        reason: reason?.trim() ?? '',
      },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'cessation.proposed' }));
          onClose();
        },
      },
    );
  };
  return (
    <ActForm<Fields>
      title={<FormattedMessage id="cessation.propose" />}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      initial={{ personId, proposedOn: on }}
      pending={propose.isPending}
      problem={propose.error}
      onFinish={submit}
      onClose={onClose}
    >
      <Form.Item
        name="personId"
        hidden={personId !== undefined}
        label={<FormattedMessage id="membership.member" />}
        rules={[required]}
      >
        <MemberField on={on} />
      </Form.Item>
      {chosen && postings.data && !posting && (
        <p className="faint">
          <FormattedMessage id="cessation.serves-nowhere" />
        </p>
      )}
      <Form.Item
        name="ground"
        label={<FormattedMessage id="cessation.ground" />}
        rules={[required]}
      >
        <Select options={named(CessationGround.options, 'ground')} />
      </Form.Item>
      {ground === 'conduct' && (
        <Form.Item
          name="conduct"
          label={<FormattedMessage id="cessation.conduct" />}
          rules={[required]}
        >
          <Select options={named(CessationConduct.options, 'conduct')} />
        </Form.Item>
      )}
      <div className="field-row">
        {ground === 'resignation' && (
          <Form.Item
            name="letterOn"
            label={<FormattedMessage id="cessation.letter-on" />}
            rules={[required]}
          >
            <DayField />
          </Form.Item>
        )}
        <Form.Item
          name="proposedOn"
          label={<FormattedMessage id="cessation.proposed-on" />}
          rules={[required]}
        >
          <DayField />
        </Form.Item>
      </div>
      {ground && lawfulGrounds.includes(ground) && (
        <div className="field-row">
          <Form.Item name="villageHead" label={<FormattedMessage id="cessation.village-head" />}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="frontHead" label={<FormattedMessage id="cessation.front-head" />}>
            <Input maxLength={100} />
          </Form.Item>
        </div>
      )}
      {ground && ground !== 'resignation' && (
        <>
          <Form.Item
            name={['basis', 'kind']}
            label={<FormattedMessage id="cessation.basis" />}
            extra={<FormattedMessage id="cessation.basis-note" />}
          >
            <Select allowClear options={named(CessationBasisKind.options, 'basis')} />
          </Form.Item>
          <div className="field-row">
            <Form.Item
              name={['basis', 'number']}
              label={<FormattedMessage id="cessation.basis-number" />}
            >
              <Input maxLength={80} />
            </Form.Item>
            <Form.Item
              name={['basis', 'signedOn']}
              label={<FormattedMessage id="cessation.basis-day" />}
            >
              <DayField />
            </Form.Item>
          </div>
        </>
      )}
      <Form.Item name="note" label={<FormattedMessage id="cessation.note" />}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </ActForm>
  );
}

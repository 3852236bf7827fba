import { type DetailKind, FormerForce, getUnit, PaymentChannel } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Checkbox, Form, Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { MoneyField } from '../../field/money-field.tsx';
import { UnitField } from '../../field/unit-field.tsx';
import type { MessageId } from '../../i18n/message.ts';
import { unitName } from '../../unit-name.ts';

type Props = {
  kind: DetailKind;
  on: PlainDate;
  isNew: boolean;
  /** The number as it is recorded; it may be left as it is. */
  masked: string | null;
};

/** What each kind of detail is asked for. */
export function DetailFields({ kind, on, isNew, masked }: Props) {
  switch (kind) {
    case 'other-title':
      return (
        <>
          <Item name="title" label="records.title" example="records.title-example" most={120} due />
          <Form.Item name={['content', 'paid']} valuePropName="checked">
            <Checkbox>
              <FormattedMessage id="records.title-paid-field" />
            </Checkbox>
          </Form.Item>
        </>
      );
    case 'pay-channel':
      return (
        <Form.Item name={['content', 'channel']} label={<FormattedMessage id="records.channel" />}>
          <Radio.Group
            options={PaymentChannel.options.map((value) => ({
              value,
              label: <FormattedMessage id={`records.channel.${value}`} />,
            }))}
          />
        </Form.Item>
      );
    case 'residence':
      return <ResidenceFields on={on} />;
    case 'insurance':
      return <InsuranceFields masked={masked} />;
    case 'bank-account':
      return (
        <>
          <Item name="bank" label="records.bank" example="records.bank-example" most={120} due />
          <NumberItem
            label="records.account-number"
            note="records.account-number-note"
            form="records.account-number-form"
            pattern={/^[0-9A-Za-z-]{4,30}$/}
            masked={masked}
            due={isNew}
          />
        </>
      );
    case 'service':
      return <ServiceFields />;
    case 'commendation':
      return (
        <>
          <Item name="award" label="records.award" example="records.award-example" most={200} due />
          <Item name="decision" label="records.award-number" most={60} />
        </>
      );
    case 'kin':
      return (
        <>
          <Item name="name" label="records.kin-name" most={100} due />
          <div className="field-row">
            <Item
              name="relation"
              label="records.relation"
              example="records.relation-example"
              most={60}
              due
            />
            <Item name="phone" label="records.phone" most={30} />
          </div>
        </>
      );
  }
}

function ResidenceFields({ on }: { on: PlainDate }) {
  const unitId = Form.useWatch<string | undefined>(['content', 'unitId']);
  const unit = useAnswer(getUnit, { id: unitId ?? '', on }, { enabled: Boolean(unitId) });
  const known = unit.data ? [{ id: unit.data.id, name: unitName(unit.data) }] : [];
  return (
    <>
      <Choice name="registration" label="records.registration" of={['permanent', 'temporary']} />
      <Item name="address" label="records.address" most={300} due />
      <Form.Item name={['content', 'unitId']} label={<FormattedMessage id="records.unit" />}>
        <UnitField on={on} levels={['commune']} known={known} />
      </Form.Item>
    </>
  );
}

/** Whose share of the contribution the State pays (Decree 159/2025/NĐ-CP Art. 5). */
const groups = ['poor', 'near-poor', 'minority', 'other'] as const;

function InsuranceFields({ masked }: { masked: string | null }) {
  const intl = useIntl();
  const scheme = Form.useWatch<string | undefined>(['content', 'scheme']);
  const cover = Form.useWatch<string | undefined>(['content', 'cover']);
  return (
    <>
      <Choice name="scheme" label="records.scheme" of={['health', 'social']} />
      <Choice name="cover" label="records.cover" of={['own', 'elsewhere', 'none']} upright />
      {cover === 'own' && scheme === 'social' && (
        <Form.Item
          name={['content', 'group']}
          label={<FormattedMessage id="records.group" />}
          extra={<FormattedMessage id="records.group-note" />}
        >
          <Select
            allowClear
            options={groups.map((value) => ({
              value,
              label: intl.formatMessage({ id: `records.group.${value}` }),
            }))}
          />
        </Form.Item>
      )}
      {cover !== 'none' && (
        <NumberItem
          label="records.insurance-number"
          note="records.insurance-number-note"
          form="records.insurance-number-form"
          pattern={/^[0-9A-Za-z]{8,15}$/}
          masked={masked}
        />
      )}
    </>
  );
}

function ServiceFields() {
  const intl = useIntl();
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  return (
    <>
      <Form.Item
        name={['content', 'force']}
        label={<FormattedMessage id="records.force" />}
        rules={[required]}
      >
        <Select
          options={FormerForce.options.map((value) => ({
            value,
            label: intl.formatMessage({ id: `records.force.${value}` }),
          }))}
        />
      </Form.Item>
      <Item name="place" label="records.place" most={200} due />
      <Form.Item
        name={['content', 'lastAllowance']}
        label={<FormattedMessage id="records.last-allowance" />}
      >
        <MoneyField />
      </Form.Item>
      <Item name="settlement" label="records.settlement" most={300} />
    </>
  );
}

type ItemProps = {
  name: string;
  label: MessageId;
  example?: MessageId;
  most: number;
  due?: boolean;
};

function Item({ name, label, example, most, due = false }: ItemProps) {
  const intl = useIntl();
  const message = intl.formatMessage({ id: 'field.required' });
  return (
    <Form.Item
      name={['content', name]}
      label={<FormattedMessage id={label} />}
      rules={due ? [{ required: true, whitespace: true, message }] : []}
    >
      <Input
        autoComplete="off"
        maxLength={most}
        {...(example ? { placeholder: intl.formatMessage({ id: example }) } : {})}
      />
    </Form.Item>
  );
}

type NumberProps = {
  label: MessageId;
  note: MessageId;
  form: MessageId;
  pattern: RegExp;
  masked: string | null;
  due?: boolean;
};

/** A number that lies sealed. */
function NumberItem({ label, note, form, pattern, masked, due = false }: NumberProps) {
  const intl = useIntl();
  const extra: ReactNode = masked ? (
    <FormattedMessage id="records.number-kept" values={{ masked }} />
  ) : (
    <FormattedMessage id={note} />
  );
  return (
    <Form.Item
      name={['content', 'number']}
      label={<FormattedMessage id={label} />}
      extra={extra}
      normalize={(text: string) => text.replace(/[\s.]/g, '')}
      rules={[
        ...(due ? [{ required: true, message: intl.formatMessage({ id: 'field.required' }) }] : []),
        { pattern, message: intl.formatMessage({ id: form }) },
      ]}
    >
      <Input autoComplete="off" maxLength={40} />
    </Form.Item>
  );
}

type Coded = 'registration' | 'scheme' | 'cover';
type ChoiceProps<Value extends string> = {
  name: Coded;
  label: MessageId;
  of: readonly Value[];
  upright?: boolean;
};

function Choice<Value extends string>({ name, label, of, upright = false }: ChoiceProps<Value>) {
  const intl = useIntl();
  return (
    <Form.Item
      name={['content', name]}
      label={<FormattedMessage id={label} />}
      rules={[{ required: true, message: intl.formatMessage({ id: 'field.required' }) }]}
    >
      <Radio.Group
        vertical={upright}
        options={of.map((value) => ({
          value,
          label: intl.formatMessage({ id: `records.${name}.${value}` as MessageId }),
        }))}
      />
    </Form.Item>
  );
}

import { Education, Sex } from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
import { Form, Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { DayField } from '../../field/day-field.tsx';
import { type UnitChoice, UnitField } from '../../field/unit-field.tsx';
import { useOwnArea } from '../teams/own-area.ts';

export type PersonFields = {
  name: string;
  sex: Sex;
  birthDate: PlainDate;
  /** Left empty in a correction: it stays. */
  citizenId?: string;
  communeId: string;
  phone?: string;
  ethnicity?: string;
  religion?: string;
  education?: Education | null;
  partyJoinedOn?: PlainDate | null;
  address?: string;
  note?: string;
  /** Left out: what is recorded stays. */
  health?: string;
  criminalRecord?: string;
};

/** Nobody older is alive. */
const earliest = '1900-01-01';

type Props = {
  /** The number as it is recorded, masked; it may be left as it is. */
  citizenIdNow?: string | null;
  /** Parts of the profile that the form's reader does not see are not asked for. */
  withheld?: boolean;
  communes?: UnitChoice[];
  /** Stands below name and day of birth. */
  children?: ReactNode;
};

/** What is recorded of a person; recording and correcting share it. */
export function PersonFieldset({ citizenIdNow, withheld = false, communes = [], children }: Props) {
  const intl = useIntl();
  const within = useOwnArea();
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const isNew = citizenIdNow === undefined;
  return (
    <>
      <Form.Item
        name="name"
        label={<FormattedMessage id="people.column.name" />}
        rules={[
          { ...required, whitespace: true },
          { min: 2, max: 100, message: intl.formatMessage({ id: 'person.form.name-length' }) },
        ]}
      >
        <Input autoFocus={isNew} autoComplete="off" maxLength={100} />
      </Form.Item>
      <div className="field-row">
        <Form.Item
          name="birthDate"
          label={<FormattedMessage id="people.column.birth-date" />}
          rules={[required]}
        >
          <DayField before={earliest} after={today()} />
        </Form.Item>
        <Form.Item
          name="sex"
          label={<FormattedMessage id="people.column.sex" />}
          rules={[required]}
        >
          <Radio.Group
            options={Sex.options.map((value) => ({
              value,
              label: intl.formatMessage({ id: `people.sex.${value}` }),
            }))}
          />
        </Form.Item>
      </div>
      {children}
      <Form.Item
        name="citizenId"
        label={<FormattedMessage id="people.column.citizen-id" />}
        extra={
          isNew || citizenIdNow === null ? (
            <FormattedMessage id="person.form.citizen-id-note" />
          ) : (
            <FormattedMessage id="person.form.citizen-id-kept" values={{ masked: citizenIdNow }} />
          )
        }
        normalize={(text: string) => text.replace(/\D/g, '')}
        rules={[
          ...(isNew ? [required] : []),
          {
            pattern: /^(\d{12}|\d{9})$/,
            message: intl.formatMessage({ id: 'person.form.citizen-id-digits' }),
          },
          {
            pattern: /^(?!\d{9}$)/,
            warningOnly: true,
            message: intl.formatMessage({ id: 'person.form.citizen-id-legacy' }),
          },
        ]}
      >
        <Input inputMode="numeric" autoComplete="off" maxLength={20} />
      </Form.Item>
      <div className="field-row">
        <Form.Item
          name="communeId"
          label={<FormattedMessage id="person.commune" />}
          rules={[required]}
        >
          <UnitField on={today()} within={within} levels={['commune']} known={communes} />
        </Form.Item>
        <Form.Item
          name="phone"
          label={<FormattedMessage id="people.column.phone" />}
          rules={[{ max: 30 }]}
        >
          <Input inputMode="tel" autoComplete="off" />
        </Form.Item>
      </div>
      {!withheld && <ProfileFields />}
    </>
  );
}

function ProfileFields() {
  const intl = useIntl();
  return (
    <>
      <Form.Item
        name="education"
        label={<FormattedMessage id="person.education" />}
        extra={<FormattedMessage id="person.form.education-note" />}
      >
        <Select
          allowClear
          placeholder={intl.formatMessage({ id: 'person.form.education-unknown' })}
          options={Education.options.map((value) => ({
            value,
            label: intl.formatMessage({ id: `person.education.${value}` }),
          }))}
        />
      </Form.Item>
      <div className="field-row">
        <Form.Item
          name="ethnicity"
          label={<FormattedMessage id="person.ethnicity" />}
          rules={[{ max: 60 }]}
        >
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="religion"
          label={<FormattedMessage id="person.religion" />}
          rules={[{ max: 60 }]}
        >
          <Input
            autoComplete="off"
            placeholder={intl.formatMessage({ id: 'person.religion.none' })}
          />
        </Form.Item>
        <Form.Item name="partyJoinedOn" label={<FormattedMessage id="person.party-joined-on" />}>
          <DayField before={earliest} after={today()} />
        </Form.Item>
      </div>
      <Form.Item
        name="address"
        label={<FormattedMessage id="person.address" />}
        rules={[{ max: 300 }]}
      >
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="note" label={<FormattedMessage id="person.note" />} rules={[{ max: 1000 }]}>
        <Input.TextArea className="growing" rows={2} />
      </Form.Item>
    </>
  );
}

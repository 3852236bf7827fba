import type { Role } from '@antt/contracts';
import { type Area, listAreas } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Form, Select } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { answers } from '../../search.rules.ts';
import { useMe } from '../../session/me.ts';
import { firstDayAfter, rolesToGive } from './account.rules.ts';

export type GrantFieldValues = {
  role: Role;
  areaId: string;
  from: PlainDate;
  /** The last day included; empty without an end. */
  last?: PlainDate | null;
};

/** A typed grant as the contract takes it. */
export const grantOf = ({ role, areaId, from, last }: GrantFieldValues) => ({
  role,
  areaId,
  from,
  to: firstDayAfter(last ?? null),
});

/** Names of the fields within a form, `[]` at its top. */
type Props = { path: (string | number)[] };

/** A role, in an area, for dates. Only what the giver holds is offered. */
export function GrantFields({ path }: Props) {
  const intl = useIntl();
  const { permissions } = useMe();
  const areas = useAnswer(listAreas, {});
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const at = (name: keyof GrantFieldValues) => [...path, name];
  return (
    <div className="grant-fields">
      <Form.Item
        name={at('role')}
        label={<FormattedMessage id="accounts.form.role" />}
        rules={[required]}
      >
        <Select
          placeholder={intl.formatMessage({ id: 'accounts.form.role-choose' })}
          options={rolesToGive(permissions).map((role) => ({
            value: role,
            label: intl.formatMessage({ id: `role.${role}` }),
          }))}
        />
      </Form.Item>
      <Form.Item
        name={at('areaId')}
        label={<FormattedMessage id="accounts.form.area" />}
        rules={[required]}
      >
        <Select
          loading={areas.isLoading}
          placeholder={intl.formatMessage({ id: 'accounts.form.area-choose' })}
          notFoundContent={<FormattedMessage id="accounts.form.area-none" />}
          showSearch={{ filterOption: (text, option) => answers(String(option?.label), text) }}
          options={(areas.data?.items ?? []).map((area: Area) => ({
            value: area.id,
            label: area.name,
          }))}
        />
      </Form.Item>
      <Form.Item
        name={at('from')}
        label={<FormattedMessage id="accounts.form.from" />}
        rules={[required]}
      >
        <DayField />
      </Form.Item>
      <Form.Item
        name={at('last')}
        label={<FormattedMessage id="accounts.form.last" />}
        dependencies={[at('from')]}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, last: PlainDate | null | undefined) => {
              const from = getFieldValue(at('from')) as PlainDate | undefined;
              return !last || !from || last >= from
                ? Promise.resolve()
                : Promise.reject(new Error(intl.formatMessage({ id: 'accounts.form.last-early' })));
            },
          }),
        ]}
      >
        <DayField placeholder={intl.formatMessage({ id: 'accounts.form.last-open' })} />
      </Form.Item>
    </div>
  );
}

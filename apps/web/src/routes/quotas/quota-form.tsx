import '../../field/field.css';
import { getCoverage, listQuotas, type QuotaRow, setQuota } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Alert, App, Drawer, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { DrawerActions } from '../../act/drawer-actions.tsx';
import { useCommand } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { DayField } from '../../field/day-field.tsx';
import { UnitField } from '../../field/unit-field.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { newId } from '../../new-id.ts';
import { unitName } from '../../unit-name.ts';
import { InstrumentField, useInstruments } from '../instruments/instrument-field.tsx';
import { leadersDiffer, splitFault, type TypedCounts } from './quota-form.rules.ts';

type Fields = TypedCounts & {
  unitId: string;
  instrumentId: string;
  validFrom: PlainDate;
  villages?: number | null;
  note?: string;
};

type Props = {
  /** The day of the page: its units and instruments are offered. */
  on: PlainDate;
  /** The commune's standing quota, where it has one; its counts are a start. */
  standing: QuotaRow | undefined;
  onClose: () => void;
  onSet: () => void;
};

/** Gives one commune its quota from a decision's day on. */
function QuotaForm({ on, standing, onClose, onSet }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const typed = Form.useWatch((fields: Fields) => fields, form) as TypedCounts | undefined;
  const set = useCommand(setQuota, [listQuotas, getCoverage]);
  // Also those that take effect later: a quota may be set before its day.
  const known = useInstruments(undefined);
  const instruments = (known.data?.items ?? []).filter(
    ({ effectiveTo }) => effectiveTo === null || effectiveTo > on,
  );
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const fault = splitFault(typed ?? {});
  const faultText =
    fault && intl.formatMessage({ id: `quotas.form.split-${fault.fault}` }, { ...fault });

  const tooEarly = intl.formatMessage(
    { id: 'quotas.form.too-early' },
    { day: formatDay(standing?.validFrom ?? '') },
  );

  const submit = (fields: Fields) => {
    if (fault) return;
    set.mutate(
      { ...fields, id, teams: fields.teams!, members: fields.members! },
      {
        onSuccess: () => {
          void message.success(
            intl.formatMessage({ id: 'quotas.form.done' }, { day: formatDay(fields.validFrom) }),
          );
          onSet();
        },
      },
    );
  };
  const count = (name: keyof TypedCounts | 'villages', needed: boolean) => (
    <Form.Item
      key={name}
      name={name}
      label={<FormattedMessage id={`quotas.form.${name}`} />}
      rules={needed ? [required] : []}
      {...(fault && name !== 'teams' && name !== 'villages' ? { validateStatus: 'error' } : {})}
    >
      <InputNumber min={0} max={100_000} precision={0} controls={false} inputMode="numeric" />
    </Form.Item>
  );

  return (
    <Drawer
      open
      size={480}
      title={<FormattedMessage id="quotas.form.title" />}
      onClose={onClose}
      footer={
        <DrawerActions pending={set.isPending} onCancel={onClose} onSubmit={() => form.submit()}>
          <FormattedMessage id="quotas.form.submit" />
        </DrawerActions>
      }
    >
      {set.isError && <ProblemPanel problem={set.error} />}
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          ...(standing ?? {}),
          unitId: standing?.unitId,
          instrumentId: undefined,
          validFrom: undefined,
          note: standing?.note ?? '',
        }}
        onFinish={submit}
      >
        <Form.Item
          name="unitId"
          label={<FormattedMessage id="quotas.form.unit" />}
          rules={[required]}
        >
          <UnitField
            on={on}
            levels={['commune']}
            known={standing ? [{ id: standing.unitId, name: unitName(standing.unit) }] : []}
          />
        </Form.Item>
        <Form.Item
          name="instrumentId"
          label={<FormattedMessage id="quotas.form.instrument" />}
          rules={[required]}
        >
          <InstrumentField
            instruments={instruments}
            loading={known.isLoading}
            placeholder={intl.formatMessage({ id: 'quotas.form.instrument-choose' })}
            onChange={(chosen, instrument) => {
              form.setFieldsValue({ instrumentId: chosen });
              if (instrument) form.setFieldsValue({ validFrom: instrument.effectiveFrom });
            }}
          />
        </Form.Item>
        <Form.Item
          name="validFrom"
          label={<FormattedMessage id="quotas.form.valid-from" />}
          extra={<FormattedMessage id="quotas.form.valid-from-note" />}
          rules={[
            required,
            {
              validator: (_, day: PlainDate | null) =>
                !day || !standing?.validFrom || day > standing.validFrom
                  ? Promise.resolve()
                  : Promise.reject(new Error(tooEarly)),
            },
          ]}
        >
          <DayField />
        </Form.Item>
        <div className="field-row counts">
          {count('villages', false)}
          {count('teams', true)}
          {count('members', true)}
        </div>
        <div className="field-row counts">
          {count('leaders', false)}
          {count('deputies', false)}
          {count('ordinary', false)}
        </div>
        {faultText && <Alert type="error" showIcon title={faultText} className="form-fault" />}
        {!fault && leadersDiffer(typed ?? {}) && (
          <Alert
            type="warning"
            showIcon
            className="form-fault"
            title={<FormattedMessage id="quotas.form.leaders-differ" />}
          />
        )}
        <Form.Item
          name="note"
          label={<FormattedMessage id="quotas.column.note" />}
          rules={[{ max: 500 }]}
        >
          <Input.TextArea rows={1} className="growing" />
        </Form.Item>
      </Form>
    </Drawer>
  );
}

export { QuotaForm as default };

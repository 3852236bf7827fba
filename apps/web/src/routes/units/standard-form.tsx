import '../../field/field.css';
import { listVillageStandards, setVillageStandard, type UnitKind } from '@antt/contracts';
import { kindsOf, type PlainDate } from '@antt/kernel';
import { App, Drawer, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { DrawerActions } from '../../act/drawer-actions.tsx';
import { useCommand } from '../../answer.ts';
import { formatDay, useDay } from '../../day.ts';
import { DayField } from '../../field/day-field.tsx';
import { UnitField } from '../../field/unit-field.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { newId } from '../../new-id.ts';
import { useMe } from '../../session/me.ts';
import { InstrumentField, useInstruments } from '../instruments/instrument-field.tsx';

type Fields = {
  kind: UnitKind;
  unitId?: string;
  households: number;
  validFrom: PlainDate;
  instrumentId?: string;
  source: string;
};

/** Sets how many households a kind of village should have, where, from when and by which document. */
function StandardForm({ onClose }: { onClose: () => void }) {
  const intl = useIntl();
  const { on } = useDay();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const everywhere = useMe().areas.some(({ whole }) => whole);
  const instruments = useInstruments(undefined);
  const set = useCommand(setVillageStandard, [listVillageStandards]);
  const from = Form.useWatch('validFrom', form) ?? on;
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const submit = ({ unitId, instrumentId, ...fields }: Fields) =>
    set.mutate(
      { ...fields, id, unitId: unitId ?? null, instrumentId: instrumentId ?? null },
      {
        onSuccess: ({ validFrom }) => {
          void message.success(
            intl.formatMessage({ id: 'standards.done' }, { day: formatDay(validFrom) }),
          );
          onClose();
        },
      },
    );
  return (
    <Drawer
      open
      size={440}
      title={<FormattedMessage id="standards.set" />}
      onClose={onClose}
      footer={
        <DrawerActions pending={set.isPending} onCancel={onClose} onSubmit={() => form.submit()}>
          <FormattedMessage id="action.record" />
        </DrawerActions>
      }
    >
      {set.isError && <ProblemPanel problem={set.error} />}
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: 'thôn', validFrom: on }}
        onFinish={submit}
      >
        <Form.Item
          name="kind"
          label={<FormattedMessage id="standards.kind" />}
          extra={<FormattedMessage id="standards.kind-note" />}
          rules={[required]}
        >
          <Select
            showSearch
            options={kindsOf('village').map((value) => ({ value, label: value }))}
          />
        </Form.Item>
        <Form.Item
          name="unitId"
          label={<FormattedMessage id="standards.place" />}
          extra={everywhere && <FormattedMessage id="standards.place-note" />}
          rules={everywhere ? [] : [required]}
        >
          <UnitField on={from} />
        </Form.Item>
        <Form.Item
          name="households"
          label={<FormattedMessage id="standards.households" />}
          rules={[required]}
        >
          <InputNumber min={1} max={10_000} precision={0} controls={false} />
        </Form.Item>
        <Form.Item
          name="validFrom"
          label={<FormattedMessage id="standards.from" />}
          rules={[required]}
        >
          <DayField allowClear={false} />
        </Form.Item>
        <Form.Item name="instrumentId" label={<FormattedMessage id="standards.instrument" />}>
          <InstrumentField
            instruments={instruments.data?.items ?? []}
            loading={instruments.isLoading}
            onChange={(_, one) => one && form.setFieldValue('source', one.number)}
          />
        </Form.Item>
        <Form.Item
          name="source"
          label={<FormattedMessage id="standards.source" />}
          extra={<FormattedMessage id="standards.source-note" />}
          rules={[{ ...required, whitespace: true }, { max: 300 }]}
        >
          <Input />
        </Form.Item>
      </Form>
    </Drawer>
  );
}

export { StandardForm as default };

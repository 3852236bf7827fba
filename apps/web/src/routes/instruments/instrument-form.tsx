import '../../field/field.css';
import { type Instrument, listInstruments, listQuotas, recordInstrument } from '@antt/contracts';
import { App, Button, Drawer, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { newId } from '../../new-id.ts';
import { answers } from '../../search.rules.ts';
import { useInstruments } from './instrument-field.tsx';
import { instrumentKinds, instrumentName } from './instrument-text.ts';

type Fields = Pick<
  Instrument,
  'kind' | 'number' | 'issuer' | 'title' | 'signedOn' | 'effectiveFrom'
> & { replaces?: string[] };

type Props = { onClose: () => void; onRecorded: (instrument: Instrument) => void };

/** Records a legal document, before anything can rest on it. */
function InstrumentForm({ onClose, onRecorded }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const record = useCommand(recordInstrument, [listInstruments, listQuotas]);
  const known = useInstruments(undefined);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const signedOn = Form.useWatch('signedOn', form);
  const replaceable = (known.data?.items ?? []).filter(({ effectiveTo }) => effectiveTo === null);

  const submit = (fields: Fields) =>
    record.mutate(
      { ...fields, id },
      {
        onSuccess: (recorded) => {
          const name = instrumentName(intl, recorded);
          void message.success(intl.formatMessage({ id: 'instrument.recorded' }, { name }));
          onRecorded(recorded);
        },
      },
    );

  return (
    <Drawer
      open
      size={480}
      title={<FormattedMessage id="instrument.record" />}
      onClose={onClose}
      footer={
        <div className="drawer-actions">
          <Button onClick={onClose}>
            <FormattedMessage id="action.cancel" />
          </Button>
          <Button type="primary" loading={record.isPending} onClick={() => form.submit()}>
            <FormattedMessage id="action.record" />
          </Button>
        </div>
      }
    >
      {record.isError && <ProblemPanel problem={record.error} />}
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: 'decision' }}
        scrollToFirstError
        onFinish={submit}
      >
        <div className="field-row">
          <Form.Item name="kind" label={<FormattedMessage id="instrument.kind" />}>
            <Select
              options={instrumentKinds.map((kind) => ({
                value: kind,
                label: intl.formatMessage({ id: `instrument.kind.${kind}` }),
              }))}
            />
          </Form.Item>
          <Form.Item
            name="number"
            label={<FormattedMessage id="instrument.number" />}
            rules={[{ ...required, whitespace: true }, { max: 80 }]}
          >
            <Input placeholder="…/QĐ-UBND" autoComplete="off" />
          </Form.Item>
        </div>
        <Form.Item
          name="issuer"
          label={<FormattedMessage id="instrument.issuer" />}
          rules={[{ ...required, whitespace: true }, { max: 200 }]}
        >
          <Input placeholder={intl.formatMessage({ id: 'instrument.issuer-example' })} />
        </Form.Item>
        <Form.Item
          name="title"
          label={<FormattedMessage id="instrument.title" />}
          rules={[{ ...required, whitespace: true }, { max: 500 }]}
        >
          <Input.TextArea rows={2} className="growing" />
        </Form.Item>
        <div className="field-row">
          <Form.Item
            name="signedOn"
            label={<FormattedMessage id="instrument.signed-on" />}
            rules={[required]}
          >
            <DayField />
          </Form.Item>
          <Form.Item
            name="effectiveFrom"
            label={<FormattedMessage id="instrument.effective-from" />}
            dependencies={['signedOn']}
            rules={[
              required,
              {
                validator: (_, day: string | null) =>
                  !day || !signedOn || day >= signedOn
                    ? Promise.resolve()
                    : Promise.reject(
                        new Error(intl.formatMessage({ id: 'instrument.effective-too-early' })),
                      ),
              },
            ]}
          >
            <DayField />
          </Form.Item>
        </div>
        <Form.Item
          name="replaces"
          label={<FormattedMessage id="instrument.replaces" />}
          extra={<FormattedMessage id="instrument.replaces-note" />}
        >
          <Select
            mode="multiple"
            allowClear
            loading={known.isLoading}
            showSearch={{ filterOption: (text, option) => answers(String(option?.label), text) }}
            placeholder={intl.formatMessage({ id: 'instrument.replaces-none' })}
            options={replaceable.map((one) => ({
              value: one.id,
              label: instrumentName(intl, one),
            }))}
          />
        </Form.Item>
      </Form>
    </Drawer>
  );
}

// React.lazy takes a default export.
export { InstrumentForm as default };

import {
  correctInstrument,
  getInstrument,
  type InstrumentProfile,
  listGoverned,
  listInForce,
  listInstruments,
} from '@antt/contracts';
import { App, Form, Input } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { FormDrawer } from '../../act/form-drawer.tsx';
import { useCommand } from '../../answer.ts';
import { newId } from '../../new-id.ts';
import { InstrumentFields, instrumentPlaces, type InstrumentValues } from './instrument-fields.tsx';

type Props = { instrument: InstrumentProfile; onClose: () => void };

/** Writes what was meant over what was recorded; the old words are kept with the reason. */
export function CorrectionForm({ instrument, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [correctionId] = useState(newId);
  const [form] = Form.useForm<InstrumentValues & { reason: string }>();
  const correct = useCommand(correctInstrument, [
    getInstrument,
    listInstruments,
    listInForce,
    listGoverned,
  ]);
  const { id, units } = instrument;
  const submit = (fields: InstrumentValues & { reason: string }) =>
    correct.mutate(
      { ...fields, id, correctionId },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'instruments.corrected' }));
          onClose();
        },
      },
    );
  return (
    <FormDrawer
      title={<FormattedMessage id="instruments.act.correct" />}
      form={form}
      places={instrumentPlaces}
      pending={correct.isPending}
      problem={correct.error}
      onClose={onClose}
    >
      <p className="dialog-text">
        <FormattedMessage id="instruments.correct-note" />
      </p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={instrument}
        onFinish={submit}
      >
        <Form.Item
          name="reason"
          label={<FormattedMessage id="instruments.reason" />}
          rules={[
            {
              required: true,
              whitespace: true,
              message: intl.formatMessage({ id: 'field.required' }),
            },
          ]}
        >
          <Input maxLength={500} />
        </Form.Item>
        <InstrumentFields id={id} units={units} />
      </Form>
    </FormDrawer>
  );
}

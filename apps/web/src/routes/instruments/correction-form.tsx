import {
  correctInstrument,
  getInstrument,
  type InstrumentProfile,
  listGoverned,
  listInForce,
  listInstruments,
} from '@antt/contracts';
import { App, Button, Drawer, Form, Input } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCommand } from '../../answer.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { newId } from '../../new-id.ts';
import { InstrumentFields, type InstrumentValues } from './instrument-fields.tsx';

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
    <Drawer
      open
      size={560}
      title={<FormattedMessage id="instruments.act.correct" />}
      onClose={onClose}
      footer={
        <>
          {correct.isError && <ProblemPanel problem={correct.error} />}
          <div className="drawer-actions">
            <Button onClick={onClose}>
              <FormattedMessage id="action.cancel" />
            </Button>
            <Button type="primary" loading={correct.isPending} onClick={() => form.submit()}>
              <FormattedMessage id="instruments.act.correct" />
            </Button>
          </div>
        </>
      }
    >
      <p className="dialog-text">
        <FormattedMessage id="instruments.correct-note" />
      </p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={instrument}
        scrollToFirstError
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
    </Drawer>
  );
}

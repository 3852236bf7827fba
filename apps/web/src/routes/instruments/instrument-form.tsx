import {
  getInstrument,
  type Instrument,
  type KeptFile,
  listInForce,
  listInstruments,
  listQuotas,
  recordInstrument,
} from '@antt/contracts';
import { App, Checkbox, Form } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { FormDrawer } from '../../act/form-drawer.tsx';
import { useCommand } from '../../answer.ts';
import { FileField } from '../../field/file-field.tsx';
import { newId } from '../../new-id.ts';
import { useMay } from '../../session/me.ts';
import {
  emptyInstrument,
  InstrumentFields,
  instrumentPlaces,
  type InstrumentValues,
} from './instrument-fields.tsx';
import { instrumentName } from './instrument-text.ts';

type Fields = InstrumentValues & { isDraft?: boolean; files?: KeptFile[] };

type Props = {
  onClose: () => void;
  onRecorded: (instrument: Instrument) => void;
  /** What is known of the document already, e.g. which one it amends. */
  given?: Partial<InstrumentValues>;
  units?: readonly { id: string; kind: string; name: string }[];
};

/** Records a legal document, before anything can rest on it. */
function InstrumentForm({ onClose, onRecorded, given = {}, units = [] }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  // What others rest on is changed by who keeps the register.
  const mayWrite = useMay('instrument.write');
  const record = useCommand(recordInstrument, [
    listInstruments,
    listInForce,
    getInstrument,
    listQuotas,
  ]);

  const submit = ({ isDraft, files = [], ...fields }: Fields) =>
    record.mutate(
      {
        ...fields,
        id,
        status: isDraft ? 'draft' : 'final',
        fileIds: files.map((file) => file.id),
      },
      {
        onSuccess: (recorded) => {
          const name = instrumentName(intl, recorded);
          void message.success(intl.formatMessage({ id: 'instrument.recorded' }, { name }));
          onRecorded(recorded);
        },
      },
    );

  return (
    <FormDrawer
      title={<FormattedMessage id="instrument.record" />}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      places={instrumentPlaces}
      pending={record.isPending}
      problem={record.error}
      onClose={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...emptyInstrument, ...given }}
        onFinish={submit}
      >
        <InstrumentFields units={units} alone={!mayWrite} />
        <Form.Item name="files" label={<FormattedMessage id="instruments.files" />}>
          <FileField noun="instrument" />
        </Form.Item>
        {mayWrite && (
          <Form.Item name="isDraft" valuePropName="checked" noStyle>
            <Checkbox>
              <FormattedMessage id="instruments.is-draft" />
            </Checkbox>
          </Form.Item>
        )}
      </Form>
    </FormDrawer>
  );
}

// React.lazy takes a default export.
export { InstrumentForm as default };

import { listPaperTemplates, type PaperKind, templateLimit } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { FormDrawer } from '../../act/form-drawer.tsx';
import { request } from '../../api.ts';
import { DayField } from '../../field/day-field.tsx';
import type { ProblemPlaces } from '../../field/field-problem.ts';
import { UnitField } from '../../field/unit-field.tsx';
import { PaperName } from '../../frame/paper-name.tsx';
import { newId } from '../../new-id.ts';

type Fields = { unitId: string; validFrom: PlainDate; source: string; file: File };
type Props = { kind: PaperKind; on: PlainDate; onClose: () => void };

const places: ProblemPlaces = {
  'paper-template-unreadable': 'file',
  'paper-template-tags-open': 'file',
  'paper-template-tags-unknown': 'file',
  'outside-area': 'unitId',
};

async function send(id: string, kind: PaperKind, { file, ...about }: Fields): Promise<void> {
  const form = new FormData();
  form.set('file', file, file.name);
  const address = `/api/paper-templates/${kind}?${new URLSearchParams(about)}`;
  await request(address, { method: 'POST', headers: { 'Idempotency-Key': id }, body: form });
}

/** Puts a unit's own wording in place of the delivered one from a day on. */
function TemplateForm({ kind, on, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [id, setId] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const from = Form.useWatch('validFrom', form) ?? on;
  const keep = useMutation({
    mutationFn: (fields: Fields) => send(id, kind, fields),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: [listPaperTemplates.subject] });
      void message.success(intl.formatMessage({ id: 'forms.set-done' }));
      onClose();
    },
    // Another file is another command.
    onError: () => setId(newId()),
  });
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  return (
    <FormDrawer
      title={<PaperName kind={kind} />}
      submit={<FormattedMessage id="forms.set" />}
      form={form}
      places={places}
      pending={keep.isPending}
      problem={keep.error}
      onClose={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ validFrom: on }}
        onFinish={(fields) => keep.mutate({ ...fields, source: fields.source.trim() })}
      >
        <p className="faint">
          <FormattedMessage id="forms.set-note" />
        </p>
        <Form.Item
          name="unitId"
          label={<FormattedMessage id="forms.column.unit" />}
          extra={<FormattedMessage id="settings.unit-note" />}
          rules={[required]}
        >
          <UnitField on={from} levels={['province', 'district', 'commune']} />
        </Form.Item>
        <Form.Item
          name="validFrom"
          label={<FormattedMessage id="settings.valid-from" />}
          rules={[required]}
        >
          <DayField />
        </Form.Item>
        <Form.Item
          name="source"
          label={<FormattedMessage id="forms.column.source" />}
          rules={[{ ...required, whitespace: true }]}
        >
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item
          name="file"
          label={<FormattedMessage id="forms.column.file" />}
          valuePropName="none"
          getValueFromEvent={({ target }: { target: HTMLInputElement }) => target.files?.[0]}
          rules={[
            required,
            {
              validator: (_, file?: File) =>
                file && file.size > templateLimit
                  ? Promise.reject(new Error(intl.formatMessage({ id: 'forms.too-large' })))
                  : Promise.resolve(),
            },
          ]}
        >
          <input type="file" accept=".docx" />
        </Form.Item>
      </Form>
    </FormDrawer>
  );
}

export { TemplateForm as default };

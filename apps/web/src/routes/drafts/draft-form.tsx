import '../../field/field.css';
import { beginDraft, changeDraft, getDraft, listDrafts, type QuotaDraft } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Drawer, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { DrawerActions } from '../../act/drawer-actions.tsx';
import { useAnswer, useCommand } from '../../answer.ts';
import { useDay } from '../../day.ts';
import { DayField } from '../../field/day-field.tsx';
import { UnitField } from '../../field/unit-field.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { newId } from '../../new-id.ts';

type Fields = {
  unitId: string;
  title: string;
  issuer: string;
  effectiveFrom: PlainDate;
  basis: string;
  place: string;
  signerTitle: string;
  signerName: string;
  recipients: string;
  from: 'in-force' | 'norm' | 'nothing' | 'draft';
  draftId?: string;
};
type Props = {
  /** The draft whose facts are changed; without it a new one begins. */
  draft?: QuotaDraft;
  onClose: () => void;
  onDone: (draft: QuotaDraft) => void;
};

const linesOf = (text: string | undefined) =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** What the paper says around its annex, and what a new draft starts from. */
export function DraftForm({ draft, onClose, onDone }: Props) {
  const intl = useIntl();
  const { on } = useDay();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const from = Form.useWatch('from', form);
  const effective = Form.useWatch('effectiveFrom', form);
  const begin = useCommand(beginDraft, [listDrafts]);
  const change = useCommand(changeDraft, [listDrafts, getDraft]);
  const others = useAnswer(listDrafts, { limit: 100 }, { enabled: !draft });
  const command = draft ? change : begin;
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const submit = ({ from: start, draftId, unitId, basis, recipients, ...rest }: Fields) => {
    const facts = { ...rest, basis: linesOf(basis), recipients: linesOf(recipients) };
    if (draft) {
      change.mutate({ id: draft.id, version: draft.version, ...facts }, { onSuccess: onDone });
    } else {
      begin.mutate(
        {
          id,
          unitId,
          ...facts,
          start: start === 'draft' ? { from: start, draftId: draftId! } : { from: start },
        },
        { onSuccess: onDone },
      );
    }
  };
  const text = (
    name: 'title' | 'issuer' | 'place' | 'signerTitle' | 'signerName',
    needed = false,
  ) => (
    <Form.Item
      name={name}
      label={<FormattedMessage id={`drafts.form.${name}`} />}
      rules={needed ? [required] : []}
    >
      <Input autoComplete="off" />
    </Form.Item>
  );
  return (
    <Drawer
      open
      size={520}
      title={<FormattedMessage id={draft ? 'drafts.form.change' : 'drafts.form.begin'} />}
      onClose={onClose}
      footer={
        <DrawerActions
          pending={command.isPending}
          onCancel={onClose}
          onSubmit={() => form.submit()}
        >
          <FormattedMessage id={draft ? 'action.record' : 'drafts.form.begin'} />
        </DrawerActions>
      }
    >
      {command.isError && <ProblemPanel problem={command.error} />}
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={
          draft
            ? { ...draft, basis: draft.basis.join('\n'), recipients: draft.recipients.join('\n') }
            : {
                from: 'in-force',
                title: intl.formatMessage({ id: 'drafts.form.title-start' }),
                basis: intl.formatMessage({ id: 'drafts.form.basis-start' }),
                recipients: intl.formatMessage({ id: 'drafts.form.recipients-start' }),
                signerTitle: intl.formatMessage({ id: 'drafts.form.signer-start' }),
              }
        }
        onFinish={submit}
      >
        {!draft && (
          <Form.Item
            name="unitId"
            label={<FormattedMessage id="drafts.form.unit" />}
            rules={[required]}
          >
            <UnitField
              on={effective ?? on}
              levels={['province', 'district', 'commune']}
              onChange={(chosen, unit) => {
                form.setFieldsValue({ unitId: chosen! });
                if (unit && !form.getFieldValue('issuer')) {
                  const name = `${unit.name.charAt(0).toLowerCase()}${unit.name.slice(1)}`;
                  form.setFieldsValue({
                    issuer: intl.formatMessage({ id: 'drafts.form.issuer-of' }, { name }),
                    place: unit.name.replace(/^(Tỉnh|Thành phố) /u, ''),
                  });
                }
              }}
            />
          </Form.Item>
        )}
        {text('title', true)}
        {text('issuer', true)}
        <Form.Item
          name="effectiveFrom"
          label={<FormattedMessage id="drafts.form.effective" />}
          rules={[required]}
        >
          <DayField />
        </Form.Item>
        {!draft && (
          <Form.Item name="from" label={<FormattedMessage id="drafts.form.from" />}>
            <Radio.Group
              vertical
              options={(['in-force', 'norm', 'nothing', 'draft'] as const).map((value) => ({
                value,
                label: intl.formatMessage({ id: `drafts.form.from-${value}` }),
              }))}
            />
          </Form.Item>
        )}
        {!draft && from === 'draft' && (
          <Form.Item
            name="draftId"
            label={<FormattedMessage id="drafts.form.draft" />}
            rules={[required]}
          >
            <Select
              loading={others.isLoading}
              options={(others.data?.items ?? []).map((one) => ({
                value: one.id,
                label: one.number ? `${one.number} – ${one.title}` : one.title,
              }))}
            />
          </Form.Item>
        )}
        <Form.Item name="basis" label={<FormattedMessage id="drafts.form.basis" />}>
          <Input.TextArea rows={4} />
        </Form.Item>
        {text('place')}
        <div className="field-row">
          {text('signerTitle')}
          {text('signerName')}
        </div>
        <Form.Item name="recipients" label={<FormattedMessage id="drafts.form.recipients" />}>
          <Input.TextArea rows={3} />
        </Form.Item>
      </Form>
    </Drawer>
  );
}

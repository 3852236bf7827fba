import '../../field/field.css';
import { PaperClipOutlined } from '@ant-design/icons';
import {
  getProposal,
  type KeptFile,
  listProposals,
  listQuotas,
  type Me,
  resendProposal,
  sendProposal,
} from '@antt/contracts';
import type { Output, PlainDate } from '@antt/kernel';
import { App, Button, Form, Input, InputNumber, Tag } from 'antd';
import { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { FormDrawer } from '../../act/form-drawer.tsx';
import { useAnswer, useCommand } from '../../answer.ts';
import { request } from '../../api.ts';
import { useDay } from '../../day.ts';
import { DayField } from '../../field/day-field.tsx';
import { UnitField } from '../../field/unit-field.tsx';
import { newId } from '../../new-id.ts';
import { useMe } from '../../session/me.ts';
import { unitName } from '../../unit-name.ts';

const counts = ['villages', 'teams', 'members', 'leaders', 'deputies', 'ordinary'] as const;
type Fields = Partial<Record<(typeof counts)[number], number | null>> & {
  unitId: string;
  effectiveFrom: PlainDate;
  reason: string;
  paperNumber?: string;
};
type Props = {
  /** A returned proposal that is mended. */
  again?: Output<typeof getProposal>;
  onClose: () => void;
};

/** Who has one commune proposes for it. */
function ownUnit({ areas }: Me): string | undefined {
  const units = areas.flatMap(({ unitIds }) => unitIds);
  return areas.some(({ whole }) => whole) || units.length !== 1 ? undefined : units[0];
}

/** A commune's figures with reason and paper; short enough for a phone. */
export function ProposalForm({ again, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const { on } = useDay();
  const me = useMe();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const [files, setFiles] = useState<KeptFile[]>(again?.files ?? []);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const picker = useRef<HTMLInputElement>(null);
  const refreshed = [listProposals, getProposal];
  const send = useCommand(sendProposal, refreshed);
  const resend = useCommand(resendProposal, refreshed);
  const command = again ? resend : send;
  const unitId = Form.useWatch('unitId', form);
  // What the commune has is where its wish begins.
  const standing = useAnswer(
    listQuotas,
    { on, within: unitId },
    { enabled: !again && Boolean(unitId) },
  );
  const row = standing.data?.items[0];
  const name = row && unitName(row.unit);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const attach = async (file: File) => {
    setSending(true);
    setFailure(null);
    try {
      const body = new FormData();
      body.append('file', file);
      const answer = await request('/api/files?noun=proposal', { method: 'POST', body });
      const kept = (await answer.json()) as KeptFile;
      setFiles((old) => [...old, kept]);
    } catch (problem) {
      setFailure(problem);
    } finally {
      setSending(false);
    }
  };
  const submit = ({ unitId: unit, paperNumber = '', ...fields }: Fields) => {
    const figures = Object.fromEntries(counts.map((name) => [name, fields[name] ?? null]));
    const asked = {
      ...figures,
      effectiveFrom: fields.effectiveFrom,
      reason: fields.reason,
      paperNumber,
      fileIds: files.map((file) => file.id),
    } as never as Parameters<typeof resend.mutate>[0];
    const onSuccess = () => {
      void message.success(intl.formatMessage({ id: 'proposals.appraise.done' }));
      onClose();
    };
    if (again) resend.mutate({ ...asked, id: again.id }, { onSuccess });
    else {
      send.mutate(
        { ...asked, id, unitId: unit },
        {
          onSuccess: () => {
            void message.success(
              intl.formatMessage({ id: 'proposals.form.done' }, { unit: name ?? '' }),
            );
            onClose();
          },
        },
      );
    }
  };
  return (
    <FormDrawer
      title={<FormattedMessage id={again ? 'proposals.again' : 'proposals.new'} />}
      submit={<FormattedMessage id="proposals.form.submit" />}
      form={form}
      pending={command.isPending || sending}
      problem={failure ?? command.error}
      onClose={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={again ?? { unitId: ownUnit(me) }}
        onFinish={submit}
      >
        {!again && (
          <Form.Item
            name="unitId"
            label={<FormattedMessage id="proposals.form.unit" />}
            rules={[required]}
          >
            <UnitField
              on={on}
              levels={['commune']}
              known={row ? [{ id: row.unitId, name: unitName(row.unit) }] : []}
            />
          </Form.Item>
        )}
        {row && (
          <p className="faint">
            <FormattedMessage id="proposals.column.decided" />:{' '}
            <b>
              {row.teams} / {row.members}
            </b>
          </p>
        )}
        <Form.Item
          name="effectiveFrom"
          label={<FormattedMessage id="proposals.form.effective" />}
          rules={[required]}
        >
          <DayField />
        </Form.Item>
        <div className="proposal-counts">
          {counts.map((count) => (
            <Form.Item
              key={count}
              name={count}
              label={<FormattedMessage id={`drafts.column.${count}`} />}
              rules={count === 'teams' || count === 'members' ? [required] : []}
            >
              <InputNumber
                min={0}
                max={100_000}
                precision={0}
                controls={false}
                inputMode="numeric"
              />
            </Form.Item>
          ))}
        </div>
        <Form.Item
          name="reason"
          label={<FormattedMessage id="proposals.form.reason" />}
          rules={[required]}
        >
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
        <Form.Item name="paperNumber" label={<FormattedMessage id="proposals.form.paper" />}>
          <Input placeholder="…/TTr-UBND" autoComplete="off" />
        </Form.Item>
        <div className="proposal-files">
          <span>
            <FormattedMessage id="proposals.form.file" />
          </span>
          {files.map((file) => (
            <Tag
              key={file.id}
              closable
              onClose={() => setFiles((old) => old.filter((one) => one.id !== file.id))}
            >
              {file.name}
            </Tag>
          ))}
          <Button
            icon={<PaperClipOutlined aria-hidden />}
            loading={sending}
            onClick={() => picker.current?.click()}
          >
            <FormattedMessage id={sending ? 'proposals.form.sending' : 'proposals.form.attach'} />
          </Button>
          <input
            ref={picker}
            type="file"
            hidden
            accept=".pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx"
            onChange={({ target }) => {
              const file = target.files?.[0];
              target.value = '';
              if (file) void attach(file);
            }}
          />
        </div>
      </Form>
    </FormDrawer>
  );
}

import { FileExcelOutlined } from '@ant-design/icons';
import {
  getReport,
  listCompleteness,
  listReports,
  type SenderKind,
  type takeReportSheet,
} from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Drawer, Input } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAttempt } from '../../act/attempt.ts';
import { download, request } from '../../api.ts';
import { exportPath } from '../../frame/export-button.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { newId } from '../../new-id.ts';
import { SheetFindings } from './sheet-findings.tsx';

type Taken = Output<typeof takeReportSheet>;
type Place = { periodId: string; sender: SenderKind; within: string | undefined };
type Sending = { file: File; dryRun: boolean; confirmed: boolean; reason: string; key: string };

async function send(
  { periodId, sender, within }: Place,
  { file, dryRun, confirmed, reason, key }: Sending,
) {
  const form = new FormData();
  form.set('file', file, file.name);
  const asked = {
    sender,
    within: within ?? '',
    reason,
    dryRun: `${dryRun}`,
    confirmed: `${confirmed}`,
  };
  const said = Object.entries(asked).filter(([, value]) => value !== '');
  const answer = await request(`/api/report-sheets/${periodId}?${new URLSearchParams(said)}`, {
    method: 'POST',
    headers: { 'Idempotency-Key': key },
    body: form,
  });
  return (await answer.json()) as Taken;
}

/** The reports of a period as a workbook: taken, filled in, checked cell by cell, and sent all together. */
function SheetDrawer({ onClose, ...place }: Place & { onClose: () => void }) {
  const intl = useIntl();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { busy, attempt } = useAttempt();
  const [file, setFile] = useState<File | null>(null);
  // The same workbook that is sent twice, on a bad line, is sent once.
  const [key, setKey] = useState(newId);
  const [confirmed, setConfirmed] = useState(false);
  const [reason, setReason] = useState('');
  const check = useMutation({
    mutationFn: (chosen: File) =>
      send(place, { file: chosen, dryRun: true, confirmed: false, reason, key: newId() }),
  });
  const apply = useMutation({
    mutationFn: (chosen: File) =>
      send(place, { file: chosen, dryRun: false, confirmed, reason, key }),
    onSuccess: async ({ sent, findings }) => {
      if (findings.some(({ severity }) => severity === 'error')) return;
      for (const { subject } of [getReport, listReports, listCompleteness]) {
        await queries.invalidateQueries({ queryKey: [subject] });
      }
      void message.success(intl.formatMessage({ id: 'reports.sheet-sent' }, { count: sent }));
      onClose();
    },
  });
  const taken = apply.data ?? check.data;
  const errors = taken?.findings.filter(({ severity }) => severity === 'error') ?? [];
  const warnings = taken?.findings.filter(({ severity }) => severity === 'warning') ?? [];
  const wantsReason = errors.some(({ said }) => said === 'report-correction-has-a-reason');
  const choose = (chosen: File | null) => {
    setFile(chosen);
    setKey(newId());
    setConfirmed(false);
    apply.reset();
    if (chosen) check.mutate(chosen);
    else check.reset();
  };
  const maySend =
    taken && errors.length === 0 && taken.sent > 0 && (warnings.length === 0 || confirmed);
  return (
    <Drawer
      open
      size={640}
      title={<FormattedMessage id="reports.sheet" />}
      onClose={onClose}
      footer={
        <div className="report-acts">
          <Button onClick={onClose}>
            <FormattedMessage id="action.cancel" />
          </Button>
          <Button
            type="primary"
            disabled={!maySend}
            loading={apply.isPending}
            onClick={() => file && apply.mutate(file)}
          >
            <FormattedMessage id="reports.sheet-send" values={{ count: taken?.sent ?? 0 }} />
          </Button>
        </div>
      }
    >
      <ol className="sheet-steps">
        <li>
          <p>
            <FormattedMessage id="reports.sheet-take-note" />
          </p>
          <Button
            icon={<FileExcelOutlined aria-hidden />}
            loading={busy}
            onClick={() =>
              void attempt(() => {
                const { periodId, sender, within } = place;
                return download(
                  exportPath(`/report-sheets/${periodId}`, 'xlsx', { sender, within }),
                );
              })
            }
          >
            <FormattedMessage id="reports.sheet-take" />
          </Button>
        </li>
        <li>
          <p>
            <FormattedMessage id="reports.sheet-choose-note" />
          </p>
          <input
            type="file"
            accept=".xlsx,.csv"
            aria-label={intl.formatMessage({ id: 'reports.sheet-choose' })}
            onChange={({ target }) => choose(target.files?.[0] ?? null)}
          />
        </li>
      </ol>
      {check.isPending && (
        <p className="faint" role="status">
          <FormattedMessage id="reports.sheet-checking" />
        </p>
      )}
      {(check.error ?? apply.error) && <ProblemPanel problem={check.error ?? apply.error} />}
      {taken && (
        <>
          <p role="status">
            <FormattedMessage
              id="reports.sheet-read"
              values={{
                read: taken.read,
                sent: taken.sent,
                unchanged: taken.unchanged,
                empty: taken.empty,
                findings: errors.length,
              }}
            />
          </p>
          <SheetFindings findings={errors} title="reports.sheet-errors" />
          <SheetFindings findings={warnings} title="reports.sheet-warnings" />
          {(wantsReason || reason !== '') && (
            <label className="sheet-reason">
              <FormattedMessage id="reports.correction" />
              <Input.TextArea
                rows={2}
                maxLength={1_000}
                value={reason}
                onChange={({ target }) => setReason(target.value)}
              />
              <Button
                disabled={!file || reason.trim().length < 5}
                onClick={() => file && (apply.reset(), check.mutate(file))}
              >
                <FormattedMessage id="reports.sheet-check-again" />
              </Button>
            </label>
          )}
          {errors.length === 0 && warnings.length > 0 && (
            <Checkbox checked={confirmed} onChange={({ target }) => setConfirmed(target.checked)}>
              <FormattedMessage id="reports.confirm" values={{ count: warnings.length }} />
            </Checkbox>
          )}
        </>
      )}
    </Drawer>
  );
}

export { SheetDrawer as default };

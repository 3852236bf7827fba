import {
  type getReport,
  getReport as getReportOperation,
  judgeReport,
  keepReportDraft,
  listReports,
  type ReportValue,
} from '@antt/contracts';
import { addDays, type Output, today } from '@antt/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Checkbox, Input } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCommand } from '../../answer.ts';
import { useConnectionLost } from '../../connection.ts';
import { DayField } from '../../field/day-field.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { outlivesThePage } from '../../outbox/device-store.ts';
import { type Outbox, putEntry, useOutbox } from '../../outbox/outbox.ts';
import { QueuedNote } from '../../outbox/queued-note.tsx';
import { useRefusal } from '../../outbox/refusal.ts';
import { deliver, madeOld } from '../../outbox/sender.ts';
import { onSent } from '../../outbox/sent.ts';
import { askSignIn } from '../../outbox/sign-in-asked.ts';
import { PageSkeleton } from '../../frame/splash.tsx';
import { indicatorName } from './finding-text.ts';
import { beginning, type Draft, entryOf, type ReportEntry, reportKey } from './report-entry.ts';
import { ReportField } from './report-field.tsx';

type Report = Output<typeof getReport>;
type Props = { report: Report; onDone: () => void };

const byCode = (values: readonly ReportValue[]) => new Map(values.map((one) => [one.code, one]));

/** What this device kept of the report comes first: it is read before the form begins. */
export function ReportForm(props: Props) {
  const outbox = useOutbox(useMe().account.id);
  return outbox ? <Filling {...props} outbox={outbox} /> : <PageSkeleton />;
}

/** The report as it is filled in: made for a phone, kept on it at each keystroke, judged before it leaves. */
function Filling({ report, outbox, onDone }: Props & { outbox: Outbox }) {
  const intl = useIntl();
  const { message } = App.useApp();
  const { account } = useMe();
  const { periodId, senderId, version, form, indicators } = report;
  const accountId = account.id;
  const queries = useQueryClient();
  const lost = useConnectionLost();
  const key = reportKey(accountId, report);
  const entry = outbox.entries.find((one): one is ReportEntry => one.key === key);
  const [{ draft, isOvertaken, dropped }, setBegun] = useState(() => beginning(report, entry));
  const refusal = useRefusal(entry);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const { confirmed, receivedOn } = draft;
  const mayReceive = useMay('report.verify');
  const keep = useCommand(keepReportDraft, [getReportOperation, listReports]);
  const known = useMemo(() => new Map(indicators.map((one) => [one.code, one])), [indicators]);
  const former = useMemo(() => byCode(report.former?.values ?? []), [report.former]);
  const values = byCode(draft.values);
  const { refusals, warnings } = judgeReport({
    ...{ document: form.document, indicators: known, values: draft.values, former },
  });
  const nameOf = (code: string) => {
    const indicator = known.get(code);
    return indicator ? indicatorName(intl, indicator) : code;
  };
  // While it is typed nothing is missing yet.
  const shown = tried
    ? refusals
    : refusals.filter(({ fault }) => fault !== 'missing' && fault !== 'incomplete');
  const needsReason = ['verified', 'accepted', 'locked'].includes(report.state);
  const needsReasonStill = needsReason && draft.reason.trim().length < 5;
  const keptAs = (next: Draft) => entryOf(intl, report, next, { accountId, before: entry });
  const change = (changed: Partial<Draft>) => {
    // Of other numbers nobody has said yet that they are right.
    const next = { ...draft, ...('values' in changed && { confirmed: false }), ...changed };
    setBegun({ draft: next, isOvertaken, dropped });
    void putEntry(keptAs(next));
  };
  const first = tried ? refusals[0]?.code : undefined;
  useEffect(() => {
    if (first) document.getElementById(`value-${first}`)?.focus();
    // Only when it was tried: whoever types is not thrown about.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [tried]);
  const submit = () => {
    setTried(true);
    if (refusals.length > 0 || needsReasonStill || (warnings.length > 0 && !confirmed)) {
      document.getElementById(`value-${refusals[0]?.code}`)?.focus();
      return;
    }
    void leave();
  };
  /** By the queue of the device, whether there is a connection or not: one way, and so once. */
  const leave = async () => {
    setBusy(true);
    const outcome = await deliver(keptAs(draft));
    if (outcome === 'sign-in') askSignIn();
    if (outcome !== 'sent') setBusy(false);
  };
  useEffect(
    () =>
      onSent((sent) => {
        if (sent.key !== key) return;
        setBusy(true);
        void Promise.all(
          madeOld.report.map(({ subject }) => queries.invalidateQueries({ queryKey: [subject] })),
        ).then(() => {
          void message.success(intl.formatMessage({ id: 'reports.sent' }));
          onDone();
        });
      }),
    [key, queries, message, intl, onDone],
  );
  if (!busy && (entry?.state === 'waiting' || entry?.state === 'sending')) {
    return <QueuedNote entry={entry} />;
  }
  return (
    <form
      className="report-form"
      inert={busy}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {isOvertaken && (
        <Alert
          type="warning"
          showIcon
          className="form-fault"
          title={<FormattedMessage id="reports.overtaken" values={{ number: version }} />}
        />
      )}
      {dropped.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="form-fault"
          title={
            <FormattedMessage
              id="reports.not-asked"
              values={{ names: dropped.map(nameOf).join(', ') }}
            />
          }
        />
      )}
      {form.document.groups.map((group) => (
        <fieldset key={group.name}>
          <legend>{intl.locale === 'en' && group.nameEn ? group.nameEn : group.name}</legend>
          {group.items.map(({ code, mandatory }) => {
            const indicator = known.get(code);
            if (!indicator) return null;
            const refused = shown.filter((one) => one.code === code);
            const odd = warnings.filter((one) => one.code === code);
            return (
              <ReportField
                key={code}
                {...{ indicator, mandatory, nameOf }}
                value={values.get(code)}
                former={former.get(code)}
                findings={refused.length > 0 ? refused : odd}
                isRefused={refused.length > 0}
                onChange={(value) => {
                  const others = draft.values.filter((one) => one.code !== code);
                  change({ values: [...others, { code, ...value }] });
                }}
              />
            );
          })}
        </fieldset>
      ))}
      {mayReceive && (
        <fieldset>
          <legend>
            <FormattedMessage id="reports.received-on" />
          </legend>
          <p className="faint">
            <FormattedMessage id="reports.received-note" />
          </p>
          <DayField
            value={receivedOn}
            after={addDays(today(), -1)}
            aria-label={intl.formatMessage({ id: 'reports.received-on' })}
            onChange={(next) => change({ receivedOn: next })}
          />
        </fieldset>
      )}
      {needsReason && (
        <fieldset>
          <legend>
            <FormattedMessage id="reports.correction" />
          </legend>
          <p className="faint">
            <FormattedMessage id="reports.correction-note" />
          </p>
          <Input.TextArea
            rows={2}
            maxLength={1000}
            value={draft.reason}
            status={tried && needsReasonStill ? 'error' : ''}
            aria-label={intl.formatMessage({ id: 'reports.correction' })}
            onChange={({ target }) => change({ reason: target.value })}
          />
          {tried && needsReasonStill && (
            <small className="report-fault">
              <FormattedMessage id="field.reason-short" values={{ most: 1_000 }} />
            </small>
          )}
        </fieldset>
      )}
      <div className="report-end">
        {tried && refusals.length > 0 && (
          <Alert
            type="error"
            showIcon
            title={<FormattedMessage id="reports.refused" values={{ count: refusals.length }} />}
          />
        )}
        {warnings.length > 0 && refusals.length === 0 && (
          <Checkbox
            checked={confirmed}
            onChange={({ target }) => change({ confirmed: target.checked })}
          >
            <FormattedMessage id="reports.confirm" values={{ count: warnings.length }} />
          </Checkbox>
        )}
        {refusal && <ProblemPanel problem={refusal} />}
        {keep.isError && <ProblemPanel problem={keep.error} />}
        <div className="report-acts">
          <Button
            size="large"
            disabled={lost}
            loading={keep.isPending}
            onClick={() =>
              keep.mutate(
                { periodId, senderId, values: draft.values },
                {
                  onSuccess: () => void message.success(intl.formatMessage({ id: 'reports.kept' })),
                },
              )
            }
          >
            <FormattedMessage id="reports.keep" />
          </Button>
          <Button
            type="primary"
            size="large"
            htmlType="submit"
            loading={busy}
            disabled={warnings.length > 0 && refusals.length === 0 && !confirmed}
          >
            <FormattedMessage id={version === 0 ? 'reports.send' : 'reports.send-again'} />
          </Button>
        </div>
        <small className="faint">
          <FormattedMessage
            id={outlivesThePage() ? 'reports.kept-here' : 'reports.kept-while-open'}
          />
        </small>
      </div>
    </form>
  );
}

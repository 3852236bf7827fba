import {
  type getReport,
  getReport as getReportOperation,
  judgeReport,
  keepReportDraft,
  listCompleteness,
  listReports,
  type ReportValue,
  sendReport,
} from '@antt/contracts';
import { addDays, type Output, type PlainDate, today } from '@antt/kernel';
import { Alert, App, Button, Checkbox, Input } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { type Draft, dropDraft, keepDraft, newDraft, readDraft } from './draft-store.ts';
import { indicatorName } from './finding-text.ts';
import { ReportField } from './report-field.tsx';

type Report = Output<typeof getReport>;
type Props = { report: Report; onDone: () => void };

const refreshed = [getReportOperation, listReports, listCompleteness];
const byCode = (values: readonly ReportValue[]) => new Map(values.map((one) => [one.code, one]));

/** What this device kept where it still follows what stands; else what the server kept; else what was sent last. */
function beginning(report: Report, kept: Draft | null): Draft {
  if (kept?.follows === report.version) return kept;
  return newDraft(report.version, report.draft ?? report.versions[0]?.values ?? []);
}

/** The report as it is filled in: made for a phone, kept on it at each keystroke, judged before it leaves. */
export function ReportForm({ report, onDone }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const { account } = useMe();
  const { periodId, senderId, version, form, indicators } = report;
  const place = { accountId: account.id, periodId, senderId };
  const [draft, setDraft] = useState(() => beginning(report, readDraft(place)));
  const [tried, setTried] = useState(false);
  const [confirmed, setConfirmed] = useState(false);
  const [receivedOn, setReceivedOn] = useState<PlainDate | null>(null);
  const mayReceive = useMay('report.verify');
  const send = useCommand(sendReport, refreshed);
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
  const change = (next: Draft) => {
    setDraft(next);
    keepDraft(place, next);
    send.reset();
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
    const { id, follows, reason } = draft;
    const onSuccess = () => {
      dropDraft(place);
      void message.success(intl.formatMessage({ id: 'reports.sent' }));
      onDone();
    };
    const command = { id, periodId, senderId, follows, values: draft.values, reason };
    send.mutate({ ...command, confirmed, receivedOn }, { onSuccess });
  };
  return (
    <form
      className="report-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
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
                  change({ ...draft, values: [...others, { code, ...value }] });
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
            onChange={setReceivedOn}
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
            onChange={({ target }) => change({ ...draft, reason: target.value })}
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
          <Checkbox checked={confirmed} onChange={({ target }) => setConfirmed(target.checked)}>
            <FormattedMessage id="reports.confirm" values={{ count: warnings.length }} />
          </Checkbox>
        )}
        {send.isError && <ProblemPanel problem={send.error} />}
        {keep.isError && <ProblemPanel problem={keep.error} />}
        <div className="report-acts">
          <Button
            size="large"
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
            loading={send.isPending}
            disabled={warnings.length > 0 && refusals.length === 0 && !confirmed}
          >
            <FormattedMessage id={version === 0 ? 'reports.send' : 'reports.send-again'} />
          </Button>
        </div>
        <small className="faint">
          <FormattedMessage id="reports.kept-here" />
        </small>
      </div>
    </form>
  );
}

import type { ReportRow, ReportState } from '@antt/contracts';
import { Tag } from 'antd';
import { FormattedMessage } from 'react-intl';

const colours: Record<ReportState, string> = {
  missing: 'error',
  draft: 'default',
  submitted: 'processing',
  returned: 'warning',
  verified: 'cyan',
  accepted: 'success',
  locked: 'success',
};

export function ReportStateTag({ state }: { state: ReportState }) {
  return (
    <Tag color={colours[state]}>
      <FormattedMessage id={`reports.state.${state}`} />
    </Tag>
  );
}

type Marked = Pick<ReportRow, 'inTime' | 'daysLate' | 'warnings' | 'changedSinceAcceptance'>;

/** What a receiver should know before opening it: late, odd, changed. */
export function ReportMarks({ report }: { report: Marked }) {
  return (
    <>
      {report.inTime === false && (
        <Tag color="warning">
          <FormattedMessage id="reports.late" values={{ days: report.daysLate ?? 0 }} />
        </Tag>
      )}
      {report.warnings > 0 && (
        <Tag color="warning">
          <FormattedMessage id="reports.warnings" values={{ count: report.warnings }} />
        </Tag>
      )}
      {report.changedSinceAcceptance && (
        <Tag color="purple">
          <FormattedMessage id="reports.changed" />
        </Tag>
      )}
    </>
  );
}

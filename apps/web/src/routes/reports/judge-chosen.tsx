import {
  acceptReports,
  getReport,
  listCompleteness,
  listReports,
  type ReportRow,
  verifyReports,
} from '@antt/contracts';
import { App, Button } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCommand } from '../../answer.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { useMay } from '../../session/me.ts';

type Props = { rows: ReportRow[]; onDone: () => void };
const refreshed = [getReport, listReports, listCompleteness];
/** The most that one command takes. */
const most = 200;

/** Several reports at once: those that were sent are verified, those verified are accepted. */
export function JudgeChosen({ rows, onDone }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const mayAccept = useMay('report.accept');
  const verify = useCommand(verifyReports, refreshed);
  const accept = useCommand(acceptReports, refreshed);
  const seenOf = (state: ReportRow['state']) =>
    rows
      .filter((row) => row.state === state)
      .slice(0, most)
      .map(({ id, version }) => ({ id, version }));
  const [sent, verified] = [seenOf('submitted'), seenOf('verified')];
  const told = (text: 'reports.verified' | 'reports.accepted', count: number) => ({
    onSuccess: () => {
      void message.success(intl.formatMessage({ id: text }, { count }));
      onDone();
    },
  });
  const problem = verify.error ?? accept.error;
  return (
    <>
      <Button
        disabled={sent.length === 0}
        loading={verify.isPending}
        onClick={() => verify.mutate({ reports: sent }, told('reports.verified', sent.length))}
      >
        <FormattedMessage id="reports.verify-chosen" values={{ count: sent.length }} />
      </Button>
      {mayAccept && (
        <Button
          disabled={verified.length === 0}
          loading={accept.isPending}
          onClick={() =>
            accept.mutate({ reports: verified }, told('reports.accepted', verified.length))
          }
        >
          <FormattedMessage id="reports.accept-chosen" values={{ count: verified.length }} />
        </Button>
      )}
      {problem && <ProblemPanel problem={problem} />}
    </>
  );
}

import '../../list-page.css';
import '../reports/reports.css';
import './compiled.css';
import { FileWordOutlined, PrinterOutlined } from '@ant-design/icons';
import { type CompiledQuestion, getCompiledReport } from '@antt/contracts';
import { Button } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAttempt } from '../../act/attempt.ts';
import { useAnswer } from '../../answer.ts';
import { download } from '../../api.ts';
import { formatDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { exportPath } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { CompiledChoice } from './compiled-choice.tsx';
import { CompiledCounts } from './compiled-counts.tsx';
import { CompiledFigures } from './compiled-figures.tsx';
import { MissingList, ObstacleList } from './compiled-lists.tsx';
import { placeText, windowText } from './compiled-text.ts';
import { useCompiled } from './use-compiled.ts';

const none: CompiledQuestion = { kindCode: '', sender: 'team', within: '' };

/** What accepted reports come to in a unit, beside the time before; who is missing, and what is in the way. */
export function Component() {
  const intl = useIntl();
  const compiled = useCompiled();
  const { periods, campaigns, question } = compiled;
  const answer = useAnswer(getCompiledReport, question ?? none, {
    enabled: question !== null,
    keep: true,
  });
  const isEmpty = answer.error?.type === 'nothing-to-compile';
  const report = isEmpty ? undefined : answer.data;
  const problem = periods.answer.error ?? campaigns.error ?? (isEmpty ? null : answer.error);
  const isPending =
    periods.answer.isPending || campaigns.isLoading || (question !== null && answer.isPending);
  return (
    <div className="compiled">
      <PageHeader
        title={<FormattedMessage id="page.compiled-report" />}
        note={
          report && (
            <FormattedMessage
              id="compiled.of"
              values={{
                place: placeText(report.units),
                window: windowText(intl, report.span, report.window),
                from: formatDay(report.window.from),
                to: formatDay(report.window.to),
              }}
            />
          )
        }
      >
        {report && question && <Acts question={question} />}
      </PageHeader>
      <div className="toolbar">
        <CompiledChoice compiled={compiled} />
      </div>
      {problem && <ProblemPanel problem={problem} onRetry={() => void answer.refetch()} />}
      {isPending && !problem && <PageSkeleton />}
      {!isPending && !problem && (isEmpty || !question) && (
        <EmptyState title={<FormattedMessage id="compiled.nothing" />}>
          <FormattedMessage id="compiled.nothing-note" />
        </EmptyState>
      )}
      {report && question && (
        <>
          <p className="compiled-kind">{report.kindName}</p>
          <CompiledCounts report={report} question={question} />
          <CompiledFigures report={report} question={question} />
          <ObstacleList report={report} />
          <MissingList report={report} />
        </>
      )}
    </div>
  );
}

function Acts({ question }: { question: CompiledQuestion }) {
  const { busy, attempt } = useAttempt();
  return (
    <>
      <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
        <FormattedMessage id="action.print" />
      </Button>
      <Button
        type="primary"
        icon={<FileWordOutlined aria-hidden />}
        loading={busy}
        onClick={() =>
          void attempt(() => download(exportPath('/compiled-report', 'docx', question)))
        }
      >
        <FormattedMessage id="compiled.docx" />
      </Button>
    </>
  );
}

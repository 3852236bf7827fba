import type { ReportFinding, SheetFinding } from '@antt/contracts';
import { Problem } from '@antt/kernel';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import type { MessageId } from '../../i18n/message.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { rowProblemText } from '../imports/row-problem-text.ts';
import { findingText } from './finding-text.ts';

type Props = { findings: SheetFinding[]; title: MessageId };

/** Of the workbook itself; the others are of what it says. */
const faults = [
  'no-codes',
  'unknown-column',
  'unknown-sender',
  'sender-twice',
  'not-an-amount',
] as const satisfies SheetFinding['fault'][];

/** The most that are shown; how many there are stands in the title. */
const most = 100;

/** What is wrong or odd about a workbook, cell by cell. */
export function SheetFindings({ findings, title }: Props) {
  const intl = useIntl();
  if (findings.length === 0) return null;
  return (
    <section className="sheet-findings">
      <h3>
        <FormattedMessage id={title} values={{ count: findings.length }} />
      </h3>
      <ul>
        {findings.slice(0, most).map((one, n) => (
          <li key={n} data-severity={one.severity}>
            <b>{one.at ?? intl.formatMessage({ id: 'reports.sheet-file' })}</b>{' '}
            {[one.name, one.code].filter(Boolean).join(' · ')}
            <span>{wordsOf(intl, one)}</span>
          </li>
        ))}
      </ul>
      {findings.length > most && (
        <p className="faint">
          <FormattedMessage id="reports.sheet-more" values={{ count: findings.length - most }} />
        </p>
      )}
    </section>
  );
}

function wordsOf(intl: IntlShape, finding: SheetFinding): string {
  const { fault, said, at, severity } = finding;
  if (fault === 'unreadable') return rowProblemText(intl, { code: said ?? '', at, severity });
  if (fault === 'problem') {
    return problemText(intl, new Problem({ type: said ?? 'internal', title: '', status: 422 }));
  }
  const own = faults.find((one) => one === fault);
  if (own) return intl.formatMessage({ id: `reports.sheet-fault.${own}` }, { said: said ?? '' });
  return findingText(
    intl,
    { ...finding, code: finding.code ?? '' } as ReportFinding,
    (code) => code,
  );
}

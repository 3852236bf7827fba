import { type GradeCheck, YearlyGrade } from '@antt/contracts';
import { Tag } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { criterionText, figureText } from './grade-text.ts';

const colours = { met: 'success', failed: 'error', unknown: 'warning' } as const;

/** Every criterion by the lowest grade that asks for it, the highest first, and how it stands. */
export function ChecksTable({ checks }: { checks: readonly GradeCheck[] }) {
  const intl = useIntl();
  return (
    <div className="checks">
      <table>
        <thead>
          <tr>
            {(['criterion', 'figure', 'standing'] as const).map((head) => (
              <th key={head} scope="col">
                <FormattedMessage id={`grades.${head}`} />
              </th>
            ))}
          </tr>
        </thead>
        {YearlyGrade.options
          .map((grade) => ({ grade, own: checks.filter((one) => one.grade === grade) }))
          .filter(({ own }) => own.length > 0)
          .map(({ grade, own }) => (
            <tbody key={grade}>
              <tr className="checks-grade">
                <th scope="rowgroup" colSpan={3}>
                  <FormattedMessage
                    id="grades.from-grade"
                    values={{ grade: intl.formatMessage({ id: `grades.grade.${grade}` }) }}
                  />
                </th>
              </tr>
              {own.map((check) => (
                <tr key={`${check.code} ${check.grade}`}>
                  <th scope="row">{criterionText(intl, check)}</th>
                  <td>{figureText(intl, check)}</td>
                  <td>
                    <Tag color={colours[check.state]}>
                      <FormattedMessage id={`grades.check.${check.state}`} />
                    </Tag>
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
      </table>
    </div>
  );
}

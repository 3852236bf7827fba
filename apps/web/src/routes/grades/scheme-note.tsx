import type { GradeScheme } from '@antt/contracts';
import { Alert } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { boundText } from './grade-text.ts';

/** By what a year is graded; the shipped scheme is said to be a default where the guidance is silent. */
export function SchemeNote({ scheme }: { scheme: GradeScheme }) {
  const intl = useIntl();
  const { leastMonths, cap } = scheme.document;
  return (
    <Alert
      type={scheme.unitId === null ? 'warning' : 'info'}
      className="scheme-note"
      title={
        <FormattedMessage
          id={scheme.unitId === null ? 'grades.scheme-shipped' : 'grades.scheme-own'}
          values={{ citation: scheme.citation }}
        />
      }
      description={
        <>
          <FormattedMessage
            id="grades.scheme-terms"
            values={{ bounds: boundText(intl, scheme), months: leastMonths }}
          />{' '}
          {cap && (
            <FormattedMessage
              id={`grades.scheme-cap.${cap.of}`}
              values={{ percent: cap.percent }}
            />
          )}
        </>
      }
    />
  );
}

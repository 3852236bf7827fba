import type { Finding } from '@antt/contracts';
import { FormattedMessage } from 'react-intl';

const cited = /^Art\. (\d+)(?:\.(\d+))?$/;

/** A rule that is broken, and the article that says so. */
export function FindingLine({ finding }: { finding: Finding }) {
  const { rule, article, count, limit } = finding;
  const [, number, clause] = cited.exec(article) ?? [];
  return (
    <>
      <FormattedMessage
        id={`recognition.rule.${rule}`}
        values={{ count: count ?? 0, limit: limit ?? 0 }}
      />
      {number && (
        <small>
          <FormattedMessage
            id={clause ? 'recognition.clause' : 'recognition.article'}
            values={{ article: number, clause }}
          />
        </small>
      )}
    </>
  );
}

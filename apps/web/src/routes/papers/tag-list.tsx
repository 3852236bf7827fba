import './papers.css';
import type { listPaperTemplates } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { FormattedMessage } from 'react-intl';

type Tags = Output<typeof listPaperTemplates>['tags'][keyof Output<
  typeof listPaperTemplates
>['tags']];

/** The fields that may stand in a form, to copy into Word; rows to repeat with what may stand in them. */
export function TagList({ tags }: { tags: Tags }) {
  return (
    <details className="paper-tags">
      <summary>
        <FormattedMessage id="forms.tags" values={{ count: tags.length }} />
      </summary>
      <ul>
        {tags.map(({ tag, rows }) => (
          <li key={tag}>
            <code>{rows ? `{#${tag}} … {/${tag}}` : `{${tag}}`}</code>
            {rows && (
              <span className="faint">
                <FormattedMessage id="forms.rows" /> {rows.map((row) => `{${row}}`).join(' ')}
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

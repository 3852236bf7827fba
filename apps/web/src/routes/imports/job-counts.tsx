import type { Job } from '@antt/contracts';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import type { MessageId } from '../../i18n/message.ts';

/** Counts in the order in which people ask for them; others follow as the service names them. */
const order = ['read', 'added', 'founded', 'changed', 'moved', 'ended', 'unchanged'];

const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);

/** What happened, or would happen. */
export function JobCounts({ job }: { job: Job }) {
  const intl = useIntl();
  const always = ['reorganisations', 'consolidations'].includes(job.kind)
    ? ['read']
    : ['read', 'added', 'changed'];
  const counts = Object.entries(job.counts)
    .filter(([name, value]) => value > 0 || always.includes(name))
    .sort(([a], [b]) => place(a) - place(b));
  if (counts.length === 0) return null;
  return (
    <ul className="summary job-counts">
      {counts.map(([name, value]) => {
        // The act of a reorganisation counts other things than a list of rows does.
        const own = `imports.count.${job.kind}.${name}`;
        const id = Object.hasOwn(intl.messages, own) ? own : `imports.count.${name}`;
        return (
          <li key={name}>
            <b>
              <FormattedNumber value={value} />
            </b>
            <span>
              {Object.hasOwn(intl.messages, id) ? <FormattedMessage id={id as MessageId} /> : name}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** The same file again: there is nothing to write. */
export const changesNothing = ({ counts }: Job) =>
  Object.entries(counts).every(
    ([name, value]) => ['read', 'unchanged'].includes(name) || value === 0,
  );

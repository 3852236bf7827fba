import { Problem } from '@antt/kernel';
import type { IntlShape } from 'react-intl';
import { formatDay } from '../day.ts';
import type { MessageId } from './message.ts';

type Members = Record<string, string | number>;

/** Members of a problem as its text wants them; one that is missing reads as an ellipsis, not as an error. */
function readable(members: Record<string, unknown>): Members {
  const shown: Members = {};
  for (const [name, value] of Object.entries(members)) {
    if (typeof value === 'number') shown[name] = value;
    else if (Array.isArray(value)) shown[name] = value.join(', ');
    else if (value !== null && value !== undefined && typeof value !== 'object') {
      shown[name] = formatDay(String(value));
    }
  }
  return new Proxy(shown, {
    has: () => true,
    get: (target, name) => target[String(name)] ?? '…',
  });
}

/** The user's text of a code of the contracts or of a file reader. */
export function textOfCode(intl: IntlShape, code: string, members: Record<string, unknown> = {}) {
  const id = `problem.${code}`;
  const known = Object.hasOwn(intl.messages, id);
  return intl.formatMessage(
    { id: (known ? id : 'problem.internal') as MessageId },
    readable(members),
  );
}

/** What went wrong, to which thing, on which day, and what to do. */
export function problemText(intl: IntlShape, problem: unknown): string {
  if (!(problem instanceof Problem)) return textOfCode(intl, 'internal');
  return textOfCode(intl, problem.type, problem.body);
}

import { Problem } from '@antt/kernel';
import type { IntlShape } from 'react-intl';
import { formatDay, formatMonth } from '../day.ts';
import type { MessageId } from './message.ts';

type Members = Record<string, string | number>;

/** A member that the problem did not bring: none of a count, an ellipsis for a name. */
function missing(text: string): Members {
  const members: Members = {};
  for (const [, name, kind] of text.matchAll(/\{\s*(\w+)\s*(?:,\s*(\w+))?/g)) {
    members[name!] = kind === 'plural' || kind === 'number' ? 0 : '…';
  }
  return members;
}

/** A code that a text chooses by: a hyphen would end its name there. */
const chosenBy = (code: string) =>
  code.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
const readers: Record<string, (text: string) => string> = { month: formatMonth, fault: chosenBy };

/** Members of a problem as its text wants them: days and months as offices write them, seconds also as minutes. */
function readable(members: Record<string, unknown>): Members {
  const shown: Members = {};
  for (const [name, value] of Object.entries(members)) {
    if (typeof value === 'number') shown[name] = value;
    else if (Array.isArray(value)) shown[name] = value.join(', ');
    else if (value !== null && value !== undefined && typeof value !== 'object') {
      shown[name] = (readers[name] ?? formatDay)(String(value));
    }
  }
  if (typeof members.retryAfter === 'number') shown.minutes = Math.ceil(members.retryAfter / 60);
  return shown;
}

/** A text that does not stand in the i18n files, filled with a problem's members. */
export function filledText(
  intl: IntlShape,
  text: string,
  members: Record<string, unknown>,
): string {
  const { locale, formatters } = intl;
  const format = formatters.getMessageFormat(text, locale, undefined, { formatters });
  return String(format.format({ ...missing(text), ...readable(members) }));
}

/** The user's text of a code of the contracts or of a file reader. */
export function textOfCode(intl: IntlShape, code: string, members: Record<string, unknown> = {}) {
  const asked = `problem.${code}`;
  const id = (Object.hasOwn(intl.messages, asked) ? asked : 'problem.internal') as MessageId;
  const text = String(intl.messages[id] ?? '');
  return intl.formatMessage({ id }, { ...missing(text), ...readable(members) });
}

/** What went wrong, to which thing, on which day, and what to do. */
export function problemText(intl: IntlShape, problem: unknown): string {
  if (!(problem instanceof Problem)) return textOfCode(intl, 'internal');
  return textOfCode(intl, problem.type, problem.body);
}

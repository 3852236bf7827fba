import type { RowProblem } from '@antt/contracts';
import { rowProblemText as texts } from '@antt/contracts/text/row-problem.vi';
import { IntlMessageFormat } from 'intl-messageformat';

/** What was found, in words; without one of its words the code and its values must do. */
export function rowProblemText({
  code,
  severity: _,
  at: __,
  candidates,
  ...members
}: RowProblem): string {
  const said = inWords(code, members) ?? plain(code, members);
  const offered = candidates?.map(({ name, parentName }) =>
    parentName ? `${name} (${parentName})` : name,
  );
  return offered?.length ? `${said} [${offered.join('; ')}]` : said;
}

function inWords(code: string, members: Record<string, unknown>): string | null {
  if (!Object.hasOwn(texts, code)) return null;
  try {
    const text = new IntlMessageFormat(texts[code as keyof typeof texts], 'vi');
    return String(text.format(readable(members)));
  } catch {
    return null;
  }
}

/** Days as offices write them. */
function readable(members: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(members).map(([name, value]) => {
      const day = typeof value === 'string' && /^(\d{4})-(\d{2})-(\d{2})$/u.exec(value);
      return [name, day ? `${day[3]}/${day[2]}/${day[1]}` : (value as string)];
    }),
  );
}

function plain(code: string, members: Record<string, unknown>): string {
  const values = Object.entries(members)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(
      ([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : value}`,
    );
  return values.length > 0 ? `${code} (${values.join('; ')})` : code;
}

import type { ImportOptions, RowProblem } from '@antt/contracts';
import { rowProblemText as english } from '@antt/contracts/text/row-problem.en';
import { rowProblemText as vietnamese } from '@antt/contracts/text/row-problem.vi';
import type { IntlShape } from 'react-intl';
import { filledText, textOfCode } from '../../i18n/problem-text.ts';

/** What is wrong with a row, in the words that also stand in the workbook of errors. */
export function rowProblemText(intl: IntlShape, { code, ...members }: RowProblem): string {
  const texts: Record<string, string> = intl.locale === 'en' ? english : vietnamese;
  const text = texts[code];
  return text === undefined
    ? textOfCode(intl, code, members)
    : filledText(intl, saying(text, members), members);
}

/** The same where it is not to be mended any more: the sender accepted the rule that is broken, and said why. */
export function knownProblemText(
  intl: IntlShape,
  problem: RowProblem,
  { accept = [], reason = '' }: Pick<ImportOptions, 'accept' | 'reason'>,
): string {
  const text = rowProblemText(intl, problem);
  const accepted = accept.some((rule) => rule === problem.code);
  if (problem.severity !== 'warning' || !accepted) return text;
  const [what] = text.split(/(?<=\.)\s+(?=\p{Lu}[^.]*\.$)/u);
  return `${what} ${intl.formatMessage({ id: 'imports.accepted' }, { reason })}`;
}

const unsaid = (value: unknown) =>
  value === undefined || value === null || /^[\s–…-]*$/.test(String(value));

/** A text without its later sentences that only bring members which the problem lacks ("Gợi ý: –."). */
export function saying(text: string, members: Record<string, unknown>): string {
  return text
    .split(/(?<=[.!?])\s+(?![^{]*\})/)
    .filter((sentence, index) => {
      const names = [...sentence.matchAll(/\{\s*(\w+)\s*\}/g)].map(([, name]) => name!);
      return index === 0 || names.length === 0 || names.some((name) => !unsaid(members[name]));
    })
    .join(' ');
}

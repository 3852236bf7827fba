import type { RowProblem } from '@antt/contracts';
import type { IntlShape } from 'react-intl';
import { textOfCode } from '../../i18n/problem-text.ts';

/** What is wrong with a row, in words. */
export function rowProblemText(intl: IntlShape, { code, ...members }: RowProblem): string {
  return textOfCode(intl, code, members);
}

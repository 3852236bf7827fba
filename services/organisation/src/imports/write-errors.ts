import type { RowProblem } from '@antt/contracts';
import { rowProblemText } from '@antt/contracts/text/row-problem.vi';
import { errorWorkbook } from '@antt/reading';
import { IntlMessageFormat } from 'intl-messageformat';

const texts: Record<string, string> = rowProblemText;

/** The sheets of a file with its problems in words beside the rows. */
export function writeErrors(
  sheets: Parameters<typeof errorWorkbook>[0],
  problems: readonly RowProblem[],
): Promise<Uint8Array> {
  return errorWorkbook(sheets, problems, { heading: 'Lỗi', general: 'Lỗi chung', textOf });
}

function textOf({ code, severity: _, at: __, candidates, ...members }: RowProblem): string {
  const text = texts[code];
  if (!text) return code;
  const said = String(new IntlMessageFormat(text, 'vi').format(members as Record<string, string>));
  const offered = candidates?.map(({ name, parentName }) =>
    parentName ? `${name} (${parentName})` : name,
  );
  return offered?.length ? `${said} [${offered.join('; ')}]` : said;
}

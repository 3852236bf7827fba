import type { PolicyDocument, PolicyFault } from '@antt/contracts';
import type { IntlShape } from 'react-intl';
import { formatDay } from '../../day.ts';
import type { MessageId } from '../../i18n/message.ts';
import { factorName, lineName, lineNames } from './value-words.ts';

/** The element of a page that a place of the document is shown at: a rate, a line, a group, or the whole. */
export function anchorOf(path: string): string {
  return /^(lines\.\d+\.rates\.\d+|lines\.\d+|exclusive\.\d+)/u.exec(path)?.[0] ?? 'document';
}

/** A dotted place as people say it: "Khoản 2 “Trực đêm”, mức 1". */
export function placeWords(intl: IntlShape, document: PolicyDocument, path: string): string {
  const [part, at, , rate] = path.split('.');
  const n = Number(at) + 1;
  if (part === 'lines' && at !== undefined) {
    const label = document.lines[Number(at)]?.label ?? '';
    return rate !== undefined && path.includes('.rates.')
      ? intl.formatMessage({ id: 'policies.place.rate' }, { n, label, rate: Number(rate) + 1 })
      : intl.formatMessage({ id: 'policies.place.line' }, { n, label });
  }
  if (part === 'exclusive' && at !== undefined) {
    return intl.formatMessage({ id: 'policies.place.exclusive' }, { n });
  }
  return intl.formatMessage({ id: 'policies.place.document' });
}

/** What is wrong at a place, with what it concerns called by its name. */
export function faultWords(
  intl: IntlShape,
  document: PolicyDocument,
  { code, about }: PolicyFault,
): string {
  return intl.formatMessage(
    { id: `policies.fault.${code}` },
    { about: aboutWords(intl, document, { code, about }) },
  );
}

function aboutWords(
  intl: IntlShape,
  { lines }: PolicyDocument,
  { code, about }: Pick<PolicyFault, 'code' | 'about'>,
): string {
  if (code === 'table-value-missing') {
    const [table, key] = about.split(' ');
    return factorName(intl, {
      table: table as never,
      ...(key && key !== '*' ? { key } : {}),
    });
  }
  if (lines.some((line) => line.code === about)) return `“${lineName(lines, about)}”`;
  const codes = about.split(', ');
  if (codes.length > 1 && codes.every((one) => lines.some((line) => line.code === one))) {
    return lineNames(intl, lines, codes);
  }
  const basis = `policies.per.${about}`;
  if (Object.hasOwn(intl.messages, basis)) return intl.formatMessage({ id: basis as MessageId });
  return formatDay(about);
}

import { type PayBasis, payeeOf, type PayLine, type PolicyDocument } from '@antt/contracts';
import type { IntlShape } from 'react-intl';
import type { MessageId } from '../../i18n/message.ts';
import { conditionWords, type Speech } from './condition-words.ts';
import { decimalWords, lineNames } from './value-words.ts';

type Lines = PolicyDocument['lines'];

/** What a line counts, in words. */
export function basisWords(intl: IntlShape, basis: PayBasis): string {
  const say = (id: MessageId, values = {}) => intl.formatMessage({ id }, values);
  const join = (parts: (string | false)[]) => parts.filter(Boolean).join('; ');
  switch (basis.per) {
    case 'month':
      return say(basis.prorated ? 'policies.basis.month' : 'policies.basis.whole-month');
    case 'year':
      return join([
        say('policies.basis.year', { month: basis.paidIn }),
        say(`policies.newcomers.${basis.newcomers}`),
      ]);
    case 'duty':
      return join([
        say(`policies.duty.${basis.duty}`),
        basis.nightHours && say('policies.basis.night-hours'),
        basis.leastHours > 0 && say('policies.basis.hours', { hours: basis.leastHours }),
        say(basis.needsOrder ? 'policies.basis.order' : 'policies.basis.no-order'),
        basis.outOfArea && say('policies.basis.out-of-area'),
      ]);
    case 'team-year':
      return say('policies.basis.team-year', { month: basis.paidIn });
    case 'case':
      return join([
        say(`policies.event.${basis.event}`),
        basis.above > 0 && say('policies.basis.above', { percent: basis.above }),
      ]);
    case 'service-year':
      return join([
        say('policies.basis.service-year'),
        basis.allowance === 'average' && basis.averageMonths !== undefined
          ? say('policies.basis.average-of', { months: basis.averageMonths })
          : say(`policies.allowance.${basis.allowance}`),
        // What an older document leaves out is what is usual.
        say(`policies.rounding.${basis.rounding ?? 'half-years'}`),
        basis.continuous && say('policies.basis.continuous'),
        basis.mostMonths !== undefined &&
          say('policies.basis.most-months', { months: basis.mostMonths }),
        basis.leastYears > 0 && say('policies.basis.least-years', { years: basis.leastYears }),
        (basis.notFor ?? []).length > 0 &&
          say('policies.basis.not-for', {
            list: intl.formatList(
              basis.notFor.map((one) => say(`pay.ground.${one}`)),
              { type: 'disjunction' },
            ),
          }),
      ]);
    default:
      return say(`policies.basis.${basis.per}`);
  }
}

export function capWords(intl: IntlShape, { cap }: PayLine, lines: Lines): string | null {
  if (!cap) return null;
  return intl.formatMessage(
    { id: cap.sharedWith.length > 0 ? 'policies.cap.shared' : 'policies.cap.alone' },
    { most: cap.most, lines: lineNames(intl, lines, cap.sharedWith) },
  );
}

/** Null where amounts stay whole đồng as they come. */
export function roundWords(intl: IntlShape, { round: { to, mode } }: PayLine): string | null {
  if (to === 1 && mode === 'nearest') return null;
  return intl.formatMessage({ id: `policies.round.${mode}` }, { to });
}

/** Who gets a part only; null where everybody gets the whole. */
export function shareWords(speech: Speech, { shares }: PayLine): string | null {
  if (shares.length === 0) return null;
  const { intl } = speech;
  return shares
    .map(({ when, times }) => {
      const who =
        conditionWords(speech, when) ?? intl.formatMessage({ id: 'policies.when.always' });
      const percent = decimalWords(intl, String(Number(times) * 100));
      return intl.formatMessage({ id: 'policies.share.words' }, { who, percent });
    })
    .join('; ');
}

/** What is said of a line beside its rates: a heading and the words, without what says nothing. */
export function lineFacts(speech: Speech, line: PayLine, lines: Lines): [MessageId, string][] {
  const { intl } = speech;
  const facts: [MessageId, string | null][] = [
    ['policies.line.item', intl.formatMessage({ id: `pay.item.${line.item}` })],
    ['policies.line.basis', basisWords(intl, line.basis)],
    ['policies.line.fund', intl.formatMessage({ id: `pay.fund.${line.fund}` })],
    ['policies.line.payee', intl.formatMessage({ id: `pay.payee.${payeeOf(line)}` })],
    ['policies.line.article', line.article || null],
    ['policies.line.shares', shareWords(speech, line)],
    ['policies.line.cap', capWords(intl, line, lines)],
    ['policies.line.round', roundWords(intl, line)],
    [
      'policies.line.includes',
      line.includes.length > 0 ? lineNames(intl, lines, line.includes) : null,
    ],
  ];
  return facts.filter((fact): fact is [MessageId, string] => fact[1] !== null);
}

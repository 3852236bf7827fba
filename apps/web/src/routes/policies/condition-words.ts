import type { PayCondition } from '@antt/contracts';
import type { IntlShape } from 'react-intl';
import { formatDay, formatLastDay } from '../../day.ts';
import type { MessageId } from '../../i18n/message.ts';

/** What a word rule needs beside the document: the language, and what tags are called. */
export type Speech = { intl: IntlShape; tagName: (code: string) => string };

export type ConditionField = keyof PayCondition;

const roman = ['I', 'II', 'III', 'IV'];
/** Classes and wage regions as decrees write them. */
export const romanOf = (number: number): string => roman[number - 1] ?? String(number);

/** What one value of a condition is called. */
export function optionWord({ intl, tagName }: Speech, field: ConditionField, value: unknown) {
  const text = String(value);
  switch (field) {
    case 'positions':
      return intl.formatMessage({ id: `people.position.${text}` as MessageId });
    case 'education':
      return intl.formatMessage({ id: `person.education.${text}` as MessageId });
    case 'forces':
      return intl.formatMessage({ id: `pay.force.${text}` as MessageId });
    case 'socialInsurance':
    case 'healthInsurance':
      return intl.formatMessage({ id: `policies.cover.${text}` as MessageId });
    case 'classes':
    case 'communeClasses':
    case 'wageRegions':
      return romanOf(Number(value));
    case 'tags':
    case 'anyTag':
    case 'withoutTags':
      return tagName(text);
    default:
      return text;
  }
}

/** A condition as a sentence of a resolution says it; null where it asks for nothing. */
export function conditionWords(speech: Speech, when: PayCondition): string | null {
  const parts = (Object.keys(when) as ConditionField[])
    .filter((field) => when[field] !== undefined)
    .map((field) => partWords(speech, field, when));
  if (parts.length === 0) return null;
  const words = parts.join('; ');
  return words.slice(0, 1).toLocaleUpperCase(speech.intl.locale) + words.slice(1);
}

function partWords(speech: Speech, field: ConditionField, when: PayCondition): string {
  const { intl } = speech;
  const say = (id: MessageId, values = {}) => intl.formatMessage({ id }, values);
  const value = when[field];
  if (typeof value === 'boolean') {
    return say(`policies.when.${field}.${value}` as MessageId);
  }
  if (Array.isArray(value)) {
    const words = value.map((one) => optionWord(speech, field, one));
    // All of several tags must be carried; of the rest one is enough.
    const list = intl.formatList(words, { type: field === 'tags' ? 'conjunction' : 'disjunction' });
    return say(`policies.when.${field}` as MessageId, { list });
  }
  if (field === 'monthsServed') {
    const { from, below } = when.monthsServed!;
    if (from === undefined) return say('policies.when.months-below', { below: below ?? 0 });
    return below === undefined
      ? say('policies.when.months-from', { from })
      : say('policies.when.months-between', { from, below });
  }
  const { from, to } = when.days ?? {};
  if (!from) return say('policies.when.days-to', { to: to ? formatLastDay(to) : '' });
  return to
    ? say('policies.when.days-between', { from: formatDay(from), to: formatLastDay(to) })
    : say('policies.when.days-from', { from: formatDay(from) });
}

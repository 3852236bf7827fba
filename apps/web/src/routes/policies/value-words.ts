import { type PayLine, type PayValue, rateTables, type TableFactor } from '@antt/contracts';
import type { IntlShape } from 'react-intl';
import type { MessageId } from '../../i18n/message.ts';
import { romanOf } from './condition-words.ts';

type Lines = readonly Pick<PayLine, 'code' | 'label'>[];

export const moneyWords = (intl: IntlShape, amount: number) => `${intl.formatNumber(amount)} đ`;

/** A coefficient as texts write it: 0,8. */
export const decimalWords = (intl: IntlShape, text: string) =>
  intl.formatNumber(Number(text), { maximumFractionDigits: 6 });

export const tableName = (intl: IntlShape, table: string) =>
  intl.formatMessage({ id: `policies.table.${table}` as MessageId });

/** What a row of a table is for: a wage region, a group of insured people. */
export const keyName = (intl: IntlShape, table: string, key: string) =>
  table === 'regional-minimum-wage'
    ? intl.formatMessage({ id: 'policies.region' }, { region: romanOf(Number(key)) })
    : intl.formatMessage({ id: `policies.key.${key}` as MessageId });

export function factorName(intl: IntlShape, { table, key }: TableFactor): string {
  const name = tableName(intl, table);
  if (key !== undefined) return `${name} ${keyName(intl, table, key)}`;
  return rateTables[table].keys.length === 0
    ? name
    : intl.formatMessage({ id: 'policies.own-row' }, { table: name });
}

export const lineName = (lines: Lines, code: string) =>
  lines.find((line) => line.code === code)?.label || code;

export const lineNames = (intl: IntlShape, lines: Lines, codes: readonly string[]) =>
  intl.formatList(
    codes.map((code) => `“${lineName(lines, code)}”`),
    { type: 'conjunction' },
  );

/** A value as it is read: đồng, a product, a guarantee, or that nobody knows. */
export function valueWords(intl: IntlShape, value: PayValue, lines: Lines): string {
  if ('vnd' in value) {
    const amount = moneyWords(intl, value.vnd);
    if (!value.seniority) return amount;
    const { fromMonths, step, everyMonths, mostSteps } = value.seniority;
    return intl.formatMessage(
      { id: 'policies.value.seniority' },
      { amount, from: fromMonths, step: moneyWords(intl, step), every: everyMonths, mostSteps },
    );
  }
  if ('ofOwn' in value) {
    const own = intl.formatMessage({ id: `policies.own.${value.ofOwn}` });
    return `${decimalWords(intl, value.times)} × ${own}`;
  }
  if ('times' in value) {
    const factors = value.of.map((factor) => factorName(intl, factor));
    const own = value.ofLines.map((code) => `“${lineName(lines, code)}”`);
    const parts = own.length > 1 ? [`(${own.join(' + ')})`] : own;
    return [decimalWords(intl, value.times), ...factors, ...parts].join(' × ');
  }
  if ('upTo' in value) {
    return intl.formatMessage(
      { id: 'policies.value.up-to' },
      { lines: lineNames(intl, lines, value.after) },
    );
  }
  return intl.formatMessage({ id: 'policies.value.unknown' }, { text: value.unknown });
}

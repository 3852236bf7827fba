import { BankColumn, type ParameterCode } from '@antt/contracts';

/** Parameters whose value is one of a few words; each has its text in `settings.value`. */
export const choicesOf = {
  'tool-rounding': ['down', 'nearest', 'up'],
  'claim-priced-on': ['event', 'decision'],
  'severance-priced-on': ['event', 'decision'],
  'claim-paid-from': ['commune', 'province'],
  'severance-paid-from': ['commune', 'province'],
  'winter-uniform': ['by-decree', 'always', 'on-need'],
  'council-quorum': ['1/2', '2/3'],
  'short-funds': ['off', 'warn', 'stop'],
} as const satisfies Partial<Record<ParameterCode, readonly string[]>>;

/** Parameters whose value is several of a few words, in order. */
export const severalOf = {
  'bank-file-columns': BankColumn.options,
} as const satisfies Partial<Record<ParameterCode, readonly string[]>>;

/** Parameters whose value is a text. */
export const texts: readonly ParameterCode[] = ['bank-transfer-content'];

type Choice =
  | (typeof choicesOf)[keyof typeof choicesOf][number]
  | (typeof severalOf)[keyof typeof severalOf][number];

/** The key of the text of a value that is one of a few words; null for any other value. */
export function choiceText(value: unknown): `settings.value.${Choice}` | null {
  const known: readonly string[] = [
    ...Object.values(choicesOf),
    ...Object.values(severalOf),
  ].flat();
  return known.includes(String(value)) ? `settings.value.${value as Choice}` : null;
}

import type { Indicator, ReportFinding } from '@antt/contracts';
import type { IntlShape } from 'react-intl';

/** What is wrong or odd about a number, in words, with what it was compared with. */
export function findingText(
  intl: IntlShape,
  { fault, said, expected, comparison, others }: ReportFinding,
  nameOf: (code: string) => string,
): string {
  return intl.formatMessage(
    { id: `reports.fault.${fault}` },
    {
      said: amountText(intl, said),
      expected: amountText(intl, expected),
      comparison: comparison ?? 'none',
      others: others.map(nameOf).join('; '),
    },
  );
}

const amountText = (intl: IntlShape, amount: string | null) =>
  amount === null ? '–' : intl.formatNumber(Number(amount), { maximumFractionDigits: 2 });

/** How an indicator is called in the language of the page. */
export function indicatorName(intl: IntlShape, { name, nameEn }: Indicator): string {
  return intl.locale === 'en' && nameEn ? nameEn : name;
}

import type { Column } from '@antt/reading';
import { z } from 'zod';

/**
 * 12 digits, or 9 of a paper from before 2016 (law BR-25). A spreadsheet that took them for a number has
 * dropped leading zeros: no citizen ID of 12 digits begins with three of them.
 */
export function citizenIdField(): Column<string>['field'] {
  return z.custom<string | number | boolean | null>().transform((value, context): string => {
    const digits = String(value).replace(/[\s.'-]/gu, '');
    const whole =
      typeof value === 'number' ? digits.padStart(digits.length > 9 ? 12 : 9, '0') : digits;
    if (/^(\d{12}|\d{9})$/.test(whole)) return whole;
    context.addIssue({ code: 'custom', message: 'value-invalid' });
    return z.NEVER;
  });
}

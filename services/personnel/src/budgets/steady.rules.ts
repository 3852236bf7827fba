import type { PayCondition, PolicyDocument } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';

/** Amounts that move with time alone: by months of service, or due in one month of the year. */
export function movesWithTime({ lines }: PolicyDocument): boolean {
  return lines.some(
    ({ basis, rates, shares }) =>
      basis.per === 'year' ||
      basis.per === 'team-year' ||
      rates.some(
        ({ when, value }) => when.monthsServed || ('seniority' in value && value.seniority),
      ) ||
      shares.some(({ when }) => when.monthsServed),
  );
}

/** Days on which a condition of a document begins or ceases to hold. */
export function daysNamed({ lines }: PolicyDocument): PlainDate[] {
  const conditions = lines.flatMap(({ rates, shares }): PayCondition[] =>
    [...rates, ...shares].map(({ when }) => when),
  );
  return conditions
    .flatMap(({ days }) => [days?.from, days?.to])
    .filter((day) => day !== undefined);
}

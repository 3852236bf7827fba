import type { RateTableName } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';

type ShippedRate = {
  table: RateTableName;
  key: string;
  value: string;
  source: string;
  validFrom: PlainDate;
  validTo: PlainDate | null;
};

/** A series of values: each holds until the next one begins. */
function series(
  table: RateTableName,
  key: string,
  steps: readonly (readonly [PlainDate, string, string])[],
): ShippedRate[] {
  return steps.map(([validFrom, value, source], n) => ({
    ...{ table, key, value, source, validFrom },
    validTo: steps[n + 1]?.[0] ?? null,
  }));
}

/** National values as far as they are certain (law.md §4.2, §4.3); what is left open a province fills in. */
export const shippedRates: readonly ShippedRate[] = [
  ...series('base-wage', '', [
    ['2019-07-01', '1490000', 'Nghị định 38/2019/NĐ-CP'],
    ['2023-07-01', '1800000', 'Nghị định 24/2023/NĐ-CP'],
    ['2024-07-01', '2340000', 'Nghị định 73/2024/NĐ-CP'],
    ['2026-07-01', '2530000', 'Nghị định 161/2026/NĐ-CP'],
  ]),
  ...series('regional-minimum-wage', '3', [['2024-07-01', '3860000', 'Nghị định 74/2024/NĐ-CP']]),
  ...series('regional-minimum-wage', '4', [
    ['2022-07-01', '3250000', 'Nghị định 38/2022/NĐ-CP'],
    ['2024-07-01', '3450000', 'Nghị định 74/2024/NĐ-CP'],
  ]),
  ...(
    [
      ['poor', '50'],
      ['near-poor', '40'],
      ['minority', '30'],
      ['other', '20'],
    ] as const
  ).flatMap(([group, percent]) =>
    series('state-share', group, [['2025-07-01', percent, 'Nghị định 159/2025/NĐ-CP']]),
  ),
  ...series('social-insurance-rate', '', [['2016-01-01', '22', 'Luật BHXH (mức đóng tự nguyện)']]),
  ...series('health-insurance-rate', '', [['2010-01-01', '4.5', 'Luật BHYT (mức đóng)']]),
];

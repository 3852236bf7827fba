import { Education, FormerForce, type PayCondition, Position, UnitKind } from '@antt/contracts';
import type { ConditionField } from './condition-words.ts';

/** How a part of a condition is typed. */
export type ConditionKind = 'choices' | 'tags' | 'yes-no' | 'months' | 'days';

type Column = { kind: ConditionKind; options?: readonly (string | number)[] };

const cover = ['own', 'elsewhere', 'none'];
const communes: UnitKind[] = ['xã', 'phường', 'thị trấn', 'đặc khu', 'huyện đảo'];
const provinces: UnitKind[] = ['tỉnh', 'thành phố', 'quận', 'huyện', 'thị xã'];
const villages = UnitKind.options.filter(
  (kind) => !communes.includes(kind) && !provinces.includes(kind),
);

/** What a rate may depend on, in the order in which resolutions say it. */
export const conditionColumns: Record<ConditionField, Column> = {
  positions: { kind: 'choices', options: Position.options },
  education: { kind: 'choices', options: Education.options },
  classes: { kind: 'choices', options: [1, 2, 3] },
  kinds: { kind: 'choices', options: villages },
  communeKinds: { kind: 'choices', options: communes },
  communeClasses: { kind: 'choices', options: [1, 2, 3] },
  wageRegions: { kind: 'choices', options: [1, 2, 3, 4] },
  tags: { kind: 'tags' },
  anyTag: { kind: 'tags' },
  withoutTags: { kind: 'tags' },
  socialInsurance: { kind: 'choices', options: cover },
  healthInsurance: { kind: 'choices', options: cover },
  concurrent: { kind: 'yes-no' },
  minority: { kind: 'yes-no' },
  monthsServed: { kind: 'months' },
  days: { kind: 'days' },
  hazardGrades: { kind: 'choices', options: [1, 2, 3] },
  forces: { kind: 'choices', options: FormerForce.options },
};

export const conditionFields = Object.keys(conditionColumns) as ConditionField[];

/** The columns of a line's table: what one of its rates asks, and what somebody has added. */
export function columnsOf(
  rates: readonly { when: PayCondition }[],
  added: ReadonlySet<ConditionField>,
): ConditionField[] {
  return conditionFields.filter(
    (field) => added.has(field) || rates.some(({ when }) => when[field] !== undefined),
  );
}

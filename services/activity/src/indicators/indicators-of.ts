import type { Indicator, IndicatorLevel } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { sql } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';

const text = sql(import.meta.url, './indicators-of.sql');

export type IndicatorQuestion = {
  on: PlainDate;
  /** A unit of any level; left out, everything as laid down. */
  within?: string | undefined;
  code?: string | undefined;
  level?: IndicatorLevel | undefined;
};

/** The indicators of a day, for a unit those that hold there; in the order of contents. */
export function indicatorsOf(
  db: EntityManager,
  { on, within, code, level }: IndicatorQuestion,
): Promise<Indicator[]> {
  return db.query(text, [on, within ?? null, code ?? null, level ?? null]);
}

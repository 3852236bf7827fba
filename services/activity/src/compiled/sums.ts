import type {
  CompiledFigure,
  Indicator,
  IndicatorTotal,
  ReportCounts,
  SenderKind,
} from '@antt/contracts';
import { sql } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';

const sumsSql =
  sql(import.meta.url, './compiled-owing.sql') + sql(import.meta.url, './compiled-sums.sql');

/** What the reports of a part come to; of all together `id` is null. */
export type Sums = {
  id: string | null;
  name: string;
  kind: string;
  isSender: boolean;
  counts: ReportCounts;
  counting: number;
  corrected: number;
  /** Only of what somebody has said. */
  totals: IndicatorTotal[];
};

export type Definition = Pick<Indicator, 'code' | 'shape' | 'aggregation'>;
type Question = { periods: string[]; sender: SenderKind; units: string[]; byPart: boolean };

export function sumsOf(
  db: EntityManager,
  { periods, sender, units, byPart }: Question,
  definitions: readonly Definition[],
): Promise<Sums[]> {
  const asked = definitions.map(({ code, shape, aggregation }) => ({ code, shape, aggregation }));
  return db.query(sumsSql, [periods, sender, units, byPart, JSON.stringify(asked)]);
}

type Totals = Pick<Sums, 'totals'> | undefined;

/** A figure beside the one before; who has not said anything has no value (reporting BR-25). */
export function besideOf(code: string, now: Totals, before: Totals): CompiledFigure {
  const found = now?.totals.find((one) => one.code === code);
  const former = before?.totals.find((one) => one.code === code);
  return {
    code,
    ...{ value: found?.value ?? null, reported: found?.reported ?? 0 },
    ...{ former: former?.value ?? null, formerReported: former?.reported ?? 0 },
  };
}

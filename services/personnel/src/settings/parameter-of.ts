import { type ParameterCode, parameters, type ParameterValue } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import type { EntityManager } from 'typeorm';

/** What holds for a unit on a day: the value of the nearest unit above it that has one, else the default. */
export async function parameterOf<C extends ParameterCode>(
  db: EntityManager,
  code: C,
  unitId: string,
  on: PlainDate,
): Promise<ParameterValue<C>> {
  const [{ value }]: [{ value: ParameterValue<C> | null }] = await db.query(
    'select parameter_on($1, $2, $3) as value',
    [code, unitId, on],
  );
  return value ?? (parameters[code].byDefault as ParameterValue<C>);
}

/** The same for many units at once. */
export async function parametersOf<C extends ParameterCode>(
  db: EntityManager,
  code: C,
  unitIds: readonly string[],
  on: PlainDate,
): Promise<Map<string, ParameterValue<C>>> {
  const rows: { id: string; value: ParameterValue<C> | null }[] = await db.query(
    'select id, parameter_on($1, id, $3) as value from unnest($2::uuid[]) id',
    [code, unitIds, on],
  );
  const byDefault = parameters[code].byDefault as ParameterValue<C>;
  return new Map(rows.map(({ id, value }) => [id, value ?? byDefault]));
}

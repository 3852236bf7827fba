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

import type { PlainDate } from '@antt/kernel';
import type { EntityManager } from 'typeorm';
import { parameterOf } from '../settings/parameter-of.ts';
import { hasWinter } from './issue.rules.ts';

/** Do members of a commune get the winter set on a day (law BR-64)? */
export async function wearsWinter(
  db: EntityManager,
  communeId: string,
  on: PlainDate,
): Promise<boolean> {
  const said = await parameterOf(db, 'winter-uniform', communeId, on);
  if (said !== 'by-decree') return said === 'always';
  const [province] = await db.query(
    `select v.code from unit_above($1, $2) a
       join unit u on u.id = a.id and u.level = 'province'
       join unit_version v on v.unit_id = a.id
        and v.valid_from <= $2 and (v.valid_to is null or $2 < v.valid_to)`,
    [communeId, on],
  );
  return province !== undefined && hasWinter(province.code);
}

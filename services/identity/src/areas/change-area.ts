import { accessChanged, areaChanged, type AreaUnit, placeUnits } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { type Client, publish } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { areaChange } from './area-change.rules.ts';
import { holders } from './holders.ts';
import { loadAreas } from './load-areas.ts';

/** Changes an area because of an act of a day and tells of it, as when somebody does it by hand. */
export async function changeArea(
  tx: EntityManager,
  client: Client,
  { areaId, on }: { areaId: string; on: PlainDate },
  write: () => Promise<unknown>,
): Promise<void> {
  await tx.query('select 1 from area where id = $1 for update', [areaId]);
  const [before] = await loadAreas(tx, [areaId]);
  await write();
  const [after] = await loadAreas(tx, [areaId]);
  if (!before || !after) return;
  const names = await namesOf(client, [...before.units, ...after.units], on);
  const change = areaChange(before.units, after.units, names);
  if (change.added.length + change.removed.length === 0) return;
  const units = after.units.length;
  await publish(tx, areaChanged, { areaId, name: after.name, units, ...change });
  for (const accountId of await holders(tx, areaId)) {
    await publish(tx, accessChanged, { accountId, why: 'area' });
  }
}

async function namesOf(
  client: Client,
  units: AreaUnit[],
  on: PlainDate,
): Promise<Record<string, string>> {
  const unitIds = [...new Set(units.map(({ unitId }) => unitId))].slice(0, 5_000);
  const { names, kinds } = await client.call(placeUnits, { unitIds, roots: 'all', on });
  return Object.fromEntries(
    Object.entries(names).map(([id, name]) => [id, [kinds[id], name].filter(Boolean).join(' ')]),
  );
}

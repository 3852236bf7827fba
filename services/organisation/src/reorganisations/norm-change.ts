import type { ReorganisationEffects } from '@antt/contracts';
import { addDays, type PlainDate } from '@antt/kernel';
import type { EntityManager } from 'typeorm';
import { NormService } from '../norms/norm.service.ts';

type Figures = { teams: number | null; members: number | null };

const open: Figures = { teams: null, members: null };

/** What an act moved, and the norms that the province decides by on the new map. */
export async function withNorms(
  tx: EntityManager,
  on: PlainDate,
  moved: ReorganisationEffects,
): Promise<ReorganisationEffects> {
  const norms = await normChange(tx, on, moved.communes ?? []);
  return { ...moved, ...(norms && { norms }) };
}

/** What the criteria in force come to for each commune of an act, already carried out in the transaction. */
async function normChange(
  tx: EntityManager,
  on: PlainDate,
  communes: NonNullable<ReorganisationEffects['communes']>,
): Promise<ReorganisationEffects['norms']> {
  if (communes.length === 0) return undefined;
  const within = communes.map(({ unit }) => unit.id);
  const norms = new NormService(tx);
  // One connection: what is asked for at once would only wait for one another.
  const was = await norms.sums({ on: addDays(on, -1), scope: null, within }, 'commune');
  const becomes = await norms.sums({ on, scope: null, within }, 'commune');
  if (was.size + becomes.size === 0) return undefined;
  const decided: (Figures & { unitId: string | null })[] = await tx.query(
    `select unit_id as "unitId", sum(teams)::int as teams, sum(members)::int as members
       from quota where unit_id = any ($1)
        and valid_from <= $2 and (valid_to is null or $2 < valid_to)
      group by grouping sets ((unit_id), ())`,
    [within, on],
  );
  const quotas = new Map(decided.map(({ unitId, ...figures }) => [unitId, figures]));
  const change = (id: string | null) => ({
    was: was.get(id) ?? open,
    becomes: becomes.get(id) ?? open,
    decided: quotas.get(id) ?? open,
  });
  return {
    communes: communes.map(({ unit }) => ({ unit, ...change(unit.id) })),
    total: change(null),
  };
}

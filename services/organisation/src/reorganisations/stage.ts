import type { ReorganisationPlan } from '@antt/contracts';
import { searchKey } from '@antt/kernel';
import type { EntityManager } from 'typeorm';

/** The plan as tables of the transaction, which every step then joins. */
export async function stage(tx: EntityManager, plan: ReorganisationPlan): Promise<void> {
  const keyed = <Named extends { name?: string | undefined }>(units: Named[]) =>
    JSON.stringify(
      units.map((unit) => ({ ...unit, searchKey: unit.name && searchKey(unit.name) })),
    );
  await tx.query(
    `create temporary table founded on commit drop as
     select id, level, kind, list, code, name, "searchKey" as search_key, "parentId" as parent_id, households
       from jsonb_to_recordset($1) as f(id uuid, level text, kind text, list text, code text,
            name text, "searchKey" text, "parentId" uuid, households numeric)`,
    [keyed(plan.founded)],
  );
  await tx.query(
    `create temporary table changed on commit drop as
     select id, kind, list, code, name, "searchKey" as search_key, "parentId" as parent_id, households
       from jsonb_to_recordset($1) as c(id uuid, kind text, list text, code text, name text,
            "searchKey" text, "parentId" uuid, households numeric)`,
    [keyed(plan.changed)],
  );
  await tx.query(
    `create temporary table ending on commit drop as
     select value::uuid as id from jsonb_array_elements_text($1)`,
    [JSON.stringify(plan.ended)],
  );
  await tx.query(
    `create temporary table heir on commit drop as
     select "predecessorId" as predecessor_id, "successorId" as successor_id, share
       from jsonb_to_recordset($1) as h("predecessorId" uuid, "successorId" uuid, share numeric)`,
    [JSON.stringify(plan.lineage)],
  );
  for (const [table, column] of [
    ['founded', 'id'],
    ['changed', 'id'],
    ['ending', 'id'],
    ['heir', 'predecessor_id'],
    ['heir', 'successor_id'],
  ]) {
    await tx.query(`create index on ${table} (${column})`);
  }
  for (const table of ['founded', 'changed', 'ending', 'heir']) await tx.query(`analyze ${table}`);
}

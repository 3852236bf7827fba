import type { EntityManager } from 'typeorm';

/**
 * Names from the day on. A version that begins the same day is corrected, an earlier one is closed; a later
 * one stays, and this one ends where it begins. What was known to end still ends then.
 */
export async function version(tx: EntityManager, on: string): Promise<number> {
  await tx.query(
    `create temporary table renamed on commit drop as
     select i.*, v.valid_to as ends_on from incoming i
       left join unit_version v on v.unit_id = i.unit_id
        and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
      where v.unit_id is null
         or (v.list, v.code, v.name, v.kind) is distinct from (i.list, i.code, i.name, i.kind)`,
    [on],
  );
  await tx.query(
    `update unit_version v
        set list = r.list, code = r.code, name = r.name, kind = r.kind, search_key = r.search_key
       from renamed r where v.unit_id = r.unit_id and v.valid_from = $1`,
    [on],
  );
  await endStanding(tx, 'unit_version', 'renamed', on);
  await tx.query(
    `insert into unit_version (unit_id, level, kind, list, code, name, search_key, valid_from, valid_to)
     select r.unit_id, r.level, r.kind, r.list, r.code, r.name, r.search_key, $1::date,
            least(r.ends_on, (select min(valid_from) from unit_version n
                               where n.unit_id = r.unit_id and n.valid_from > $1::date))
       from renamed r
      where not exists (select 1 from unit_version v where v.unit_id = r.unit_id
                          and v.valid_from = $1::date)`,
    [on],
  );
  const [{ changed }] = await tx.query(
    `select count(*)::int as changed from renamed where not is_new`,
  );
  return changed;
}

/** Parents from the day on, by the same rule. */
export async function place(tx: EntityManager, on: string): Promise<number> {
  await tx.query(
    `create temporary table placed on commit drop as
     select i.unit_id, i.parent_id, i.is_new, p.valid_to as ends_on from incoming i
       left join unit_parent p on p.unit_id = i.unit_id
        and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
      where i.parent_id is not null and p.parent_id is distinct from i.parent_id`,
    [on],
  );
  await tx.query(
    `update unit_parent p set parent_id = r.parent_id
       from placed r where p.unit_id = r.unit_id and p.valid_from = $1`,
    [on],
  );
  await endStanding(tx, 'unit_parent', 'placed', on);
  await tx.query(
    `insert into unit_parent (unit_id, parent_id, valid_from, valid_to)
     select r.unit_id, r.parent_id, $1::date,
            least(r.ends_on, (select min(valid_from) from unit_parent n
                               where n.unit_id = r.unit_id and n.valid_from > $1::date))
       from placed r
      where not exists (select 1 from unit_parent p where p.unit_id = r.unit_id
                          and p.valid_from = $1::date)`,
    [on],
  );
  const [{ moved }] = await tx.query(`select count(*)::int as moved from placed where not is_new`);
  return moved;
}

function endStanding(tx: EntityManager, table: string, staged: string, on: string) {
  return tx.query(
    `update ${table} set valid_to = $1
      where unit_id in (select unit_id from ${staged})
        and valid_from < $1 and (valid_to is null or $1 < valid_to)`,
    [on],
  );
}

/** Figures, tags and points: what is said is written, what is left empty is left alone. */
export async function attach(
  tx: EntityManager,
  { validFrom, source }: { validFrom: string; source: string },
): Promise<number> {
  let written = 0;
  const kinds = ['households', 'population', 'population-with-temporary', 'area-km2'] as const;
  for (const kind of kinds) {
    const figures = await tx.query(
      `insert into unit_figure (unit_id, kind, measured_on, value, source)
       select unit_id, $3, coalesce(measured_on, $1::date), "${kind}", $2 from incoming
        where "${kind}" is not null
       on conflict (unit_id, kind, measured_on)
       do update set value = excluded.value, source = excluded.source
        where unit_figure.value <> excluded.value
       returning unit_id`,
      [validFrom, source, kind],
    );
    written += figures.length;
  }
  const tags = await tx.query(
    `insert into unit_tag (unit_id, tag, valid_from, valid_to)
     select i.unit_id, tag, $1::date,
            least((select min(n.valid_from) from unit_tag n
                    where n.unit_id = i.unit_id and n.tag = tag.tag and n.valid_from > $1::date),
                  (select max(v.valid_to) from unit_version v where v.unit_id = i.unit_id
                   having bool_and(v.valid_to is not null)))
       from incoming i, unnest(i.tags) as tag(tag)
      where not exists (select 1 from unit_tag t where t.unit_id = i.unit_id and t.tag = tag.tag
                          and t.valid_from <= $1 and (t.valid_to is null or $1 < t.valid_to))
     on conflict do nothing
     returning unit_id`,
    [validFrom],
  );
  const points = await tx.query(
    `insert into unit_point (unit_id, point)
     select unit_id, st_setsrid(st_makepoint(lon, lat), 4326) from incoming
      where lon is not null and lat is not null
     on conflict (unit_id) do update set point = excluded.point
      where not st_equals(unit_point.point, excluded.point)
     returning unit_id`,
  );
  return written + tags.length + points.length;
}

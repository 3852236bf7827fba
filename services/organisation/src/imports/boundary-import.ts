import { type Level, problem, boundariesImported, type RowProblem } from '@antt/contracts';
import { assertInside, type Importer, publish, sql } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { read } from './reading-worker.ts';
import { finding } from './row-problem.ts';
import { missing } from './unit-import.ts';

const stageSql = sql(import.meta.url, './boundary-stage.sql');
const writeSql = sql(import.meta.url, './boundary-write.sql');

/** An outline of a file, in the file's own coordinates. */
export type OutlineRow = {
  at: string;
  code: string;
  name: string | null;
  level: Level | null;
  geometry: { type: 'Polygon' | 'MultiPolygon'; coordinates: unknown[] };
};

/** Outlines and how PostGIS brings their coordinates to WGS84: an EPSG code, or a PROJ definition. */
export type OutlineFile = { rows: OutlineRow[]; srid: number | null; proj4: string | null };

/** Outlines of units that stand on the day, from that day on. */
export const boundaryImporter: Importer<OutlineFile> = {
  kind: 'boundaries',
  permission: 'unit.write',
  read: (file) => read('boundaries', file),
  async apply(tx, content, { name, options }, { jobId, progress }) {
    const { validFrom, list, level } = options;
    if (!validFrom || !list) {
      throw problem('invalid-input', { errors: missing({ validFrom, list }) });
    }
    const { rows } = content;
    await tx.query(`create temporary table outline (n int, at text, name text, unit_id uuid,
      level text, reason text, geom geometry(MultiPolygon, 4326)) on commit drop`);
    // In portions, so that a country's outlines need not be one text.
    for (let start = 0; start < rows.length; start += 500) {
      const portion = rows.slice(start, start + 500).map((row, n) => ({ ...row, n: start + n }));
      const given = [JSON.stringify(portion), validFrom, list, level ?? null];
      await tx.query(stageSql, [...given, content.srid, content.proj4]);
      progress(start, rows.length);
    }
    const problems = await check(tx, validFrom);
    if (problems.length > 0) return { counts: { read: rows.length }, problems };
    const units: { unit_id: string }[] = await tx.query(`select distinct unit_id from outline`);
    await assertInside(
      tx,
      'unit.write',
      units.map((row) => row.unit_id),
      validFrom,
    );
    const [counts] = await tx.query(writeSql, [validFrom, options.source ?? name]);
    if (counts.added + counts.changed > 0) {
      await publish(tx, boundariesImported, { jobId, validFrom, counts });
    }
    return { counts: { read: rows.length, ...counts }, problems };
  },
};

async function check(tx: EntityManager, on: string): Promise<RowProblem[]> {
  const rows: { code: string; at: string; name: string; reason: string | null }[] = await tx.query(
    `select case when unit_id is null then 'unit-code-unknown'
                 when k > 1 then 'unit-twice'
                 when not st_isvalid(geom) then 'geometry-invalid'
                 when not geom && st_makeenvelope(101, 4, 119, 25, 4326) then 'outside-vietnam'
            end as code,
            at, name, case when not st_isvalid(geom) then st_isvalidreason(geom) end as reason
       from (select *, row_number() over (partition by unit_id order by n) as k from outline) o
      where unit_id is null or k > 1 or not st_isvalid(geom)
         or not geom && st_makeenvelope(101, 4, 119, 25, 4326)
      order by n limit 1000`,
  );
  return rows.map(({ code, at, name, reason }) =>
    finding(code, at, { unit: name, unitCode: name, reason, on }),
  );
}

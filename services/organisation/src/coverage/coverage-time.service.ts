import {
  type compareCoverage,
  type Coverage,
  type CoveragePoint,
  type listCoverageGroups,
  type listCoverageSeries,
  problem,
  type UnitKind,
} from '@antt/contracts';
import type { Input, Output, PlainDate } from '@antt/kernel';
import { currentPrincipal, reachEver, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import {
  type Descent,
  originsOf,
  pointOf,
  restated,
  together,
} from './coverage-comparison.rules.ts';
import { CoverageService } from './coverage.service.ts';

const seriesSql = sql(import.meta.url, './coverage-series.sql');
const descentSql = sql(import.meta.url, './village-descents.sql');
const districtSql = sql(import.meta.url, './former-districts.sql');
/** Law 72/2025/QH15: there are no districts from 1 July 2025 on. */
const lastDayOfDistricts = '2025-06-30';
/** Month by month, more than anybody reads and as much as is told in time. */
const mostYears = 100;

type Groups = Output<typeof listCoverageGroups>;
type Compared = Output<typeof compareCoverage>;

/** Coverage over time, of two days, and of groups of communes that are no unit of the day. */
@Injectable()
export class CoverageTimeService {
  constructor(
    private readonly db: EntityManager,
    private readonly coverage: CoverageService,
  ) {}

  async series(
    question: Input<typeof listCoverageSeries>,
  ): Promise<Output<typeof listCoverageSeries>> {
    const { from, to, step } = question;
    if (step === 'month' && Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > mostYears) {
      throw problem('invalid-input', { errors: [{ path: 'from', message: 'too_big' }] });
    }
    const { scope, within } = reachEver('coverage.read', question);
    const items: CoveragePoint[] = await this.db.query(seriesSql, [from, to, scope, within, step]);
    return { items, nextCursor: null, total: items.length };
  }

  async groups({ on, within, by }: Input<typeof listCoverageGroups>): Promise<Groups> {
    const { items, total: whole } = await this.coverage.get({ on, within, level: 'commune' });
    const ids = items.map(({ unit }) => unit.id);
    const groups = by === 'area' ? await this.myAreas(ids, on) : await this.districts(ids, on);
    const byId = new Map(items.map((row) => [row.unit.id, row]));
    const rows = groups.map(({ communes, ...group }) => ({
      group,
      units: communes,
      ...together(communes.map((id) => byId.get(id)!)),
    }));
    const { gaps: _, ...figures } = whole;
    return { items: rows, nextCursor: null, total: rows.length, whole: figures };
  }

  async compare({ from, to, within, level }: Input<typeof compareCoverage>): Promise<Compared> {
    const after = await this.coverage.get({ on: to, within, level });
    const before = await this.coverage.get({ on: from, level });
    const mine = within ? await this.coverage.get({ on: from, within, level }) : before;
    const descents: Descent[] = await this.db.query(
      `select l.predecessor_id as "predecessorId", l.successor_id as "successorId", l.share::float8 as share
         from unit_lineage l
         join reorganisation r on r.id = l.reorganisation_id and r.status = 'applied'
        where l.valid_from > $1 and l.valid_from <= $2`,
      [from, to],
    );
    if (level === 'commune') descents.push(...(await this.db.query(descentSql, [from, to])));
    const earlier = new Map(before.items.map((row) => [row.unit.id, row]));
    const used = new Set<string>();
    const rows = after.items.map((row): Compared['items'][number] => {
      const origins = [...originsOf(row.unit.id, descents)];
      for (const [id] of origins) used.add(id);
      const parts = origins.flatMap(([id, share]) => {
        const found = earlier.get(id);
        return found ? [{ id, share, name: found.unit.name, point: pointOf(found) }] : [];
      });
      const same = parts.length === 1 && parts[0]!.id === row.unit.id;
      return {
        unit: row.unit,
        standing: parts.length === 0 ? 'began' : same ? 'both' : 'restated',
        before: parts.length === 0 ? null : restated(parts),
        after: pointOf(row),
        predecessors: same ? [] : parts.map(({ id, name, share }) => ({ id, name, share })),
      };
    });
    const ended = mine.items
      .filter(({ unit }) => !used.has(unit.id))
      .map((row: Coverage): Compared['items'][number] => ({
        unit: row.unit,
        standing: 'ended',
        before: pointOf(row),
        after: null,
        predecessors: [],
      }));
    const items = [...rows, ...ended];
    return { items, nextCursor: null, total: items.length };
  }

  private async districts(communes: string[], on: PlainDate) {
    const day = on < lastDayOfDistricts ? on : lastDayOfDistricts;
    const rows: { commune_id: string; id: string; name: string; kind: UnitKind }[] =
      await this.db.query(districtSql, [communes, day, on]);
    const groups = new Map<string, Groups['items'][number]['group'] & { communes: string[] }>();
    for (const { commune_id: commune, id, name, kind } of rows) {
      const group = groups.get(id) ?? { id, name, kind, communes: [] };
      group.communes.push(commune);
      groups.set(id, group);
    }
    return [...groups.values()];
  }

  private async myAreas(communes: string[], on: PlainDate) {
    const groups = [];
    const areas = new Map(currentPrincipal().grants.map((grant) => [grant.areaId, grant.units]));
    for (const [id, units] of areas) {
      const roots =
        units === 'all'
          ? null
          : units
              .filter(({ from, to }) => from <= on && (to === null || on < to))
              .map((unit) => unit.unitId);
      const rows: { id: string }[] =
        roots === null
          ? communes.map((commune) => ({ id: commune }))
          : await this.db.query(`select id from unit_below($1, $2) where id = any ($3::uuid[])`, [
              roots,
              on,
              communes,
            ]);
      groups.push({ id, name: null, kind: null, communes: rows.map((row) => row.id) });
    }
    return groups;
  }
}

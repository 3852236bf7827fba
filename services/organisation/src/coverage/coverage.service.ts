import type { Coverage, getCoverage } from '@antt/contracts';
import type { Input, Output, PlainDate } from '@antt/kernel';
import { reach, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { NormService } from '../norms/norm.service.ts';
import { sumOf } from '../restatements/norm.rules.ts';
import { RestatementService } from '../restatements/restatement.service.ts';
import { type CoverageFigures, gapsOf } from './coverage.rules.ts';

const coverageSql = sql(import.meta.url, './coverage.sql');

type Row = CoverageFigures & {
  is_total: boolean;
  teams_decided: number | null;
  members_decided: number | null;
  /** Null while personnel has told of nobody, and where figures are restated. */
  serving?: number | null;
  active: number;
  with_workplace: number;
  workplaces: number;
  /** Only where figures are restated. */
  apportioned?: string[];
  unplaced?: number | null;
  communes: number;
  id: string;
  code: string;
  name: string;
  kind: Coverage['unit']['kind'];
  level: Coverage['unit']['level'];
  parent_id: string | null;
  parent_name: string | null;
  parent_kind: Coverage['unit']['parentKind'];
  /** Only where the criteria of the day come to one. */
  norm?: { teams: number | null; members: number | null };
};

@Injectable()
export class CoverageService {
  constructor(
    private readonly db: EntityManager,
    private readonly restatements: RestatementService,
    private readonly norms: NormService,
  ) {}

  async get(question: Input<typeof getCoverage>): Promise<Output<typeof getCoverage>> {
    const { restate } = question;
    const rows: Row[] =
      restate === undefined
        ? await this.standing(question)
        : await this.restated({ ...question, restate });
    const total = rows.pop()!;
    return {
      items: rows.map((row) => ({ unit: unitOf(row), ...figuresOf(row) })),
      total: figuresOf(total),
      ...(restate !== undefined && { unplaced: total.unplaced ?? 0 }),
    };
  }

  /** Norms of another day's communes; above the communes they are not told. */
  private async restated(question: Input<typeof getCoverage> & { restate: PlainDate }) {
    const rows = await this.restatements.coverage<Row>(question);
    if (question.level !== 'commune') return rows;
    const norms = await this.restatements.normsOf(question);
    if (norms.size === 0) return rows;
    // What became of nothing is in the total alone, and in it only where nothing narrows it.
    const lost = question.within === undefined ? norms.get(null) : undefined;
    const total = sumOf([...rows.map(({ id }) => (id ? norms.get(id) : undefined)), lost]);
    return rows.map((row): Row => {
      const norm = row.is_total ? total : norms.get(row.id);
      if (!norm) return row;
      const apportioned = [...(row.apportioned ?? []), ...(norm.sure ? [] : ['teams.norm'])];
      return { ...row, norm, apportioned };
    });
  }

  /** Both statements at once: neither waits for the other. */
  private async standing(question: Input<typeof getCoverage>): Promise<Row[]> {
    const { on, level } = question;
    const { scope, within } = reach('coverage.read', question);
    const [rows, norms] = await Promise.all([
      this.db.query(coverageSql, [on, scope, within, level]) as Promise<Row[]>,
      this.norms.sums({ on, scope, within }, level),
    ]);
    return rows.map((row) => ({ ...row, norm: norms.get(row.is_total ? null : row.id) }));
  }
}

function unitOf(row: Row): Coverage['unit'] {
  const { id, code, name, kind, level } = row;
  return {
    id,
    code,
    name,
    kind,
    level,
    parentId: row.parent_id,
    parentName: row.parent_name,
    parentKind: row.parent_kind,
  };
}

function figuresOf(row: Row): Omit<Coverage, 'unit'> {
  return {
    villages: row.villages,
    coveredVillages: row.covered,
    teams: { norm: row.norm?.teams ?? null, decided: row.teams_decided, active: row.active },
    members: {
      norm: row.norm?.members ?? null,
      decided: row.members_decided,
      serving: row.serving ?? null,
      paid: null,
    },
    workplaces: { teamsWith: row.with_workplace, total: row.workplaces },
    communes: {
      total: row.communes,
      teamsShort: row.communes_short,
      workplaceMissing: row.communes_without_workplace,
    },
    gaps: gapsOf(row),
    ...(row.apportioned && { apportioned: row.apportioned }),
  };
}

import type { Coverage, getCoverage } from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { RestatementService } from '../restatements/restatement.service.ts';
import { reach } from '../scope.ts';
import { type CoverageFigures, gapsOf } from './coverage.rules.ts';

const coverageSql = sql(import.meta.url, './coverage.sql');

type Row = CoverageFigures & {
  is_total: boolean;
  teams_decided: number | null;
  members_decided: number | null;
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
};

@Injectable()
export class CoverageService {
  constructor(
    private readonly db: EntityManager,
    private readonly restatements: RestatementService,
  ) {}

  async get(question: Input<typeof getCoverage>): Promise<Output<typeof getCoverage>> {
    const { restate } = question;
    const rows: Row[] =
      restate === undefined
        ? await this.standing(question)
        : await this.restatements.coverage<Row>({ ...question, restate });
    const total = rows.pop()!;
    return {
      items: rows.map((row) => ({ unit: unitOf(row), ...figuresOf(row) })),
      total: figuresOf(total),
      ...(restate !== undefined && { unplaced: total.unplaced ?? 0 }),
    };
  }

  private standing(question: Input<typeof getCoverage>): Promise<Row[]> {
    const { scope, within } = reach('coverage.read', question);
    return this.db.query(coverageSql, [question.on, scope, within, question.level]);
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
    teams: { norm: null, decided: row.teams_decided, active: row.active },
    members: { norm: null, decided: row.members_decided, serving: null, paid: null },
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

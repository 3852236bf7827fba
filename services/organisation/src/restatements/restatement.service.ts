import type { getCoverage, listRestatements, Permission, Restatement } from '@antt/contracts';
import type { Input, Output, PlainDate } from '@antt/kernel';
import { reach, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { NormService } from '../norms/norm.service.ts';
import { type RestatedNorm, restatedNorms, type VillagePlace } from './norm.rules.ts';

const coverageSql = sql(import.meta.url, './restated-coverage.sql');
const placesSql = sql(import.meta.url, './village-places.sql');
const listSql = sql(import.meta.url, './list-restatements.sql');

type Numbers = Omit<Restatement, 'unit' | 'of'>;
type Said = Partial<Record<keyof Numbers | 'area-km2', Restatement['teams']>> | null;
type Row = {
  id: string | null;
  code: string;
  name: string;
  kind: Restatement['unit']['kind'];
  level: Restatement['unit']['level'];
  parent_id: string | null;
  parent_name: string | null;
  parent_kind: Restatement['unit']['parentKind'];
  said: Said;
  of: Restatement['of'];
  unplaced: Output<typeof listRestatements>['unplaced'] | null;
};
type Question = {
  on: PlainDate;
  restate: PlainDate;
  within?: string;
  level: string;
  apportioning?: string;
  /** Of this decision alone. */
  instrumentId?: string;
  permission?: Permission;
};

@Injectable()
export class RestatementService {
  constructor(
    private readonly db: EntityManager,
    private readonly norms: NormService,
  ) {}

  /** The rows of coverage.sql, of the asked day's facts in the units of the other day. */
  async coverage<Figures>(question: Input<typeof getCoverage> & Question): Promise<Figures[]> {
    return this.db.query(coverageSql, await this.parameters(question));
  }

  /**
   * Norms are the villages' own: each goes where its village lies on the other day. A sum that holds an open one is
   * open, and a village that went to several communes makes both ends' sums shared out.
   */
  async normsOf(question: Question): Promise<Map<string | null, RestatedNorm>> {
    const { on, restate, within, permission = 'coverage.read' } = question;
    const reached = reach(permission, { on, ...(within !== undefined && { within }) });
    const villages = await this.norms.sums({ on, ...reached }, 'village');
    const ids = [...villages.keys()].filter((id) => id !== null);
    const places: VillagePlace[] = await this.db.query(placesSql, [on, ids, restate]);
    return restatedNorms(villages, places);
  }

  async list(
    question: Input<typeof listRestatements> & Pick<Question, 'instrumentId' | 'permission'>,
  ): Promise<Output<typeof listRestatements>> {
    const parameters = await this.parameters(question);
    const rows: Row[] = await this.db.query(listSql, [
      ...parameters,
      question.instrumentId ?? null,
    ]);
    const total = rows.pop()!;
    return {
      items: rows.map((row) => ({ unit: unitOf(row), ...numbersOf(row.said), of: row.of })),
      total: numbersOf(total.said),
      unplaced: total.unplaced!,
    };
  }

  /** Facts are looked at as rights are on their day, units shown as rights are on the other one. */
  private async parameters(question: Question): Promise<unknown[]> {
    const { on, restate, within, level, apportioning, permission = 'coverage.read' } = question;
    const narrowed = within === undefined ? {} : { within };
    const then = reach(permission, { on, ...narrowed });
    const shown = reach(permission, { on: restate, ...narrowed });
    const stands = await this.standsOn(restate, shown.within);
    return [
      on,
      then.scope,
      stands ? null : then.within,
      level,
      restate,
      shown.scope,
      stands ? shown.within : null,
      apportioning ?? null,
    ];
  }

  private async standsOn(on: PlainDate, unitIds: string[] | null): Promise<boolean> {
    if (!unitIds || unitIds.length === 0) return false;
    const [{ stands }] = await this.db.query(
      `select exists (select 1 from unit_version where unit_id = any ($1)
                         and valid_from <= $2 and (valid_to is null or $2 < valid_to)) as stands`,
      [unitIds, on],
    );
    return stands;
  }
}

function unitOf({ id, code, name, kind, level, ...row }: Row): Restatement['unit'] {
  const { parent_id: parentId, parent_name: parentName, parent_kind: parentKind } = row;
  return { id: id!, code, name, kind, level, parentId, parentName, parentKind };
}

function numbersOf(said: Said): Numbers {
  return {
    villages: said?.villages ?? null,
    teams: said?.teams ?? null,
    members: said?.members ?? null,
    leaders: said?.leaders ?? null,
    deputies: said?.deputies ?? null,
    ordinary: said?.ordinary ?? null,
    households: said?.households ?? null,
    population: said?.population ?? null,
    areaKm2: said?.['area-km2'] ?? null,
  };
}

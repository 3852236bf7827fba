import type { explainNorm, Norm, NormGap, UnitKind } from '@antt/contracts';
import { problem } from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { ownUnit } from '../units/standing-unit.ts';
import { criteriaInForce } from './applied-criteria.ts';
import { type Detail, stepsOf } from './norm-step.rules.ts';
import { explainedNorm, holdingCriteria } from './norm-sum.rules.ts';

type Row = {
  id: string;
  code: string;
  name: string;
  kind: UnitKind;
  commune_id: string | null;
  teams: number | null;
  members_min: number | null;
  members_max: number | null;
  leaders: number | null;
  deputies: number | null;
  binding: Norm['binding'] | 'unknown';
  gap: NormGap | null;
  missing: string[];
  cluster: number | null;
  criteria: number | null;
  detail: Detail | null;
  sharing: { id: string; name: string }[];
};

@Injectable()
export class ExplanationService {
  constructor(private readonly db: EntityManager) {}

  async explain({ id, on }: Input<typeof explainNorm>): Promise<Output<typeof explainNorm>> {
    const { level } = await ownUnit(this.db, 'criteria.read', id, on);
    if (level !== 'village') throw problem('norm-is-of-a-village', { id, level });
    const [parent] = await this.db.query(
      `select p.parent_id as id, v.name from unit_parent p
         left join unit_version v on v.unit_id = p.parent_id
          and v.valid_from <= $2 and (v.valid_to is null or $2 < v.valid_to)
        where p.unit_id = $1 and p.valid_from <= $2 and (p.valid_to is null or $2 < p.valid_to)`,
      [id, on],
    );
    const criteria = await criteriaInForce(this.db, on);
    // The whole commune: who shares a team follows from its other villages.
    const asked = { on, scope: null, within: [parent?.id ?? id] };
    const first = holdingCriteria({ ...asked, criteria }, id);
    const [holding] = await this.db.query(first.text, first.values);
    const applied = criteria[holding.criteria - 1];
    const whole = explainedNorm({ ...asked, criteria: applied ? [applied] : [] }, id);
    const [found] = await this.db.query(whole.text, whole.values);
    const row = found as Row;
    const held = applied ? await this.source(applied.id) : null;
    return {
      ...normOfOne(row),
      unit: {
        id,
        code: row.code,
        name: row.name,
        kind: row.kind,
        level: 'village',
        parentId: parent?.id ?? null,
        parentName: parent?.name ?? null,
      },
      cluster: row.cluster,
      criteria: held,
      steps: held && applied ? stepsOf(applied, row.detail, row.sharing ?? [], held.validFrom) : [],
    };
  }

  private async source(id: string) {
    const [row] = await this.db.query(
      `select c.id, c.document ->> 'name' as name, r.valid_from as "validFrom", r.ends_on as "endsOn",
              i.id as "instrumentId", i.number as "instrumentNumber", i.title as "instrumentTitle"
         from criteria c
         join criteria_reach r on r.id = c.id
         join instrument i on i.id = c.instrument_id
        where c.id = $1`,
      [id],
    );
    return row as NonNullable<Output<typeof explainNorm>['criteria']>;
  }
}

function normOfOne(row: Row): Norm {
  const { gap, members_min: min, members_max: max, teams, leaders, deputies } = row;
  const known = gap === null && min !== null && max !== null;
  const range = teams === null ? null : { min: teams, max: teams };
  const none = { min: 0, max: 0 };
  return {
    villages: 1,
    teams: range,
    members: known ? { min, max } : null,
    binding: row.binding === 'unknown' ? null : row.binding,
    positions:
      known && leaders !== null && deputies !== null
        ? { leaders, deputies, ordinary: max - leaders - deputies }
        : null,
    open: gap ? [{ gap, villages: 1 }] : [],
    missing: row.missing.map((metric) => ({ metric, villages: 1 })) as Norm['missing'],
    known: {
      villages: known ? 1 : 0,
      teams: known ? (range ?? none) : none,
      members: known ? { min, max } : none,
    },
  };
}

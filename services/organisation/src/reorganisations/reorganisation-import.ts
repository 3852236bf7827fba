import {
  type Level,
  problem,
  type ReorganisationEffects,
  type RowProblem,
  unitsReorganised,
} from '@antt/contracts';
import { addDays, type PlainDate } from '@antt/kernel';
import { type Importer, publish, uuidv7 } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { finding } from '../imports/row-problem.ts';
import { read } from '../imports/reading-worker.ts';
import { missing } from '../imports/unit-import.ts';
import { applyPlan } from './apply-plan.ts';
import { withNorms } from './norm-change.ts';
import { planOf } from './pair.rules.ts';
import { recordResolutions } from './record-resolutions.ts';
import { ReorganisationEntity } from './reorganisation.entity.ts';
import { touchedBy } from './plan.rules.ts';
import { resolutionsOf } from './resolution.rules.ts';
import { toldOf } from './told.rules.ts';

/** A row of a file of old → new units. */
export type PairRow = {
  at: string;
  level: Level;
  /** Villages: the commune of the old one, where the file names villages without codes. */
  parentCode: string | null;
  oldCode: string | null;
  oldName: string | null;
  /** So much of the old unit; empty = all of it, or equal parts. */
  share: number | null;
  newCode: string | null;
  newName: string | null;
  newParentCode: string | null;
  households: number | null;
  /** The resolution of the commune's council that says so, where the file names one (law BR-07). */
  resolutionNumber: string | null;
  resolutionSignedOn: PlainDate | null;
  resolutionIssuer: string | null;
};

/** A unit that stands on the eve of the act. */
export type StandingUnit = {
  id: string;
  level: Level;
  kind: string;
  list: string;
  code: string;
  name: string;
  parentId: string | null;
};

/**
 * A file of old → new units as one act: `closes` is the list of the old codes, `list` that of the new ones
 * (villages keep one list of the province's own), `source` becomes its title.
 */
export const reorganisationImporter: Importer<PairRow[]> = {
  kind: 'reorganisations',
  permission: 'unit.write',
  read: (file) => read('reorganisations', file),
  async apply(tx, rows, { name, options }, { jobId }) {
    const { validFrom: on, list, instrumentId, closes = list } = options;
    // A file that names the resolution of each commune needs no other instrument.
    const named = rows.some(({ resolutionNumber }) => resolutionNumber !== null);
    if (!on || !list || !closes || !(instrumentId || named)) {
      const errors = missing({ validFrom: on, list, instrumentId });
      throw problem('invalid-input', { errors });
    }
    const standing = await standingOn(tx, on, [...new Set(rows.map(({ level }) => level))]);
    const { parts, problems, communeOf } = planOf(rows, standing, {
      list,
      closes,
      eve: addDays(on, -1),
      newId: uuidv7,
    });
    const said = resolutionsOf(rows, communeOf);
    problems.push(...said.problems);
    if (problems.some(({ severity }) => severity === 'error')) {
      return { counts: { read: rows.length }, problems };
    }
    const title = options.source ?? name;
    const recorded = await recordResolutions(tx, said.resolutions, { on, title });
    const outlines = 'join' as const;
    const plan = {
      ...parts,
      on,
      instrumentId: instrumentId ?? recorded[0]!.instrumentId,
      title,
      outlines,
      undecided: 'largest-share' as const,
    };
    const id = jobId.split('.').at(-1)!;
    const effects = await withNorms(tx, on, await applyPlan(tx, id, plan, recorded));
    await tx.update(ReorganisationEntity, { id }, { effects });
    await publish(tx, unitsReorganised, { id, ...toldOf(plan, effects) });
    const undecided = effects.decisions.filter(({ what }) => what === 'parent-undecided');
    return {
      counts: { read: rows.length, ...effects.counts },
      problems: problems.concat(
        undecided
          .slice(0, 1_000)
          .map(({ unit, count }): RowProblem =>
            finding(
              'reorganisation-follows-largest-share',
              null,
              { unit: `${unit.kind} ${unit.name}`, count },
              'warning',
            ),
          ),
      ),
      keep: (db) => keepEffects(db, jobId, { ...effects, touched: touchedBy(plan) }),
    };
  },
};

/** What a check found out is looked at before the file is applied. */
async function keepEffects(
  db: EntityManager,
  jobId: string,
  effects: ReorganisationEffects & { touched: string[] },
) {
  await db.query(
    `insert into job_effects (job_id, effects) values ($1, $2) on conflict do nothing`,
    [jobId, JSON.stringify(effects)],
  );
}

/** What stands on the eve at these levels and above them. */
async function standingOn(tx: EntityManager, on: string, levels: Level[]): Promise<StandingUnit[]> {
  const withParents = levels.includes('village') ? levels.concat('commune') : levels;
  return tx.query(
    `select v.unit_id as id, v.level, v.kind, v.list, v.code, v.name, p.parent_id as "parentId"
       from unit_version v
       left join unit_parent p on p.unit_id = v.unit_id
        and p.valid_from < $1 and (p.valid_to is null or $1 <= p.valid_to)
      where v.valid_from < $1 and (v.valid_to is null or $1 <= v.valid_to)
        and v.level = any ($2 || array['province', 'district'])`,
    [on, withParents],
  );
}

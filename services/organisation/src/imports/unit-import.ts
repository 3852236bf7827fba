import type { Importer } from '@antt/service-kit';
import { type Level, problem, type UnitKind } from '@antt/contracts';
import { oneAtATime } from '../reorganisations/apply-plan.ts';
import { read } from './reading-worker.ts';
import { applyUnits } from './unit-apply.ts';

/** A row of a file of units; `parentCode` is looked for in the file, then among the units of the day. */
export type UnitRow = {
  at: string;
  level: Level;
  kind: UnitKind;
  code: string;
  name: string;
  parentCode: string | null;
  households: number | null;
  population: number | null;
  populationWithTemporary: number | null;
  areaKm2: number | null;
  measuredOn: string | null;
  tags: string[];
  lon: number | null;
  lat: number | null;
};

/** Units of one list from a day on, with figures, tags and points (see `ImportOptions`). */
export const unitImporter: Importer<UnitRow[]> = {
  kind: 'units',
  permission: 'unit.write',
  read: (file) => read('units', file),
  async apply(tx, rows, { name, options }, { jobId }) {
    const { validFrom, list } = options;
    if (!validFrom || !list) {
      throw problem('invalid-input', { errors: missing({ validFrom, list }) });
    }
    // An act on units judges the tree that a list of units changes, and the other way round.
    await oneAtATime(tx);
    const source = options.source ?? name;
    return applyUnits(tx, rows, { ...options, validFrom, list, source }, jobId);
  },
};

/** The options that a kind of file cannot do without. */
export function missing(options: Record<string, unknown>) {
  return Object.entries(options)
    .filter(([, value]) => value === undefined)
    .map(([path]) => ({ path: `options.${path}`, message: 'required' }));
}

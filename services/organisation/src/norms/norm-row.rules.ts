import type { Level, Norm, NormRow, UnitKind } from '@antt/contracts';
import { gapColumn, gaps, metrics, missingColumn } from './norm-sum.rules.ts';

/** A row of the listed norms; the total has no unit. */
export type NormCells = {
  is_total: boolean;
  bucket_id: string | null;
  villages: number;
  known: number;
  teams: number | null;
  known_teams: number;
  members_min: number | null;
  members_max: number | null;
  known_min: number;
  known_max: number;
  leaders: number | null;
  deputies: number | null;
  binding: Norm['binding'];
  cluster: number | null;
  criteria: number | null;
  code: string;
  name: string;
  kind: UnitKind;
  parent_id: string | null;
  parent_name: string | null;
  decided_teams: number | null;
  decided_members: number | null;
  total: number;
  sort_key: string;
};

export function normOf(cells: NormCells): Norm {
  const numbers = cells as unknown as Record<string, number>;
  const { members_min: min, members_max: max, leaders, deputies } = cells;
  const known = min !== null && max !== null;
  return {
    villages: cells.villages,
    teams: cells.teams === null ? null : { min: cells.teams, max: cells.teams },
    members: known ? { min, max } : null,
    binding: cells.binding,
    positions:
      known && leaders !== null && deputies !== null
        ? { leaders, deputies, ordinary: max - leaders - deputies }
        : null,
    open: gaps.flatMap((gap) => {
      const villages = numbers[gapColumn(gap)]!;
      return villages > 0 ? [{ gap, villages }] : [];
    }),
    missing: metrics.flatMap((metric) => {
      const villages = numbers[missingColumn(metric)]!;
      return villages > 0 ? [{ metric, villages }] : [];
    }),
    known: {
      villages: cells.known,
      teams: { min: cells.known_teams, max: cells.known_teams },
      members: { min: cells.known_min, max: cells.known_max },
    },
  };
}

export function normRowOf(cells: NormCells, level: Level, criteriaIds: readonly string[]): NormRow {
  const { bucket_id, code, name, kind, parent_id, parent_name, decided_teams } = cells;
  return {
    ...normOf(cells),
    unit: {
      id: bucket_id!,
      code,
      name,
      kind,
      level,
      parentId: parent_id,
      parentName: parent_name,
    },
    decided:
      decided_teams === null ? null : { teams: decided_teams, members: cells.decided_members! },
    cluster: level === 'village' ? cells.cluster : null,
    criteriaId: cells.criteria === null ? null : (criteriaIds[cells.criteria - 1] ?? null),
  };
}

import { z } from 'zod';
import { peopleWorkRights } from '../personnel/people-work.ts';
import type { Permission } from '../role.ts';
import type { Coverage } from './coverage.ts';
import { workRights } from './worklist.ts';

export const metrics = ['coverage', 'teams', 'members', 'workplaces', 'villages', 'work'] as const;
export const CoverageMetric = z.enum(metrics);
export type CoverageMetric = z.infer<typeof CoverageMetric>;

/** A unit's coverage, and what waits there, where that was asked for: no service knows both. */
export type Measured = Coverage & { work?: number | undefined };

type Reading = {
  /** `share`: 0–1; `difference`: around zero; `count`: whole numbers. */
  kind: 'share' | 'difference' | 'count';
  /** Null where there is nothing to measure: the unit is drawn hatched, as without data. */
  value: (row: Measured) => number | null;
  /** What the figure is made of, for the one line under the pointer. */
  parts?: (row: Coverage) => [number, number] | null;
  /** Any of these lets one read it, besides what lets one read coverage. */
  seenBy?: readonly Permission[];
};

const share = (part: number, whole: number) => (whole > 0 ? part / whole : null);

/** What the map can be coloured by. */
export const readings: Readonly<Record<CoverageMetric, Reading>> = {
  coverage: {
    kind: 'share',
    value: (row) => share(row.coveredVillages, row.villages),
    parts: (row) => [row.coveredVillages, row.villages],
  },
  teams: {
    kind: 'difference',
    // Without a quota there is nothing to be short of.
    value: ({ teams }) => (teams.decided === null ? null : teams.active - teams.decided),
    parts: ({ teams }) => (teams.decided === null ? null : [teams.active, teams.decided]),
  },
  members: {
    kind: 'difference',
    // Without a quota there is nothing to be short of; without personnel's word nothing is known.
    value: ({ members: { serving, decided } }) =>
      serving === null || decided === null ? null : serving - decided,
    parts: ({ members: { serving, decided } }) =>
      serving === null || decided === null ? null : [serving, decided],
  },
  workplaces: {
    kind: 'share',
    value: (row) => share(row.workplaces.teamsWith, row.teams.active),
    parts: (row) => [row.workplaces.teamsWith, row.teams.active],
  },
  villages: { kind: 'count', value: (row) => row.villages },
  work: {
    kind: 'count',
    value: ({ work }) => work ?? null,
    seenBy: [...Object.values(workRights), ...Object.values(peopleWorkRights)].map(
      ({ seenBy }) => seenBy,
    ),
  },
};

import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { Role } from '../role.ts';
import { Gap } from './coverage.ts';
import { Level, UnitKind } from './unit.ts';

const Named = z.object({ id: z.uuid(), name: z.string(), kind: UnitKind });
const count = z.number().int();

/** Who takes a gap in hand, until when; the next one for the same gap ends it. */
export const GapAssignment = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  kind: Gap,
  /** A person or a body, as the office names them. */
  assignee: z.string().trim().min(1).max(200),
  dueOn: PlainDate.nullable(),
  note: z.string().trim().max(500),
  validFrom: PlainDate,
});
export type GapAssignment = z.infer<typeof GapAssignment>;

/** Who answers for gaps of a kind: the law gives numbers to the province, teams and workplaces to the commune. */
export const GapOwner = z.object({
  kind: Gap,
  level: z.enum(['province', 'commune']),
  role: Role,
  /** Where it stands; empty for what is only a custom of the province. */
  source: z.string().trim().max(200),
  validFrom: PlainDate,
});
export type GapOwner = z.infer<typeof GapOwner>;

/** One thing that a unit lacks, since the day on which it began to lack it without a break. */
export const GapRow = z.object({
  unit: z.object({ ...Named.shape, code: z.string(), level: Level }),
  /** The commune: of a village what it lies in, of a commune itself. */
  commune: Named.nullable(),
  kind: Gap,
  since: PlainDate,
  ageDays: count,
  figures: z.object({
    villages: count,
    decided: count.nullable(),
    active: count,
    teamsWith: count,
  }),
  owner: z.object({ level: GapOwner.shape.level, role: Role, unit: Named.nullable() }).nullable(),
  assignment: GapAssignment.omit({ unitId: true, kind: true }).nullable(),
});
export type GapRow = z.infer<typeof GapRow>;

export const listGaps = operation('organisation.gap.list', {
  http: 'GET /coverage/gaps',
  allow: 'coverage.read',
  summary: 'What units of my area lack on a day, oldest first, with who answers for it',
  input: z.strictObject({
    on: PlainDate,
    within: z.uuid().optional(),
    kind: Gap.optional(),
    q: z.string().max(100).optional(),
    /** Only those that somebody has taken, or nobody. */
    assigned: z.enum(['yes', 'no']).optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(1_000).default(100),
  }),
  output: pageOf(GapRow).extend({
    /** Of each kind, whatever kind is asked for. */
    counts: z.record(Gap, count),
  }),
  deadline: 10_000,
});

export const assignGap = operation('organisation.gap.assign', {
  http: 'POST /coverage/gap-assignments',
  allow: 'team.write',
  summary: 'Say who takes a gap in hand from a day on, and until when',
  input: z.strictObject({
    ...GapAssignment.shape,
    dueOn: PlainDate.nullable().default(null),
    note: GapAssignment.shape.note.default(''),
  }),
  output: GapAssignment,
});

export const setGapOwner = operation('organisation.gap.set-owner', {
  http: 'POST /coverage/gap-owners',
  allow: 'quota.write',
  summary: 'Say which level and role answers for gaps of a kind from a day on',
  input: z.strictObject({ ...GapOwner.shape, source: GapOwner.shape.source.default('') }),
  output: GapOwner,
});

export const gapAssigned = event('organisation.gap-assigned.v1', GapAssignment);
export const gapOwnerSet = event('organisation.gap-owner-set.v1', GapOwner);

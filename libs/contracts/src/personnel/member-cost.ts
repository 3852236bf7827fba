import { operation, PlainDate, Vnd } from '@antt/kernel';
import { z } from 'zod';
import { CommuneRef } from './commune-ref.ts';
import { Position } from './posting.ts';

/** What a year costs; `insurance` is what comes on top if the member is insured as a member. */
const YearlyCost = z.object({
  /** Of the local budget, without insurance. */
  allowance: Vnd,
  /** Of the local budget, towards social and health insurance (Law 30/2023/QH15 Art. 23.1). */
  insurance: Vnd,
  /** The State's own share of insurance. */
  state: Vnd,
});

/**
 * What a year of one member of each position costs in a commune, and of one team: the policies of the day on a
 * member of whom nothing else is known, for the mean of the commune's teams (policy shape 56). Duty, training and
 * single cases are not in it.
 */
export const MemberCost = z.object({
  commune: CommuneRef,
  /** Null: no policy pays there on that day. */
  members: z.record(Position, YearlyCost).nullable(),
  /** Money of the team itself. */
  team: Vnd,
  /** Setting `deputies-per-team`, for whoever knows members only. */
  deputiesPerTeam: z.int().nonnegative(),
});
export type MemberCost = z.infer<typeof MemberCost>;

export const listMemberCosts = operation('personnel.member-cost.list', {
  http: 'GET /member-costs',
  allow: 'policy.read',
  summary: 'What a year of a member of each position costs in each commune, at the rates of a day',
  input: z.strictObject({ on: PlainDate, within: z.uuid().optional() }),
  output: z.object({
    items: z.array(MemberCost),
    /** Numbers of the policies that it is told by. */
    policies: z.array(z.string()),
    illustrative: z.boolean(),
    /** Lines whose amount is not known yet: they are not in it. */
    unknown: z.array(z.string()),
  }),
  deadline: 20_000,
});

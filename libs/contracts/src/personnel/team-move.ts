import { event, operation, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { DecisionRef } from './decision.ts';
import { Finding, Posting, RecognitionRule } from './posting.ts';

/** All members of one team go to another by one decision, as after a merger of villages. */
export const TeamMove = z.object({
  id: z.uuid(),
  fromTeamId: z.uuid(),
  toTeamId: z.uuid(),
  validFrom: PlainDate,
  /** Leader and deputies keep their titles; else everybody comes as an ordinary member (Art. 16.2). */
  keepTitles: z.boolean(),
});
export type TeamMove = z.infer<typeof TeamMove>;

export const moveTeam = operation('personnel.team-move.record', {
  http: 'POST /team-moves',
  allow: 'posting.write',
  summary: 'Move all members of a team to another one, all of them or nobody',
  input: TeamMove.extend({
    keepTitles: z.boolean().default(false),
    decision: DecisionRef,
    accept: z.array(RecognitionRule).max(10).default([]),
    reason: z.string().trim().max(500).default(''),
    /** Answers who would move, and which rules it breaks, and does nothing. */
    dryRun: z.boolean().default(false),
  }).strict(),
  output: TeamMove.extend({ postings: z.array(Posting), findings: z.array(Finding) }),
  // Acts on postings in one commune wait for each other.
  deadline: 20_000,
});

export const teamMoved = event(
  'personnel.team-moved.v1',
  TeamMove.extend({ decisionId: z.uuid(), members: z.number().int() }),
);

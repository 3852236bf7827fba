import { event, operation, pageOf } from '@antt/kernel';
import { z } from 'zod';
import { SenderKind } from './report-kind.ts';

export const ObstacleState = z.enum(['open', 'solved']);
export type ObstacleState = z.infer<typeof ObstacleState>;

const words = z.string().trim().min(5).max(2_000);

/** What keeps a sender from its work (khó khăn, vướng mắc), raised with a report and answered from above. */
export const Obstacle = z.object({
  id: z.uuid(),
  periodId: z.uuid(),
  periodName: z.string(),
  sender: SenderKind,
  senderId: z.uuid(),
  name: z.string(),
  /** What the sender counts under in the tree of the period. */
  unitId: z.uuid(),
  unitName: z.string(),
  text: z.string(),
  state: ObstacleState,
  raisedAt: z.iso.datetime({ offset: true }),
  raisedBy: z.string(),
  /** How it was solved; null while it is open. */
  answer: z.string().nullable(),
  solvedAt: z.iso.datetime({ offset: true }).nullable(),
  solvedBy: z.string().nullable(),
});
export type Obstacle = z.infer<typeof Obstacle>;

export const listObstacles = operation('activity.obstacle.list', {
  http: 'GET /obstacles',
  allow: 'report.read',
  summary: 'Obstacles raised with reports: of an area, of a period or of one sender',
  input: z.strictObject({
    within: z.uuid().optional(),
    periodId: z.uuid().optional(),
    senderId: z.uuid().optional(),
    state: ObstacleState.optional(),
    cursor: z
      .string()
      .regex(/^\d{1,6}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  output: pageOf(Obstacle),
});

const place = { periodId: z.uuid(), senderId: z.uuid() };

export const raiseObstacle = operation('activity.obstacle.raise', {
  http: 'POST /obstacles',
  allow: 'report.write',
  summary: 'Raise an obstacle with a report; it stands in compiled reports until it is solved',
  input: z.strictObject({ id: z.uuid(), ...place, text: words }),
  output: Obstacle,
});

export const solveObstacle = operation('activity.obstacle.solve', {
  http: 'POST /obstacles/:id/answers',
  allow: 'report.verify',
  summary: 'Say how an obstacle was solved; by whoever receives the reports of its sender',
  input: z.strictObject({ id: z.uuid(), answer: words }),
  output: Obstacle,
});

export const obstacleRaised = event(
  'activity.obstacle-raised.v1',
  z.object({ id: z.uuid(), ...place, sender: SenderKind }),
);
export const obstacleSolved = event(
  'activity.obstacle-solved.v1',
  z.object({ id: z.uuid(), ...place, sender: SenderKind }),
);

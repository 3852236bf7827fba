import { operation, Period, Vnd } from '@antt/kernel';
import { z } from 'zod';
import { CommuneRef } from './commune-ref.ts';
import { PayFund, PayItem } from './policy-document.ts';
import { Position } from './posting.ts';

const count = z.int().nonnegative();
/** What the policy would cost, beside what those in force cost for the same people and teams; people are counted alone. */
const compared = { people: count, amount: Vnd, inForce: Vnd };

/** A policy tried on the real roster; nothing of it is kept. */
export const Simulation = z.object({
  month: Period,
  ...compared,
  /** People; money of teams is none of theirs. */
  gainers: z.object({ people: count, difference: Vnd }),
  losers: z.object({ people: count, difference: Vnd }),
  byCommune: z.array(z.object({ commune: CommuneRef, ...compared })),
  byPosition: z.array(z.object({ position: Position.nullable(), ...compared })),
  byItem: z.array(z.object({ item: PayItem, fund: PayFund, ...compared })),
  /** Lines whose amount is not known yet, and how many people they concern. */
  unknown: z.array(z.object({ code: z.string(), people: count })),
  /** Number of the policies in force that it is compared with. */
  comparedWith: z.array(z.string()),
});
export type Simulation = z.infer<typeof Simulation>;

export const simulatePolicy = operation('personnel.policy.simulate', {
  http: 'POST /policies/:id/simulations',
  allow: 'policy.read',
  summary: 'What a policy would cost in a month on the real roster, beside what is in force',
  input: z.strictObject({ id: z.uuid(), month: Period, within: z.uuid().optional() }),
  output: Simulation,
  deadline: 30_000,
});

import type { CampaignPlan, CampaignWarning, RoundPlan } from '@antt/contracts';
import { addDays, type PlainDate } from '@antt/kernel';

export type DatedRound = RoundPlan & { from: PlainDate };

/** Days of a round, both ends counted (reporting BR-03). */
export const daysOf = ({ from, to }: { from: PlainDate; to: PlainDate }) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;

/** Rounds with their first days, in the order of their days (reporting BR-04). */
export function dated({ rounds, from, plannedOn }: CampaignPlan): DatedRound[] {
  const start = plannedOn > from ? plannedOn : from;
  return rounds
    .map((round) => ({ ...round, from: round.from ?? start }))
    .toSorted((a, b) => a.from.localeCompare(b.from));
}

/** What keeps a plan from holding: the round, and why (reporting BR-01, BR-02); null where nothing does. */
export function roundFault(
  plan: CampaignPlan,
): { number: number; fault: 'outside-campaign' | 'ends-before-it-begins' | 'overlaps' } | null {
  const rounds = dated(plan);
  for (const [n, { number, from, to }] of rounds.entries()) {
    if (to < from) return { number, fault: 'ends-before-it-begins' };
    if (from < plan.from || to > plan.to) return { number, fault: 'outside-campaign' };
    if (n > 0 && from <= rounds[n - 1]!.to) return { number, fault: 'overlaps' };
  }
  return null;
}

/** Days of a campaign that belong to no round: said, not refused (reporting BR-02). */
export function gapsOf(
  campaign: { from: PlainDate; to: PlainDate },
  rounds: readonly { from: PlainDate; to: PlainDate }[],
): CampaignWarning[] {
  const gaps: CampaignWarning[] = [];
  let next = campaign.from;
  const end = { from: addDays(campaign.to, 1), to: campaign.to };
  for (const { from, to } of [...rounds.toSorted((a, b) => a.from.localeCompare(b.from)), end]) {
    if (from > next) {
      const gap = { from: next, to: addDays(from, -1) };
      gaps.push({ warning: 'days-without-round', ...gap, days: daysOf(gap) });
    }
    if (to >= next) next = addDays(to, 1);
  }
  return gaps;
}

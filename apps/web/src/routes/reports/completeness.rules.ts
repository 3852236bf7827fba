import { type ReportCounts, type Scale, shareScale } from '@antt/contracts';

/** What a commune is coloured by: who has reported, who did so in time, or how it stands altogether. */
export const completenessMeasures = ['sent', 'in-time', 'standing'] as const;
export type CompletenessMeasure = (typeof completenessMeasures)[number];

/** 0: somebody is missing; 1: all are there, some came late; 2: all are there and in time. */
export const standings = ['missing', 'late', 'in-time'] as const;

/** ColorBrewer PuOr's orange for what is wanting, and the blue of the other maps. */
const standingScale: Scale = {
  kind: 'count',
  rule: 'fixed',
  classes: [
    { from: 0, to: 1, colour: '#e66101' },
    { from: 1, to: 2, colour: '#fdb863' },
    { from: 2, to: null, colour: '#2c7fb8' },
  ],
};

export const scaleOf = (measure: CompletenessMeasure): Scale =>
  measure === 'standing' ? standingScale : shareScale;

/** Where nobody owes a report there is nothing to colour. */
export function measured(
  measure: CompletenessMeasure,
  { owed, missing, late, inTime }: ReportCounts,
): number | null {
  if (owed === 0) return null;
  if (measure === 'sent') return (owed - missing) / owed;
  if (measure === 'in-time') return inTime / owed;
  if (missing > 0) return 0;
  return late > 0 ? 1 : 2;
}

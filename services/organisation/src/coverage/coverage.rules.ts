import type { Gap } from '@antt/contracts';

/** A row of coverage.sql. */
export type CoverageFigures = {
  villages: number;
  covered: number;
  communes_short: number;
  communes_over: number;
  communes_without_quota: number;
  communes_without_workplace: number;
  /** Villages that teams still share after the province's last day. */
  overdue: number;
};

/**
 * What is lacking. Above a commune a gap below counts even where another commune has too many: a surplus
 * here does not fill a vacancy there. A village without a team is a gap, not an error (law BR-14).
 */
export function gapsOf(figures: CoverageFigures): Gap[] {
  const gaps: Gap[] = [];
  if (figures.covered < figures.villages) gaps.push('villages-uncovered');
  if (figures.communes_short > 0) gaps.push('teams-short');
  if (figures.communes_over > 0) gaps.push('teams-over');
  if (figures.communes_without_workplace > 0) gaps.push('workplace-missing');
  if (figures.communes_without_quota > 0) gaps.push('quota-missing');
  // Law BR-85: the state becomes a warning when the province's term is over.
  if (figures.overdue > 0) gaps.push('consolidation-overdue');
  return gaps;
}

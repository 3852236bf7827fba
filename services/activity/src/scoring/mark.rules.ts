import { problem, type ScoredItem, type ScoreMark, type ScoreStep } from '@antt/contracts';

/** Refuses points or a figure that this item does not take, and a change without its reason. */
export function assertMarkable(
  mark: ScoreMark,
  item: ScoredItem | undefined,
  step: ScoreStep,
): void {
  if (!item) throw problem('score-item-not-found', { item: mark.item });
  if (mark.figure) assertFigure(mark.figure, item);
  if (mark.points === null) return;
  const told = { item: mark.item };
  if (mark.points > item.max) throw problem('score-above-maximum', { ...told, max: item.max });
  const stood = step === 'ratified' ? (item.verified ?? item.reckoned) : item.reckoned;
  // Points beside a new figure are not what follows from it: whoever means that gives the figure alone.
  const differs = mark.figure !== null || (stood !== null && stood !== mark.points);
  if (step !== 'self' && differs && mark.reason.trim().length < 5)
    throw problem('score-change-needs-reason', told);
}

function assertFigure(figure: NonNullable<ScoreMark['figure']>, item: ScoredItem): void {
  const told = { item: item.code };
  const { numerator, denominator, noCase } = figure;
  if (item.indicator === null) throw problem('score-item-takes-points', told);
  if (item.source === 'reports' || item.source === 'platform')
    throw problem('score-figure-is-reported', { ...told, source: item.source });
  const isShare = item.kind === 'ratio-target';
  if (noCase) return;
  if (
    numerator === null ||
    isShare !== (denominator !== null) ||
    (denominator !== null && numerator > denominator)
  )
    throw problem('score-figure-incomplete', told);
}

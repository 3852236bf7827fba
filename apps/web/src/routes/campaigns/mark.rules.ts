import type { ScoredItem, ScoreMark, ScoreStep } from '@antt/contracts';

/** What is typed for an item; nothing of it where the field was left alone. */
export type TypedMark = {
  points?: number | null;
  numerator?: number | null;
  denominator?: number | null;
  noCase?: boolean;
  reason?: string;
};

/** Whoever verifies gives the figure where no report and nothing of the platform does. */
export const takesFigure = (item: ScoredItem, step: ScoreStep) =>
  step === 'verified' &&
  item.indicator !== null &&
  item.source !== 'reports' &&
  item.source !== 'platform';

/** Points can be given at once, or stand on a figure that has to come first. */
export const takesPoints = (item: ScoredItem, step: ScoreStep) =>
  !takesFigure(item, step) || item.source === 'typed';

/** What the field of the points begins with. */
export const givenPoints = (item: ScoredItem, step: ScoreStep) => item[step];

const stood = (item: ScoredItem, step: ScoreStep) =>
  step === 'ratified' ? (item.verified ?? item.reckoned) : item.reckoned;

/** Points that differ from what stood need a reason; one's own claim needs none. */
export function needsReason(item: ScoredItem, step: ScoreStep, points: number | null | undefined) {
  if (step === 'self' || points == null || points === item[step]) return false;
  const before = stood(item, step);
  return before !== null && before !== points;
}

/** A new figure goes before points: they are reckoned from it first. */
export function changesFigure(item: ScoredItem, step: ScoreStep, typed: TypedMark | undefined) {
  if (!typed || !takesFigure(item, step)) return false;
  const { numerator = null, denominator = null, noCase = false } = typed;
  if (noCase) return !item.noCase;
  if (numerator === null) return false;
  return item.noCase || numerator !== item.numerator || denominator !== item.denominator;
}

/** What is sent: only what was given or changed, each item once. */
export function marksOf(
  items: readonly ScoredItem[],
  typed: Readonly<Record<string, TypedMark | undefined>>,
  step: ScoreStep,
): ScoreMark[] {
  return items.flatMap((item): ScoreMark[] => {
    const given = typed[fieldOf(item.code)];
    const reason = given?.reason?.trim() ?? '';
    if (changesFigure(item, step, given)) {
      const noCase = given!.noCase ?? false;
      const figure = {
        numerator: noCase ? null : given!.numerator!,
        denominator: noCase ? null : (given!.denominator ?? null),
        noCase,
      };
      return [{ item: item.code, points: null, figure, reason }];
    }
    const points = given?.points;
    if (!takesPoints(item, step) || points == null || points === item[step]) return [];
    return [{ item: item.code, points, figure: null, reason }];
  });
}

/** A form takes a dot for a path: codes of items have some. */
export const fieldOf = (code: string) => code.replaceAll('.', '_');

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

/** Points stand on a figure: one that is there, or that is given with them. */
export const takesPoints = (item: ScoredItem, step: ScoreStep, typed: TypedMark | undefined) =>
  !takesFigure(item, step) || item.source === 'typed' || changesFigure(item, step, typed);

/** What the field of the points begins with. */
export const givenPoints = (item: ScoredItem, step: ScoreStep) => item[step];

const stood = (item: ScoredItem, step: ScoreStep) =>
  step === 'ratified' ? (item.verified ?? item.reckoned) : item.reckoned;

/** Points that differ from what stood need a reason, as do those beside a new figure; one's own claim needs none. */
export function needsReason(item: ScoredItem, step: ScoreStep, typed: TypedMark | undefined) {
  const points = typed?.points;
  if (step === 'self' || points == null || points === item[step]) return false;
  if (changesFigure(item, step, typed)) return true;
  const before = stood(item, step);
  return before !== null && before !== points;
}

/** Whether a figure is given that is not there yet. */
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
    const figure = changesFigure(item, step, given) ? figureOf(given!) : null;
    const hasPoints = given?.points != null && given.points !== item[step];
    const points = hasPoints && takesPoints(item, step, given) ? given.points! : null;
    if (figure === null && points === null) return [];
    return [{ item: item.code, points, figure, reason: given!.reason?.trim() ?? '' }];
  });
}

function figureOf({ numerator, denominator, noCase = false }: TypedMark): ScoreMark['figure'] {
  if (noCase) return { numerator: null, denominator: null, noCase };
  return { numerator: numerator!, denominator: denominator ?? null, noCase };
}

/** Shares may have parts, counts have none. */
export const decimalsOf = ({ kind }: Pick<ScoredItem, 'kind'>) => (kind === 'ratio-target' ? 2 : 0);

/** What a field keeps of a number: no more digits than are taken, and none that were not typed. */
export function rounded(digits: number) {
  const scale = 10 ** digits;
  return (value: number | null) => (value === null ? null : Math.round(value * scale) / scale);
}

/** A form takes a dot for a path: codes of items have some. */
export const fieldOf = (code: string) => code.replaceAll('.', '_');

import type { RecruitmentStep } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import type { Taken } from './clock.rules.ts';

/** What must have been done before each step (Circular 14/2024/TT-BCA Art. 3, 4; R1 to R11). */
const needs: Record<RecruitmentStep, readonly RecruitmentStep[]> = {
  issued: [],
  posted: ['issued'],
  'list-approved': ['posted'],
  'list-posted': ['list-approved'],
  'council-set': ['issued'],
  met: ['list-posted', 'council-set'],
  'minutes-signed': ['met'],
  notified: ['minutes-signed'],
  proposed: ['minutes-signed'],
  decided: ['proposed'],
  'result-posted': ['decided'],
  closed: [],
};

const steps = Object.keys(needs) as RecruitmentStep[];
/** Steps beside the way: they are owed, but the rest does not wait for them. */
const beside: RecruitmentStep[] = ['council-set', 'notified'];

/** Steps that may be taken now; `isFruitless` once the minutes name nobody who is selected. */
export function nextSteps(taken: Taken, isFruitless: boolean): RecruitmentStep[] {
  if (isOver(taken, isFruitless)) return [];
  const isShut: Partial<Record<RecruitmentStep, boolean>> = {
    proposed: isFruitless,
    closed: taken.has('list-approved'),
  };
  return steps.filter(
    (step) => !taken.has(step) && !isShut[step] && needs[step].every((one) => taken.has(one)),
  );
}

/** The step that was taken on the ground of this one; a plan that was closed rests on all of them. */
export function restingOn(step: RecruitmentStep, taken: Taken): RecruitmentStep | null {
  if (step !== 'closed' && taken.has('closed')) return 'closed';
  return steps.find((one) => taken.has(one) && needs[one].includes(step)) ?? null;
}

/** Steps that may be taken back: nothing rests on them, no file on the plan and no membership on the decision. */
export function revocableSteps(taken: Taken, files: number): RecruitmentStep[] {
  return steps.filter(
    (step) =>
      taken.has(step) &&
      step !== 'decided' &&
      !(step === 'issued' && files > 0) &&
      restingOn(step, taken) === null,
  );
}

/** How far a recruitment has come. */
export function stageOf(taken: Taken): RecruitmentStep | 'drafted' {
  const way = steps.filter((step) => !beside.includes(step) && taken.has(step));
  return way.at(-1) ?? 'drafted';
}

/**
 * Nothing is owed any more: who was selected is recognised and everything was made public, or nobody was
 * selected and that was made public, or nobody came and it was closed.
 */
export function isOver(taken: Taken, isFruitless: boolean): boolean {
  if (taken.has('closed')) return true;
  return taken.has('notified') && (isFruitless || taken.has('result-posted'));
}

/** What stands in the way of a step on a day: a step that is missing, or one that was taken later. */
export function obstacleTo(
  step: RecruitmentStep,
  on: PlainDate,
  taken: Taken,
): { needs: RecruitmentStep; needsOn: PlainDate | null } | null {
  for (const before of needs[step]) {
    const day = taken.get(before);
    if (day === undefined || day > on) return { needs: before, needsOn: day ?? null };
  }
  return null;
}

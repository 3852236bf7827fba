import { ForceAct, type IncidentField, type IncidentKind, problem } from '@antt/contracts';
import { addDays, type Problem, today } from '@antt/kernel';

type Figures = Readonly<Record<string, number | boolean | string>>;
type Moments = { knownAt: string; reportedAt: string | null; onSceneAt: string | null };

/** A clock that runs ahead is no moment to come. */
const ahead = 5 * 60_000;
/** Days that a record may lie back: what is older belongs to reports that are closed long since. */
const daysBack = 400;

const at = (moment: string | null) => (moment === null ? null : Date.parse(moment));

/** The day in Viet Nam. */
export const dayOf = (moment: string): string => today(() => Date.parse(moment));

/** Minutes between two moments; null where the second one is not known. */
export const minutesBetween = (from: Date, to: Date | null): number | null =>
  to && Math.round((to.getTime() - from.getTime()) / 60_000);

/** What is wrong with when it was known, reported and reached (law BR-67); null if nothing. */
export function momentFault(kind: IncidentKind, moments: Moments, now: number): Problem | null {
  const { knownAt, reportedAt, onSceneAt } = moments;
  for (const [field, moment] of Object.entries(moments)) {
    if (moment !== null && at(moment)! > now + ahead) {
      return problem('incident-moment-is-to-come', { field, at: moment });
    }
  }
  const missing =
    (kind.reported === 'required' && reportedAt === null && 'reportedAt') ||
    (kind.onScene === 'required' && onSceneAt === null && 'onSceneAt');
  if (missing) return problem('incident-moment-is-missing', { field: missing, kind: kind.name });
  const on = dayOf(knownAt);
  if (on < addDays(dayOf(new Date(now).toISOString()), -daysBack)) {
    return problem('incident-lies-too-far-back', { on, days: daysBack });
  }
  const known = at(knownAt)!;
  if (reportedAt !== null && at(reportedAt)! < known) {
    return problem('incident-is-known-before-it-is-reported', { at: reportedAt, on });
  }
  if (onSceneAt !== null && at(onSceneAt)! < known) {
    return problem('incident-is-known-before-the-scene', { at: onSceneAt, on });
  }
  return null;
}

/** What the force may not do on its own: sanction, detain, stop vehicles, check papers (law BR-68). */
export function actFault(acts: readonly string[]): Problem | null {
  const act = acts.find((one) => !ForceAct.safeParse(one).success);
  if (act === undefined) return null;
  return problem('force-may-not-act-so', { act, article: 'Luật 30/2023/QH15 Điều 7–12' });
}

/** What is wrong with the figures of a record of this kind; null if nothing. */
export function figureFault(
  kind: IncidentKind,
  figures: Figures,
  { mayJudge, serving }: { mayJudge: boolean; serving: number | null },
): Problem | null {
  const fields = new Map(kind.fields.map((field) => [field.code, field]));
  const unknown = Object.keys(figures).find((code) => !fields.has(code));
  if (unknown) return problem('incident-figure-is-unknown', { field: unknown, kind: kind.name });
  for (const field of kind.fields) {
    const value = figures[field.code];
    const about = { field: field.code, name: field.name };
    if (value === undefined) {
      if (field.required) return problem('incident-figure-is-missing', about);
      continue;
    }
    if (field.by === 'police' && !mayJudge) {
      return problem('incident-figure-is-for-the-police', about);
    }
    if (!fits(field, value)) {
      return problem('incident-figure-is-out-of-range', { ...about, value, most: field.most });
    }
    if (field.ofTeam && serving !== null && Number(value) > serving) {
      return problem('incident-has-more-members-than-served', { ...about, value, serving });
    }
  }
  return null;
}

function fits({ type, most, options }: IncidentField, value: number | boolean | string): boolean {
  switch (type) {
    case 'flag':
      return typeof value === 'boolean';
    case 'choice':
      return options.some(({ code }) => code === value);
    default:
      return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= most!;
  }
}

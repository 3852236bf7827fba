import type { CriteriaDocument } from './criteria-document.ts';
import type { CriteriaCondition, MemberCount, MemberRule, TeamRule } from './criteria-rule.ts';

type Bounds = { from?: number; fromIncluded: boolean; to?: number; toIncluded: boolean };

/** A place of a criteria document that cannot hold beside the rest of it. The code is a problem's. */
export type CriteriaContradiction = {
  code:
    | 'criteria-bracket-bounds-cross'
    | 'criteria-bracket-members-cross'
    | 'criteria-brackets-overlap'
    | 'criteria-range-bounds-cross';
  /** Dotted: `members.0.classes.1.from`. */
  path: string;
  /** Of the number of teams or of members. */
  part: 'teams' | 'members';
  /** The rule's or modifier's name; empty where it has none. */
  step: string;
  /** Counted from one. */
  bracket?: number;
  /** The bracket before it that is met by the same villages. */
  other?: number;
};

/** No number lies within. */
function isEmpty({ from, fromIncluded, to, toIncluded }: Bounds): boolean {
  if (from === undefined || to === undefined) return false;
  return from > to || (from === to && !(fromIncluded && toIncluded));
}

/** Does `a` end before `b` begins? */
function endsBefore(a: Bounds, b: Bounds): boolean {
  if (a.to === undefined || b.from === undefined) return false;
  return a.to < b.from || (a.to === b.from && !(a.toIncluded && b.fromIncluded));
}

/** Does `b` begin above the least that `a` takes? */
function beginsAbove(a: Bounds, b: Bounds): boolean {
  if (b.from === undefined) return false;
  if (a.from === undefined) return true;
  return b.from > a.from || (b.from === a.from && a.fromIncluded && !b.fromIncluded);
}

/**
 * Two brackets take the same village and the text does not say which counts. "From 350", then "from 500" is no
 * contradiction: the higher one counts.
 */
function overlap(before: Bounds, after: Bounds): boolean {
  if (endsBefore(before, after) || endsBefore(after, before)) return false;
  return !(before.to === undefined && beginsAbove(before, after));
}

/** What in the document contradicts itself, in the order in which it is read; nothing when it is sound. */
export function contradictionsOf(document: CriteriaDocument): CriteriaContradiction[] {
  const { teams, members, modifiers } = document;
  return [
    ...ofTeams(teams),
    ...members.flatMap((rule, n) => ofRule(rule, `members.${n}`)),
    ...modifiers.flatMap(({ name, anyOf }, n) =>
      anyOf.flatMap((one, m) =>
        ofCondition(one, { path: `modifiers.${n}.anyOf.${m}`, part: 'members', step: name }),
      ),
    ),
  ];
}

type Place = Pick<CriteriaContradiction, 'path' | 'part' | 'step' | 'bracket'>;

function ofCondition({ ranges = [] }: CriteriaCondition, place: Place): CriteriaContradiction[] {
  return ranges.flatMap((range, n) =>
    isEmpty(range)
      ? [{ ...place, code: 'criteria-range-bounds-cross', path: `${place.path}.ranges.${n}.from` }]
      : [],
  );
}

function ofRule(rule: MemberRule, path: string): CriteriaContradiction[] {
  const { name: step, classes, metric } = rule;
  const place = { path, part: 'members', step } as const;
  return [
    ...ofCondition(rule.when, { ...place, path: `${path}.when` }),
    ...classes.flatMap((size, n): CriteriaContradiction[] => {
      const here = { ...place, path: `${path}.classes.${n}`, bracket: n + 1 };
      const earlier = classes.slice(0, n);
      const hidden = earlier.findIndex((one) => !isEmpty(one) && overlap(one, size));
      const crossed = metric !== null && isEmpty(size);
      return [
        ...(crossed ? [at(here, 'criteria-bracket-bounds-cross', 'from')] : []),
        ...(!crossed && hidden >= 0
          ? [{ ...at(here, 'criteria-brackets-overlap', 'from'), other: hidden + 1 }]
          : []),
        ...ofCount(size.value, here, 'value'),
        ...size.anyOf.flatMap((one, m) =>
          ofCondition(one, { ...here, path: `${here.path}.anyOf.${m}` }),
        ),
        ...size.instead.flatMap(({ when, value }, m) => [
          ...ofCondition(when, { ...here, path: `${here.path}.instead.${m}.when` }),
          ...ofCount(value, here, `instead.${m}.value`),
        ]),
      ];
    }),
    ...rule.modifiers.flatMap(({ name, anyOf }, n) =>
      anyOf.flatMap((one, m) =>
        ofCondition(one, { ...place, path: `${path}.modifiers.${n}.anyOf.${m}`, step: name }),
      ),
    ),
  ];
}

function at(place: Place, code: CriteriaContradiction['code'], member: string) {
  return { ...place, code, path: `${place.path}.${member}` };
}

function ofCount(value: MemberCount, place: Place, member: string): CriteriaContradiction[] {
  if (value.binding !== 'range' || value.from <= value.to) return [];
  return [at(place, 'criteria-bracket-members-cross', `${member}.from`)];
}

function ofTeams(teams: TeamRule): CriteriaContradiction[] {
  if (teams.mode === 'one-per-unit') return [];
  if (teams.mode === 'clusters') {
    return teams.alone.flatMap((one, n) =>
      ofCondition(one, { path: `teams.alone.${n}`, part: 'teams', step: '' }),
    );
  }
  const { steps } = teams;
  return steps.flatMap((one, n): CriteriaContradiction[] => {
    const here = { path: `teams.steps.${n}`, part: 'teams' as const, step: '', bracket: n + 1 };
    const bounds = { from: one.over, fromIncluded: one.included, toIncluded: false };
    // Of steps on one condition the highest that is passed counts: each begins above the one before it.
    const hidden = steps.slice(0, n).findIndex(({ over, included, when }) => {
      const before = { from: over, fromIncluded: included, toIncluded: false };
      return JSON.stringify(when) === JSON.stringify(one.when) && overlap(before, bounds);
    });
    return [
      ...(hidden >= 0
        ? [{ ...at(here, 'criteria-brackets-overlap', 'over'), other: hidden + 1 }]
        : []),
      ...ofCondition(one.when, { ...here, path: `${here.path}.when` }),
    ];
  });
}

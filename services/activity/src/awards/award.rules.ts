import type {
  Achievement,
  AwardAgency,
  AwardAuthority,
  AwardFinding,
  AwardForm,
  AwardRule,
  AwardSubject,
  MovementClass,
  SafetyResult,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';

/** Classes that bar awards (law BR-74, reporting BR-72). */
const tooLow: readonly (MovementClass | null)[] = ['average', 'weak'];

/** What is known of a unit for a year, and by which documents. */
export type Standing = {
  unitId: string;
  unitName: string;
  year: number;
  movementClass: MovementClass | null;
  classNumber: string | null;
  classOn: PlainDate | null;
  safety: SafetyResult | null;
  safetyNumber: string | null;
  safetyOn: PlainDate | null;
};

/** Whom it is about: collectives and heads are barred, other individuals by the rule of the province. */
export type Concerned = {
  subject: AwardSubject;
  isHead: boolean;
  isUnexpected: boolean;
  kind: Achievement['kind'];
};

/**
 * How heavy a low result weighs for somebody: it bars teams, units and heads; of individuals the default is a warning,
 * and so it is of a head whose bravery is commended at once (reporting §5.3). Null: of no weight.
 */
export function weightFor(
  { subject, isHead, isUnexpected, kind }: Concerned,
  { individuals }: Pick<AwardRule, 'individuals'>,
): AwardFinding['severity'] | null {
  if (subject === 'citizen') return null;
  if (subject !== 'person') return 'block';
  if (isUnexpected && kind === 'bravery') return 'warn';
  return isHead ? 'block' : individuals;
}

/** What results speak against a proposal; a result that is missing is never guessed. */
export function standingFindings(
  rule: Pick<AwardRule, 'mode' | 'missing' | 'individuals' | 'citation'>,
  standings: readonly Standing[],
  concerned: Concerned,
): AwardFinding[] {
  const weight = weightFor(concerned, rule);
  if (weight === null) return [];
  const isMild = rule.missing === 'warn' || concerned.isUnexpected || weight === 'warn';
  const unknown = isMild ? 'warn' : 'block';
  return standings.flatMap((standing) => {
    const { unitId, unitName, year, movementClass, safety } = standing;
    const about = { unitId, unitName, year, citation: rule.citation };
    const classed = { value: movementClass, number: standing.classNumber };
    const judged = { value: safety, number: standing.safetyNumber };
    const isLow = tooLow.includes(movementClass);
    const isUnsafe = safety === 'not-met';
    const isFine = movementClass !== null && !isLow;
    // Where both are needed to bar, one that is good clears the unit whatever the other says.
    if (rule.mode === 'both' && (isFine || safety === 'met')) return [];
    const findings: AwardFinding[] = [];
    const add = (
      finding: AwardFinding['finding'],
      severity: AwardFinding['severity'],
      said: Pick<AwardFinding, 'value' | 'number'>,
      decidedOn: PlainDate | null,
    ) => findings.push({ finding, severity, ...about, ...said, decidedOn });
    const isOpen = rule.mode === 'both' && (movementClass === null || safety === null);
    const known = isOpen ? unknown : weight;
    if (isLow) add('class-too-low', known, classed, standing.classOn);
    if (isUnsafe) add('not-safe', known, judged, standing.safetyOn);
    const nothing = { value: null, number: null };
    if (movementClass === null) add('class-missing', unknown, nothing, null);
    if (safety === null) add('safety-missing', unknown, nothing, null);
    return findings;
  });
}

/**
 * The year that a day counts for: a residential area's goes from 1 November to 31 October, that of a commune or another
 * unit from 16 November to 15 November (TT 124/2021/TT-BCA Art. 8.2, law BR-89).
 */
export function standingYearOf(level: string, on: PlainDate): number {
  const year = Number(on.slice(0, 4));
  const first = level === 'village' ? '11-01' : '11-16';
  return on.slice(5) >= first ? year + 1 : year;
}

/** Years for whose results a proposal may be judged: those of its last day, by the calendar and by the unit's own year. */
export function yearsOf(levels: readonly string[], to: PlainDate): number[] {
  const years = levels.map((level) => standingYearOf(level, to));
  return [...new Set([Number(to.slice(0, 4)), ...years])].sort((a, b) => a - b);
}

/** Why what is asked for cannot be given so. */
export type AskedFault =
  | { fault: 'award-not-for-subject'; code: string }
  | { fault: 'award-not-decided-by-authority'; code: string };

/** Whose appraisals an award needs by its form and its title, in a campaign or outside; or what is wrong with it. */
export function appraisalsOf(
  forms: readonly Pick<AwardForm, 'code' | 'subjects' | 'deciders'>[],
  asked: { subject: AwardSubject; authority: AwardAuthority; isCampaign: boolean },
): { appraisals: AwardAgency[] } | AskedFault {
  const agencies = new Set<AwardAgency>();
  for (const { code, subjects, deciders } of forms) {
    if (!subjects.includes(asked.subject)) return { fault: 'award-not-for-subject', code };
    const decider = deciders.find(({ authority }) => authority === asked.authority);
    if (!decider) return { fault: 'award-not-decided-by-authority', code };
    const { appraisals, campaignAppraisals } = decider;
    for (const one of asked.isCampaign ? [...appraisals, ...campaignAppraisals] : appraisals)
      agencies.add(one);
  }
  return { appraisals: [...agencies] };
}

/** What bars it; empty where nothing does. */
export const barring = (findings: readonly AwardFinding[]) =>
  findings.filter(({ severity }) => severity === 'block');

import {
  type Education,
  type Finding,
  type Position,
  type RecognitionRule,
  recognitionRules,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';

export type Candidate = {
  birthDate: PlainDate;
  education: Education | null;
  /** Digits of the citizen ID; null where none is recorded. */
  citizenIdDigits: number | null;
};

export type Place = {
  /** The commune bears a mark that lets primary school do (Law 30/2023/QH15 Art. 13.3). */
  specialArea: boolean;
  position: Position;
  /** Deputies of the team with this one, and how many it may have. */
  deputies: number;
  deputiesAllowed: number;
};

/** Full years on a day; somebody born on 29 February is a year older on 1 March. */
export function ageOn(birthDate: PlainDate, on: PlainDate): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/**
 * Older than full 70 (law BR-23): from the day after the 70th birthday. Who turns 70 today is "đủ 70".
 */
export function isOverAge(birthDate: PlainDate, on: PlainDate): boolean {
  const age = ageOn(birthDate, on);
  return age > 70 || (age === 70 && on.slice(5) > birthDate.slice(5));
}

const belowPrimary: Education[] = ['none'];
const belowSecondary: Education[] = ['none', 'primary'];
/** A trade is learnt without a certain school: which one was finished is not told by it. */
const untold: (Education | null)[] = [null, 'elementary'];

/** What Art. 13 and 16 have against a recognition on a day. */
export function findingsOf(
  { birthDate, education, citizenIdDigits }: Candidate,
  { specialArea, position, deputies, deputiesAllowed }: Place,
  on: PlainDate,
): Finding[] {
  const age = ageOn(birthDate, on);
  const tooLow = specialArea ? belowPrimary : belowSecondary;
  return [
    age < 18 && finding('person-too-young', age, 18),
    isOverAge(birthDate, on) && finding('person-over-age', age, 70),
    citizenIdDigits === 9 && finding('citizen-id-legacy', 9, 12),
    untold.includes(education) && finding('education-unknown'),
    education !== null && tooLow.includes(education) && finding('education-too-low'),
    position === 'deputy' &&
      deputies > deputiesAllowed &&
      finding('team-deputies-exceeded', deputies, deputiesAllowed),
  ].filter((one) => one !== false);
}

function finding(
  rule: RecognitionRule,
  count: number | null = null,
  limit: number | null = null,
): Finding {
  const { severity, article } = recognitionRules[rule];
  return { rule, severity, article, count, limit };
}

import { Problem, type FieldError } from '@antt/kernel';

/**
 * Every problem the platform can name, with its HTTP status. The code is the key of the user's text in the
 * web's i18n files; where the database enforces the rule, it is the constraint's name.
 */
export const problems = {
  // asking
  'invalid-input': 422,
  'not-signed-in': 401,
  'not-allowed': 403,
  'outside-area': 403,
  'password-change-required': 403,
  'wrong-credentials': 401,
  'account-locked': 423,
  'session-ended': 401,
  'too-many-requests': 429,
  'no-such-route': 404,
  'no-such-file': 404,
  'id-reused': 409,
  'upload-too-large': 413,
  'upload-missing': 422,
  'service-unavailable': 503,
  'deadline-exceeded': 504,
  'try-again': 503,
  internal: 500,
  // identity
  'account-not-found': 404,
  'account-is-closed': 409,
  'one-time-password-expired': 401,
  'area-not-found': 404,
  'token-not-found': 404,
  'view-not-found': 404,
  'password-too-weak': 422,
  'password-unchanged': 422,
  'account-username-is-taken': 409,
  'area-name-is-taken': 409,
  'area-holds-a-unit-once-a-day': 409,
  'grant-beyond-own-area': 403,
  'own-account': 422,
  'grant-is-held-once-a-day': 409,
  'grant-not-found': 404,
  // organisation
  'unit-not-found': 404,
  'parent-not-found': 404,
  'unit-has-one-name-a-day': 409,
  'unit-kind-not-of-level': 422,
  'unit-has-one-parent-a-day': 409,
  'unit-code-is-unique-in-its-list': 409,
  'unit-valid-to-follows-valid-from': 422,
  'boundary-not-found': 404,
  'unit-has-one-boundary-a-day': 409,
  'reorganisation-not-found': 404,
  'reorganisation-has-later-versions': 409,
  'reorganisation-undecided': 422,
  'reorganisation-leaves-a-team-without-village': 422,
  'reorganisation-leaves-a-unit-without-parent': 422,
  'reorganisation-has-followers': 409,
  'consolidation-not-found': 404,
  'unit-has-one-consolidation-term-a-day': 409,
  'predecessor-not-found': 404,
  'successor-not-found': 404,
  'file-not-found': 404,
  'file-type-not-allowed': 422,
  'file-is-for-another-noun': 422,
  'instrument-not-found': 404,
  'replaced-instrument-not-found': 404,
  'based-on-instrument-not-found': 404,
  'instrument-number-is-taken': 409,
  'instrument-not-in-force': 422,
  'quota-not-found': 404,
  'commune-has-one-quota-a-day': 409,
  'quota-positions-add-up': 422,
  'quota-is-for-a-commune': 422,
  'criteria-not-found': 404,
  'criteria-are-no-draft': 409,
  'criteria-reading-does-not-fit': 422,
  'adopted-criteria-cite-an-instrument': 422,
  'unit-has-one-criteria-a-day': 409,
  'team-not-found': 404,
  'team-not-active': 422,
  'team-code-is-taken': 409,
  'team-covers-one-commune': 422,
  'team-holds-a-village-once-a-day': 409,
  'workplace-not-found': 404,
  'workplace-code-is-taken': 409,
  'workplace-outside-its-commune': 422,
  'team-has-one-workplace-a-day': 409,
  'job-not-found': 404,
  'job-has-no-errors': 404,
  'job-file-is-gone': 410,
  'job-cannot-be-applied': 409,
  'too-many-open-jobs': 429,
  'import-kind-unknown': 422,
  'unit-would-lose-its-parent': 409,
  'installation-holds-real-data': 409,
} as const satisfies Record<string, number>;
export type ProblemType = keyof typeof problems;

/** A named problem, with the members that its text speaks of. */
export function problem(
  type: ProblemType,
  members: { detail?: string; errors?: FieldError[]; [member: string]: unknown } = {},
): Problem {
  return new Problem({ ...members, type, title: type, status: problems[type] });
}

export function isProblemType(type: string): type is ProblemType {
  return Object.hasOwn(problems, type);
}

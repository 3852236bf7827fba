/** Problems of the activity service, with their HTTP status; part of `problems`. */
export const activityProblems = {
  'province-lays-down': 422,
  'indicator-not-found': 404,
  'indicator-has-one-value-a-day': 409,
  'indicator-has-the-parts-of-its-shape': 422,
  'indicator-of-zero-tolerance-is-verified': 422,
  'report-kind-not-found': 404,
  'report-kind-has-one-value-a-day': 409,
  'report-timing-incomplete': 422,
  'form-not-found': 404,
  'form-has-one-version-a-day': 409,
  'form-cannot-be-filled-in': 422,
  'reporting-period-not-found': 404,
  'reporting-periods-of-three-years': 422,
} as const satisfies Record<string, number>;

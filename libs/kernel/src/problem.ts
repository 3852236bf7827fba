/** One thing wrong with one field or row of an input. `path` is dotted (`rows.12.members`). */
export type FieldError = { path: string; message: string };

/**
 * The one error of the platform (RFC 9457): the same value from the database constraint to the screen.
 * `type` is a stable kebab-case code and the key of the user's text; extension members fill that text.
 */
export type ProblemBody = {
  type: string;
  title: string;
  status: number;
  detail?: string;
  errors?: FieldError[];
  [member: string]: unknown;
};

/** A `ProblemBody` that can be thrown. */
export class Problem extends Error {
  readonly body: ProblemBody;

  constructor(body: ProblemBody) {
    super(`${body.type} ${body.detail ?? ''}`.trim());
    this.name = 'Problem';
    this.body = body;
  }

  get type(): string {
    return this.body.type;
  }

  get status(): number {
    return this.body.status;
  }
}

/** Rebuilds a problem that travelled as JSON; anything else becomes `internal`. */
export function problemFrom(body: unknown): Problem {
  if (typeof body === 'object' && body !== null && 'type' in body && 'status' in body) {
    return new Problem(body as ProblemBody);
  }
  return new Problem({ type: 'internal', title: 'internal', status: 500 });
}

import type { z } from 'zod';

/** What is wrong at a place of a file that is no policy: a kind that has words, and what they speak of. */
export type FileFault = {
  path: string;
  code:
    | 'unreadable'
    | 'missing'
    | 'wrong-type'
    | 'unknown-member'
    | 'not-one-of'
    | 'out-of-bounds'
    | 'format';
  about: string;
};

type Issue = z.core.$ZodIssue;

/** The faults of a file, by the place where each stands. */
export function fileFaults(issues: readonly Issue[], typed: unknown): FileFault[] {
  return issues.flatMap((issue) => faultsOf(issue, [], typed));
}

function faultsOf(issue: Issue, above: readonly PropertyKey[], typed: unknown): FileFault[] {
  const places = [...above, ...issue.path];
  const path = places.map(String).join('.');
  if (issue.code === 'invalid_union') {
    const nearest = nearestOf(issue.errors);
    if (nearest) return nearest.flatMap((one) => faultsOf(one, places, typed));
  }
  if (valueAt(typed, places) === undefined && issue.code !== 'unrecognized_keys') {
    return [{ path, code: 'missing', about: String(places.at(-1) ?? '') }];
  }
  switch (issue.code) {
    case 'invalid_type':
      return [{ path, code: 'wrong-type', about: issue.expected }];
    case 'unrecognized_keys':
      return [{ path, code: 'unknown-member', about: issue.keys.join(', ') }];
    case 'invalid_value':
      return [{ path, code: 'not-one-of', about: issue.values.map(String).join(', ') }];
    case 'invalid_union':
      return [{ path, code: 'not-one-of', about: '' }];
    case 'too_small':
    case 'too_big':
      return [
        {
          path,
          code: 'out-of-bounds',
          about: String(issue.code === 'too_small' ? `≥ ${issue.minimum}` : `≤ ${issue.maximum}`),
        },
      ];
    default:
      return [{ path, code: 'format', about: String(valueAt(typed, places) ?? '') }];
  }
}

/** Of the shapes that a value could have had, the reasons of the one whose members it has. */
function nearestOf(errors: readonly Issue[][]): Issue[] | undefined {
  const strange = (issues: readonly Issue[]) =>
    issues.filter(({ code, path }) => code === 'unrecognized_keys' && path.length === 0).length;
  return [...errors].sort((a, b) => strange(a) - strange(b) || a.length - b.length)[0];
}

function valueAt(typed: unknown, places: readonly PropertyKey[]): unknown {
  let value = typed;
  for (const place of places) value = (value as Record<PropertyKey, unknown> | null)?.[place];
  return value;
}

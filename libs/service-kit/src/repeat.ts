import { problem } from '@antt/contracts';
import { isDeepStrictEqual } from 'node:util';

/**
 * A command that creates under an id which exists already: the same content is answered as if it were done
 * now, other content is refused. `wanted` names the fields that the command gave.
 */
export function sameAgain<T extends object>(existing: T, wanted: Partial<T>): T {
  for (const [key, value] of Object.entries(wanted)) {
    if (!isDeepStrictEqual(existing[key as keyof T], value)) {
      throw problem('id-reused', { id: (existing as { id?: string }).id, field: key });
    }
  }
  return existing;
}

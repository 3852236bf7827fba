import { existsSync } from 'node:fs';
import { test } from '@jest/globals';

/** Real input that lies beside the repository and not in it. */
const shared = new URL('../../../../shared/', import.meta.url);

/** A file of that folder, e.g. `geo/communes_pre2025.geojson`. */
export const sharedFile = (path: string) => new URL(path, shared);

/** A test on such files; where they are absent it is skipped and its name says what it wanted. */
export function testOn(paths: readonly string[], name: string, run: () => Promise<void>): void {
  const missing = paths.filter((path) => !existsSync(sharedFile(path)));
  if (missing.length === 0) test(name, run);
  else test.skip(`${name} (skipped: ../shared/${missing.join(', ')} is absent)`, run);
}

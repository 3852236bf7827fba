import { readFileSync } from 'node:fs';

/** The text of a statement that lies beside the code (runnable in psql with `$1…`). */
export function sql(base: string, file: string): string {
  return readFileSync(new URL(file, base), 'utf8');
}

import type { ImportKind } from '@antt/contracts';
import type { ImportFile, Reading } from '@antt/service-kit';

/** Reads a file of a kind apart from the service (see reading/). */
export async function read<T>(kind: ImportKind, file: ImportFile): Promise<Reading<T>> {
  throw new Error(`${kind} ${file.name}`);
}

import { Problem } from '@antt/kernel';

/** What a busy machine answers for a moment; asked again it may know. */
const isMomentary = (error: unknown) =>
  error instanceof Problem && (error.status === 503 || error.status === 504);

/**
 * Waits until `look` returns something else than null, undefined or false; throws after `limit` ms. How fast the machine
 * is decides nothing: what is not answered in time is looked at again.
 */
export async function eventually<T>(
  look: () => Promise<T> | T,
  limit = 30_000,
): Promise<NonNullable<T>> {
  const end = Date.now() + limit;
  for (;;) {
    const seen = await (async () => look())().catch((error: unknown) => {
      if (isMomentary(error) && Date.now() < end) return null;
      throw error;
    });
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    if (Date.now() > end) throw new Error(`nothing came within ${limit} ms`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

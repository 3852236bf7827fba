/** Waits until `look` returns something else than null, undefined or false; throws after `limit` ms. */
export async function eventually<T>(
  look: () => Promise<T> | T,
  limit = 10_000,
): Promise<NonNullable<T>> {
  const end = Date.now() + limit;
  for (;;) {
    const seen = await look();
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    if (Date.now() > end) throw new Error(`nothing came within ${limit} ms`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

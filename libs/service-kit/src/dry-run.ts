import type { EntityManager } from 'typeorm';

/** Carries the answer of a dry run out of the transaction that is taken back. */
class TakenBack extends Error {
  readonly answer: unknown;

  constructor(answer: unknown) {
    super('dry run');
    this.answer = answer;
  }
}

/** A dry run is the real thing, taken back (decision 0005): what it would break is found by the same rules. */
export async function acting<T>(
  db: EntityManager,
  { dryRun }: { dryRun: boolean },
  act: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  try {
    return await db.transaction(async (tx) => {
      const answer = await act(tx);
      if (!dryRun) return answer;
      await tx.query('set constraints all immediate');
      throw new TakenBack(answer);
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.answer as T;
    throw error;
  }
}

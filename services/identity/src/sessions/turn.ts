import { problem } from '@antt/contracts';

const patience = 100;

/**
 * Lets those who bring the same key in one after the other: fifty passwords tried at once for one username
 * are counted, and locked out, as if they had come one by one.
 */
export class Turns {
  private readonly waiting = new Map<string, { last: Promise<unknown>; count: number }>();

  async take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.waiting.get(key) ?? { last: Promise.resolve(), count: 0 };
    if (before.count >= patience) throw problem('too-many-requests');
    const mine = before.last.then(work, work);
    this.waiting.set(key, { last: mine, count: before.count + 1 });
    try {
      return await mine;
    } finally {
      const now = this.waiting.get(key)!;
      if (now.count === 1) this.waiting.delete(key);
      else now.count -= 1;
    }
  }
}

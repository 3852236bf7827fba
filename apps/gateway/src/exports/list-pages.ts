import { type Operation, type Output, Problem } from '@antt/kernel';
import type { Client, Context } from '@antt/service-kit';
import { z } from 'zod';

export type Row = Record<string, unknown>;
type Page = { items: Row[]; nextCursor?: string | null; total?: number };

/** Pages of rows; of a list that has one page only, how many rows it leaves out. */
export type Pages = AsyncIterable<Row[]> & { shown: number; total: number };

/** Rows asked for at once: a page of them fits a message. */
const most = 500;

type Limited = { properties?: Record<string, { maximum?: number }> };

/** Every row of a list, page after page; the first page is fetched at once, so that a refusal is one. */
export async function allRows(
  client: Client,
  operation: Operation,
  question: Record<string, unknown>,
  context: Partial<Context>,
): Promise<Pages> {
  const { properties = {} } = z.toJSONSchema(operation.input, {
    io: 'input',
    unrepresentable: 'any',
  }) as Limited;
  const paged = 'cursor' in properties;
  const atOnce = properties.limit?.maximum ?? most;
  const limit = 'limit' in properties ? { limit: paged ? Math.min(most, atOnce) : atOnce } : {};
  const ask = async (cursor?: string): Promise<Page> =>
    (await client.call(
      operation,
      { ...question, ...limit, ...(cursor ? { cursor } : {}) } as never,
      context,
    )) as Output<Operation> as Page;
  const first = await ask();
  const shown = first.items.length;
  const total = paged ? shown : (first.total ?? shown);
  return Object.assign(pages(first, ask), { shown, total });
}

/** Tries again so many times, each pause twice as long as the one before, in milliseconds. */
const again = { times: 3, pause: 500 };
const passing = new Set(['deadline-exceeded', 'service-unavailable', 'try-again']);

/**
 * Of a file that has begun a page may come late: a busy service is asked again. What still fails breaks the
 * connection off, so that no program takes what has come for the whole.
 */
export async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let n = 0; ; n += 1) {
    try {
      return await ask();
    } catch (error) {
      const passes = error instanceof Problem && passing.has(error.type);
      if (!passes || n === again.times) throw error;
      await new Promise((resolve) => setTimeout(resolve, again.pause * 2 ** n));
    }
  }
}

async function* pages(first: Page, ask: (cursor: string) => Promise<Page>) {
  let page = first;
  for (;;) {
    yield page.items;
    if (!page.nextCursor) return;
    const { nextCursor } = page;
    page = await patiently(() => ask(nextCursor));
  }
}

/** Pages as one row after another. */
export async function* each<One>(pages: AsyncIterable<One[]>): AsyncGenerator<One> {
  for await (const page of pages) yield* page;
}

import type { Operation, Output } from '@antt/kernel';
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

async function* pages(first: Page, ask: (cursor: string) => Promise<Page>) {
  let page = first;
  for (;;) {
    yield page.items;
    if (!page.nextCursor) return;
    page = await ask(page.nextCursor);
  }
}

/** Pages as one row after another. */
export async function* each<One>(pages: AsyncIterable<One[]>): AsyncGenerator<One> {
  for await (const page of pages) yield* page;
}

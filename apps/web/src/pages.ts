import type { Operation, Output, Problem } from '@antt/kernel';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Question } from './api.ts';
import { ask } from './outbox/keeping.ts';

/** A page of a list, as `pageOf` of the kernel declares it. */
type Page<Item> = {
  items: Item[];
  nextCursor: string | null;
  total: number;
  /** Of long lists: counted no further than this. */
  totalIsLeast?: boolean;
};
type ItemOf<O extends Operation> = Output<O> extends Page<infer Item> ? Item : never;

type Options = { enabled?: boolean; /** Fetch page after page until the end. */ whole?: boolean };

/** A list that comes in pages, as one list; kept under the operation's subject like every answer. */
export function usePages<O extends Operation>(
  operation: O,
  input: Omit<Question<O>, 'cursor'>,
  { enabled = true, whole = false }: Options = {},
) {
  const pages = useInfiniteQuery<Page<ItemOf<O>>, Problem>({
    queryKey: [operation.subject, input, 'pages'],
    queryFn: ({ signal, pageParam }) =>
      ask(
        operation,
        { ...input, cursor: pageParam ?? undefined } as Question<O>,
        signal,
      ) as Promise<Page<ItemOf<O>>>,
    initialPageParam: null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (last) => last,
    enabled,
  });
  const { hasNextPage, isFetching, fetchNextPage, isPlaceholderData } = pages;
  useEffect(() => {
    if (whole && hasNextPage && !isFetching && !isPlaceholderData) void fetchNextPage();
  }, [whole, hasNextPage, isFetching, isPlaceholderData, fetchNextPage]);
  return {
    ...pages,
    items: (pages.data?.pages ?? []).flatMap((page) => page.items),
    total: pages.data?.pages[0]?.total ?? 0,
    totalIsLeast: pages.data?.pages[0]?.totalIsLeast ?? false,
  };
}

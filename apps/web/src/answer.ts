import { Problem, type Operation, type Output } from '@antt/kernel';
import {
  keepPreviousData,
  QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { call, type Question } from './api.ts';
import { ask } from './outbox/keeping.ts';

/** Asking again helps only where the server or the way to it was at fault. */
const worthRetrying = (problem: unknown) =>
  problem instanceof Problem && (problem.status === 0 || problem.status === 503);

export const newQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        retry: (failures, problem) => failures < 2 && worthRetrying(problem),
        retryDelay: (failures) => 500 * 2 ** failures,
      },
      mutations: { networkMode: 'always' },
    },
  });

type AnswerOptions = {
  enabled?: boolean;
  /**
   * Show the last answer while the next is on its way: a moved day never blanks the page. A function says of
   * which questions the answer may be shown for this one.
   */
  keep?: boolean | ((before: unknown) => boolean);
  staleTime?: number;
};

/** The answer of a reading operation, kept under its subject and input. */
export function useAnswer<O extends Operation>(
  operation: O,
  input: Question<O>,
  { enabled = true, keep = false, staleTime }: AnswerOptions = {},
) {
  return useQuery<Output<O>, Problem>({
    queryKey: [operation.subject, input],
    queryFn: ({ signal }) => ask(operation, input, signal),
    enabled,
    ...(staleTime === undefined ? {} : { staleTime }),
    ...(keep === true ? { placeholderData: keepPreviousData as never } : {}),
    ...(typeof keep === 'function'
      ? {
          placeholderData: ((answer: unknown, before?: { queryKey: readonly unknown[] }) =>
            before && keep(before.queryKey[1]) ? answer : undefined) as never,
        }
      : {}),
  });
}

const isWork = (subject: unknown) => /\.work\./.test(String(subject));

/** A command; `refreshes` names the operations whose answers it makes old. */
export function useCommand<O extends Operation>(operation: O, refreshes: Operation[] = []) {
  const queries = useQueryClient();
  return useMutation<Output<O>, Problem, Question<O>>({
    mutationFn: (input) => call(operation, input),
    onSuccess: () => {
      // Whatever was done may have been work: its counter stands on every page.
      void queries.invalidateQueries({ predicate: ({ queryKey }) => isWork(queryKey[0]) });
      return Promise.all(
        refreshes.map(({ subject }) => queries.invalidateQueries({ queryKey: [subject] })),
      );
    },
  });
}

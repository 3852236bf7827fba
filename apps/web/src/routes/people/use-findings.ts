import type { changePosting, Finding, recognise } from '@antt/contracts';
import type { Problem } from '@antt/kernel';
import { useQuery } from '@tanstack/react-query';
import { call, type Question } from '../../api.ts';
import { useSettled } from '../../settled.ts';

type Acting = typeof recognise | typeof changePosting;

/**
 * What the rules say of an act before it is done; `null` while something is still to be filled in. Asked
 * anew whenever the form changes, and not kept.
 */
export function useFindings<O extends Acting>(operation: O, command: Question<O> | null) {
  const asked = useSettled(command === null ? '' : JSON.stringify(command), 300);
  return useQuery<readonly Finding[], Problem>({
    queryKey: [operation.subject, 'dry-run', asked],
    queryFn: async ({ signal }) => {
      const question = { ...(JSON.parse(asked) as object), dryRun: true };
      const answer = await call(operation as Acting, question as never, { signal });
      return answer.findings;
    },
    enabled: asked !== '',
    // What was told stays while it is asked anew: ticks and reasons must not go with it.
    placeholderData: (told) => (asked === '' ? undefined : told),
    gcTime: 0,
    staleTime: 0,
    retry: false,
  });
}

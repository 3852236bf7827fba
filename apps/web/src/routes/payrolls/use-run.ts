import {
  checkPayroll,
  getPayroll,
  listMobilisationBills,
  listPayrollLines,
  listPayrolls,
  listPayrollVariance,
  type PayrollState,
} from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Problem } from '@antt/kernel';
import { call } from '../../api.ts';

export type Run = Output<typeof getPayroll>;

/** Milliseconds between two looks at a run that is being calculated. */
const beat = 1_500;

export const isCalculating = ({ state, failure }: { state: PayrollState; failure: unknown }) =>
  state === 'draft' && failure === null;

/** A run, looked at again while it is calculated; what was read of it before that is old then. */
export function useRun(id: string) {
  const queries = useQueryClient();
  const run = useQuery<Run, Problem>({
    queryKey: [getPayroll.subject, { id }],
    queryFn: ({ signal }) => call(getPayroll, { id }, { signal }),
    refetchInterval: ({ state }) => (state.data && isCalculating(state.data) ? beat : false),
  });
  const calculatedAt = run.data?.calculatedAt;
  const before = useRef(calculatedAt);
  useEffect(() => {
    if (before.current !== undefined && before.current !== calculatedAt) {
      for (const { subject } of [
        listPayrollLines,
        checkPayroll,
        listPayrollVariance,
        listPayrolls,
        listMobilisationBills,
      ]) {
        void queries.invalidateQueries({ queryKey: [subject] });
      }
    }
    before.current = calculatedAt;
  }, [queries, calculatedAt]);
  return run;
}

import type { listReportingPeriods, listReports, SenderKind } from '@antt/contracts';
import type { Question } from '../../api.ts';

/** What the pages of reports ask, said once: the same question is what a device finds without a connection. */
export const periodsOf = (within: string): Question<typeof listReportingPeriods> => ({
  within,
  limit: 200,
});

export const reportsOf = (
  periodId: string,
  sender: SenderKind | undefined,
): Question<typeof listReports> => ({ periodId, sender, limit: 200 });

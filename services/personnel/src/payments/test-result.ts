import { type Job, personnelJobs, type Principal } from '@antt/contracts';
import { eventually, type ServiceUnderTest } from '@antt/testing';
import { randomUUID } from 'node:crypto';

export type Result = { key: string; amount: number; status: string; reason?: string };

/** A bank's result as a .csv file. */
export const resultOf = (rows: readonly Result[]): Uint8Array =>
  new TextEncoder().encode(
    [
      'Mã chi,Số tiền,Trạng thái,Lý do',
      ...rows.map(({ key, amount, status, reason = '' }) =>
        [key, amount, status, reason].join(','),
      ),
    ].join('\n'),
  );

/** For tests: uploads a bank's result and waits for its end. */
export function results(service: ServiceUnderTest, by: Principal) {
  return async function take(
    rows: readonly Result[],
    { dryRun = false, as = by } = {},
  ): Promise<Job> {
    const bytes = resultOf(rows) as BlobPart;
    const file = await service.files.put('ket-qua.csv', new Blob([bytes]).stream(), 1e8);
    const id = `personnel.${randomUUID()}`;
    const command = { id, kind: 'payment-results', dryRun, file, options: {} } as const;
    await service.call(personnelJobs.start, command, as);
    return eventually(async () => {
      const job = await service.call(personnelJobs.get, { id }, as).catch(() => null);
      return job?.finishedAt ? job : null;
    }, 60_000);
  };
}

import { type PaymentState, paymentResultsRead, type RowProblem } from '@antt/contracts';
import { today } from '@antt/kernel';
import { readInThread } from '@antt/reading';
import {
  currentPrincipal,
  type Importer,
  type ImportFile,
  type ImportTools,
  type Outcome,
  publish,
  type Reading,
} from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { peopleScope } from '../people/person-scope.ts';
import { finding } from '../rosters/finding.ts';
import { keyOf, standingBatch } from './payment.rules.ts';
import type { ResultRow } from './result-columns.ts';

type Known = {
  id: string;
  number: string;
  amount: number;
  state: PaymentState;
  batch: number;
  month: string;
  /** Another payment of the same money stands, or its run does no more. */
  replaced: boolean;
};

/** A bank's result, line by line: all of a file or nothing, and the same file again changes nothing. */
@Injectable()
export class ResultImporter implements Importer<ResultRow[]> {
  readonly kind = 'payment-results';
  readonly permission = 'payroll.write';

  read(file: ImportFile): Promise<Reading<ResultRow[]>> {
    return readInThread(import.meta.url, '../rosters/reading-thread', { kind: this.kind, file });
  }

  async apply(
    tx: EntityManager,
    rows: ResultRow[],
    _file: Parameters<Importer['apply']>[2],
    { jobId, progress }: ImportTools,
  ): Promise<Outcome> {
    const read = rows.length;
    const known = await this.locked(tx, rows);
    const problems = rows.flatMap((row) => faultOf(row, known.get(row.number)) ?? []);
    if (problems.length > 0) return { counts: { read }, problems };
    progress(0, read);
    const news = rows.filter((row) => known.get(row.number)!.state !== row.status);
    await tx.query(
      `update payment y set state = s.status, reason = s.reason, settled_by = $2,
              settled_account = null, settled_at = clock_timestamp()
         from json_to_recordset($1) s (id uuid, status text, reason text)
        where y.id = s.id`,
      [
        JSON.stringify(news.map((row) => ({ ...row, id: known.get(row.number)!.id }))),
        currentPrincipal().username,
      ],
    );
    const failed = news.filter(({ status }) => status === 'failed').length;
    const counts = { read, paid: news.length - failed, failed, unchanged: read - news.length };
    if (news.length > 0) await publish(tx, paymentResultsRead, { jobId, counts });
    return { counts, problems };
  }

  /** In the order of their numbers: two files that arrive at once wait for each other. */
  private async locked(
    tx: EntityManager,
    rows: readonly ResultRow[],
  ): Promise<ReadonlyMap<string, Known>> {
    const scope = await peopleScope(tx, this.permission, today());
    const found: Known[] = await tx.query(
      `select y.id, y.number::text as number, y.amount, y.state, b.number as batch,
              to_char(r.month, 'YYYY-MM') as month,
              r.state = 'reversed' or ${standingBatch} is not null as replaced
         from payment y
         join payment_batch b on b.id = y.batch_id
         join payroll r on r.id = y.payroll_id
        where y.number = any ($1::bigint[]) and y.amount > 0
          and ($2::uuid[] is null or y.commune_id = any ($2))
        order by y.number for update of y`,
      [rows.map(({ number }) => number), scope],
    );
    return new Map(found.map((one) => [one.number, one]));
  }
}

/** Why a line cannot be taken; the text says what to do. */
function faultOf({ at, key, amount, status }: ResultRow, known?: Known): RowProblem | null {
  if (!known) return finding('payment-key-unknown', at, { value: key });
  const about = { value: keyOf(known.number), batch: known.batch, month: known.month };
  if (known.amount !== amount) {
    return finding('payment-amount-differs', at, { ...about, found: amount, issued: known.amount });
  }
  if (known.state === 'issued' || known.state === status) return null;
  // What was taken out before it was sent, and was paid all the same.
  if (known.state === 'withdrawn' && status === 'paid' && !known.replaced) return null;
  return finding(`payment-is-${known.state}`, at, about);
}

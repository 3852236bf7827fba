import { keepPaymentFiles } from '@antt/contracts';
import type { PassThrough } from 'node:stream';
import { streamCsv } from '../exports/csv.ts';
import { type List, streamWorkbook } from '../exports/workbook.ts';
import { bankFile } from './bank-file.ts';
import type { BatchFiles } from './batch-files.ts';
import { Bundle } from './bundle.ts';
import { treasurySummary } from './treasury-summary.ts';

/**
 * All that goes to treasury and bank: a list and an annex for each commune, the summary, the bank's file for who
 * may have it, and a manifest with the hash and the sum of each. `reason`: why accounts are told; null: they are not.
 */
export function writeBundle(batch: BatchFiles, reason: string | null): PassThrough {
  const bundle = new Bundle();
  write(bundle, batch, reason).catch((error: Error) => bundle.stream.destroy(error));
  return bundle.stream;
}

async function write(bundle: Bundle, batch: BatchFiles, reason: string | null): Promise<void> {
  const { answer } = batch;
  const { amount, payments } = answer.batch.issued;
  for (const { commune, issued, file } of batch.communes) {
    const about = { amount: issued.amount, rows: () => issued.payments };
    const name = `danh-sach-chi/${file}.xlsx`;
    await addList(bundle, { name, amount: issued.amount }, batch.list(commune.id));
    const annex = await batch.annex(commune.id);
    await bundle.add({ ...about, name: `phu-luc-quyet-dinh/${file}.docx` }, annex);
  }
  const summary = treasurySummary(answer, batch.marks);
  await addList(bundle, { name: 'tong-hop-kho-bac.xlsx', amount }, summary);
  if (reason !== null && batch.bank.payments > 0) {
    const { first, rows } = await batch.orders(reason);
    const name = 'chuyen-khoan-ngan-hang.csv';
    const counted = withCount(bankFile(first, rows));
    const source = streamCsv(counted.list, 'comma');
    await bundle.add({ name, amount: batch.bank.amount, rows: counted.rows }, source);
  }
  const { files: kept, ...first } = await batch.call(keepPaymentFiles, {
    batchId: answer.batch.id,
    files: bundle.files,
  });
  const { number, recoveries } = answer.batch;
  const manifest = {
    payrollId: batch.payrollId,
    ...{ month: answer.month, unit: answer.unit, batch: number, illustrative: answer.illustrative },
    ...first,
    sums: {
      ...{ lines: answer.lines, payments, amount, recoveries: recoveries.amount },
      ...{ insurer: answer.insurer, bodies: answer.bodies },
      notInThisBatch: answer.lines - amount - recoveries.amount - answer.insurer - answer.bodies,
    },
    // A file that is not what it was the first time is named; what is the same needs no word.
    files: kept.map(({ same, ...file }) => (same ? file : { ...file, differsFromFirst: true })),
  };
  bundle.end('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
}

async function addList<Row>(
  bundle: Bundle,
  entry: { name: string; amount: number },
  list: List<Row>,
): Promise<void> {
  const counted = withCount(list);
  await bundle.add({ ...entry, rows: counted.rows }, streamWorkbook(counted.list));
}

/** The list, and how many rows of it were written. */
function withCount<Row>(list: List<Row>): { list: List<Row>; rows: () => number } {
  let n = 0;
  async function* counting() {
    for await (const row of list.rows) {
      n += 1;
      yield row;
    }
  }
  return { list: { ...list, rows: counting() }, rows: () => n };
}

import type { RowProblem } from '@antt/contracts';
import { resultHeaders as headers, resultWords } from '@antt/contracts/text/pay.vi';
import {
  choiceField,
  type Columns,
  countField,
  readTable,
  readWorkbook,
  textField,
} from '@antt/reading';
import type { ImportFile, Reading } from '@antt/service-kit';
import { finding } from '../rosters/finding.ts';
import { numberOf } from './payment.rules.ts';

const required = true;
const columns = {
  key: { headers: headers.key, required, field: textField(40) },
  amount: { headers: headers.amount, required, field: countField(1_000_000_000_000) },
  status: { headers: headers.status, required, field: choiceField(resultWords) },
  reason: { headers: headers.reason, field: textField(500) },
} as const satisfies Columns;

/** What a bank says of one payment. */
export type ResultRow = {
  at: string;
  key: string;
  number: string;
  amount: number;
  status: 'paid' | 'failed';
  reason: string;
};

/** Reads a bank's result, line by line: a key stands in one line only, and a failure says why. */
export async function readResults({ bytes }: ImportFile): Promise<Reading<ResultRow[]>> {
  const { sheets, problems } = await readWorkbook(bytes, 'list');
  if (sheets.length === 0) return { content: null, problems };
  const table = readTable(sheets, columns);
  const found: RowProblem[] = [...problems, ...table.problems];
  const content: ResultRow[] = [];
  // One payment may be written in two ways, and be said to be paid by one and failed by the other.
  const first = new Map<string, string>();
  for (const { at, places, values } of table.rows) {
    const { key, reason } = values;
    const number = numberOf(key);
    if (number === null) {
      found.push(finding('payment-key-unknown', places.key ?? at, { value: key }));
      continue;
    }
    const here = places.key ?? at;
    const other = first.get(number);
    if (other !== undefined) {
      found.push(finding('value-twice', here, { column: headers.key[0], value: key, other }));
      continue;
    }
    first.set(number, here);
    if (values.status === 'failed' && reason === null) {
      found.push(finding('payment-reason-missing', places.reason ?? at, {}, 'warning'));
    }
    content.push({ ...values, at: here, number, reason: reason ?? '' });
  }
  return { content, problems: found };
}

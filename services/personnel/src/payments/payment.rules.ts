import { covering, type Payment } from '@antt/contracts';

/** By which a payment is known outside: on the bank's file and in its result. */
export const keyOf = (number: string): string => `ANTT${number.padStart(9, '0')}`;

/** The number behind a key as people and programs write it; null where it is none. */
export function numberOf(key: string): string | null {
  const digits = /^ANTT0*([1-9]\d{0,17})$/i.exec(key.replace(/[\s.-]/g, ''))?.[1];
  return digits ?? null;
}

/** In SQL over a payment `y`: the batch in which the same money stands, issued anew. */
export const standingBatch = `
  (select nb.number from payment n join payment_batch nb on nb.id = n.batch_id
    where n.payroll_id = y.payroll_id and n.commune_id = y.commune_id and n.payee = y.payee and n.id <> y.id
      and coalesce(n.person_id, n.team_id) = coalesce(y.person_id, y.team_id)
      and n.state in (${covering.map((state) => `'${state}'`).join(', ')}))`;

export type PaymentRow = Omit<Payment, 'key' | 'account'> & {
  sortKey: string;
  detailId: string | null;
  account: Buffer | null;
  total: number;
  totalAmount: number;
};

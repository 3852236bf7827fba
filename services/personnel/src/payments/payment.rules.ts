import type { Payment } from '@antt/contracts';

/** By which a payment is known outside: on the bank's file and in its result. */
export const keyOf = (number: string): string => `ANTT${number.padStart(9, '0')}`;

/** The number behind a key as people and programs write it; null where it is none. */
export function numberOf(key: string): string | null {
  const digits = /^ANTT0*([1-9]\d{0,17})$/i.exec(key.replace(/[\s.-]/g, ''))?.[1];
  return digits ?? null;
}

export type PaymentRow = Omit<Payment, 'key' | 'account'> & {
  sortKey: string;
  detailId: string | null;
  account: Buffer | null;
  total: number;
  totalAmount: number;
};

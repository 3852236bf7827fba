import type { PayBasis, PayrollLine } from '@antt/contracts';
import { causeNames } from '@antt/contracts/text/pay.vi';
import type { Period } from '@antt/kernel';

export type SlipLine = Pick<PayrollLine, 'kind' | 'month' | 'cause' | 'quantity' | 'rate'> & {
  label: string;
  per: PayBasis['per'] | null;
  duty: string | null;
  article: string;
  number: string;
  days: number;
  amount: number;
  before: number | null;
  after: number | null;
};

const vnd = (amount: number) => `${amount.toLocaleString('vi-VN')} đồng`;
const monthName = (month: Period) => month.split('-').reverse().join('/');

function unitOf({ per, duty }: SlipLine): string {
  if (per === 'duty') return duty === 'night' ? 'đêm' : 'ngày';
  if (per === 'training-day') return 'ngày';
  if (per === 'year' || per === 'team-year') return 'năm';
  return per === 'month' || per === 'team-month' ? 'tháng' : 'lần';
}

/** How an amount comes about, for who is paid it. */
export function howText(line: SlipLine): string {
  const { kind, month, cause, before, after, quantity, rate, days, per } = line;
  if (kind === 'adjustment') {
    const why = cause ? ` (${causeNames[cause].toLowerCase()})` : '';
    return `Tháng ${monthName(month)}: đúng mức ${vnd(after ?? 0)}, đã tính ${vnd(before ?? 0)}${why}`;
  }
  const unit = unitOf(line);
  if (per === 'month' && quantity !== 1) return `${days} ngày, mức ${vnd(rate)}/tháng`;
  const times = quantity === 1 ? '' : `${quantity.toLocaleString('vi-VN')} ${unit} × `;
  return `${times}${vnd(rate)}/${unit}`;
}

/** What it rests on: article and document. */
export const basisText = ({ article, number }: SlipLine): string =>
  [article, number && `Văn bản số ${number}`].filter(Boolean).join(', ');

import type { PaymentChannel, Position } from '@antt/contracts';
import { channelNames, positionNames } from '@antt/contracts/text/pay.vi';
import { type Period, vndInWords } from '@antt/kernel';
import { figure } from '@antt/paper/words';
import { type PaperPlace, placeTags } from './common-tags.ts';
import { rowsOf, type Tag } from './tag.ts';

export type SlipItem = { label: string; how: string; basis: string; amount: number };

/** What one person gets by a run, line by line. */
export type Slip = {
  name: string;
  position: Position | null;
  team: string;
  commune: string;
  held: boolean;
  channel: PaymentChannel | null;
  bank: string;
  items: SlipItem[];
  amount: number;
};

/** What papers of pay say. */
export type PayFacts = PaperPlace & {
  month: Period;
  batch: number | null;
  illustrative: boolean;
  slips: Slip[];
};

const vnd = (amount: number) => amount.toLocaleString('vi-VN');
const month = ({ month: of }: PayFacts) => of.split('-').reverse().join('/');
const total = ({ slips }: PayFacts) => slips.reduce((sum, { amount }) => sum + amount, 0);
const by = ({ held, channel, bank }: Slip) =>
  held ? 'Tạm giữ, chưa chi' : channel && [channelNames[channel], bank].filter(Boolean).join(', ');

const personTags: Tag<Slip>[] = [
  { tag: 'họ tên', text: ({ name }) => name },
  { tag: 'chức danh', text: ({ position }) => (position ? positionNames[position] : '–') },
  { tag: 'tên tổ', text: ({ team }) => team },
  { tag: 'đơn vị', text: ({ commune }) => commune },
  { tag: 'số tiền', text: ({ amount }) => vnd(amount) },
  { tag: 'số tiền bằng chữ', text: ({ amount }) => vndInWords(amount) },
  { tag: 'hình thức chi', text: by },
];

const itemTags: Tag<SlipItem>[] = [
  { tag: 'tên khoản', text: ({ label }) => label },
  { tag: 'cách tính', text: ({ how }) => how },
  { tag: 'căn cứ', text: ({ basis }) => basis || '–' },
  { tag: 'thành tiền', text: ({ amount }) => vnd(amount) },
];

/** A run (or a batch of it) of a commune: who gets what. */
export const payTags: Tag<PayFacts>[] = [
  ...placeTags,
  { tag: 'tháng', text: month },
  { tag: 'đợt', text: ({ batch }) => batch?.toString() },
  // A space where it is real money: a tag without a value would be dots.
  { tag: 'dấu minh họa', text: ({ illustrative }) => (illustrative ? 'SỐ LIỆU MINH HỌA' : ' ') },
  { tag: 'số người', text: ({ slips }) => figure(slips.length) },
  { tag: 'tổng số tiền', text: (facts) => vnd(total(facts)) },
  { tag: 'tổng số tiền bằng chữ', text: (facts) => vndInWords(total(facts)) },
  rowsOf('phiếu', ({ slips }) => slips, [
    ...personTags,
    rowsOf('khoản', ({ items }: Slip) => items, itemTags),
  ]),
  rowsOf('người nhận', ({ slips }) => slips, personTags),
];

import {
  type CommuneRef,
  type getPayroll,
  type listPayrollLines,
  type Payee,
  type PayItem,
  type PayrollLine,
  statesApproved,
} from '@antt/contracts';
import { channelNames, positionNames, relativeName } from '@antt/contracts/text/pay.vi';
import { type Output, type Period, vndInWords } from '@antt/kernel';
import { payItemNames } from '../exports/pay-value.ts';
import type { Column, List } from '../exports/workbook.ts';
import { formatMonth, text } from '../exports/workbook-text.ts';

type Run = Output<typeof getPayroll>;
type Page = Output<typeof listPayrollLines>;
type Pages = (cursor: string | undefined) => Promise<Page>;

/** Somebody (or a team) with what they are paid. */
export type Paid = Pick<Payee, 'name' | 'teamName' | 'commune' | 'position' | 'lines'> & {
  held: boolean;
  channel?: Payee['channel'];
};

/** What stands above a list. */
export type ListHead = {
  month: Period;
  place: CommuneRef;
  marks: readonly string[];
  items: readonly PayItem[];
  /** One commune: its name stands above and not in each line. */
  isOne: boolean;
  at?: string;
};

const sumOf = (lines: Paid['lines']) => lines.reduce((sum, { amount }) => sum + amount, 0);
export const placeName = ({ kind, name }: CommuneRef) => `${kind} ${name}`;
export const dong = (amount: number) => `${amount.toLocaleString('vi-VN')} đồng`;

/** Who signs a list of money. */
export const signatures = [
  ['NGƯỜI LẬP BIỂU', 'KẾ TOÁN', 'THỦ TRƯỞNG ĐƠN VỊ'],
  ['(Ký, ghi rõ họ tên)', '(Ký, ghi rõ họ tên)', '(Ký tên, đóng dấu)'],
];

/**
 * The customary list: a line for each person with the amounts by item, differences for earlier months, the
 * total and room for a signature; below it the sum in words and who signs.
 */
export function paymentList(
  { month, place, marks, items, isOne, at }: ListHead,
  rows: Iterable<Paid> | AsyncIterable<Paid>,
  footer: () => readonly string[] = () => [],
): List<Paid> {
  let [total, held] = [0, 0];
  const regular = items.map((item): Column<Paid> => ({
    heading: payItemNames[item],
    width: 16,
    cell: ({ lines }) =>
      sumOf(lines.filter((line) => line.item === item && line.kind !== 'adjustment')) || null,
  }));
  return {
    sheet: 'Danh sách chi trả',
    ...(at === undefined ? {} : { at }),
    lines: [
      `DANH SÁCH CHI TRẢ CHẾ ĐỘ THÁNG ${formatMonth(month)}`,
      'Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở',
      ...marks,
      text.place(placeName(place)),
    ],
    columns: [
      { heading: text.number, width: 6, cell: (_, n) => n },
      { heading: 'Họ và tên', width: 26, cell: ({ name }) => name },
      {
        heading: 'Chức danh',
        width: 12,
        cell: ({ position }) => (position ? positionNames[position] : null),
      },
      { heading: 'Tổ', width: 30, cell: ({ teamName }) => teamName },
      ...(isOne
        ? []
        : [{ heading: 'Xã, phường', width: 18, cell: ({ commune }: Paid) => placeName(commune) }]),
      ...regular,
      {
        heading: 'Truy lĩnh, thu hồi',
        width: 16,
        cell: ({ lines }) => sumOf(lines.filter(({ kind }) => kind === 'adjustment')) || null,
      },
      {
        heading: 'Tổng cộng',
        width: 16,
        cell: ({ lines, held: isHeld }) => {
          const sum = sumOf(lines);
          if (isHeld) held += sum;
          else total += sum;
          return sum;
        },
      },
      {
        heading: 'Ký nhận',
        width: 18,
        cell: ({ held: isHeld, channel }) =>
          isHeld ? 'Tạm giữ' : channel && channel !== 'office' ? channelNames[channel] : null,
      },
    ],
    rows,
    footer: () => [
      [],
      [`Tổng số tiền được chi: ${dong(total)}`],
      [`Bằng chữ: ${vndInWords(total)}`],
      ...(held === 0 ? [] : [[`Tạm giữ, chưa chi: ${dong(held)}`]]),
      ...footer().map((line) => [line]),
      [],
      ...signatures,
    ],
  };
}

/** Money that somebody signs for, now or when it is released. */
const isSignedFor = ({ aside }: Pick<PayrollLine, 'aside'>) => aside === null || aside === 'held';

function nameOf({ payee, payeeName, personName, teamName }: PayrollLine): string {
  if (payee === 'relative') return relativeName(payeeName, personName);
  return personName || teamName;
}

/** What the list pays to nobody on it. */
export function asideLines({ insurer, bodies }: { insurer: number; bodies: number }): string[] {
  return [
    ...(insurer === 0 ? [] : [`Nộp cơ quan bảo hiểm, không chi trên danh sách: ${dong(insurer)}`]),
    ...(bodies === 0
      ? []
      : [`Cơ quan điều động, huy động chi, không chi trên danh sách: ${dong(bodies)}`]),
  ];
}

/** The list of a whole run, or of one commune of it, as its lines stand now. */
export async function runList(run: Run, pages: Pages, isPart = false): Promise<List<Paid>> {
  const first = await pages(undefined);
  const [line] = first.items;
  const stands = statesApproved.includes(run.state);
  const head = {
    month: run.month,
    place: isPart && line ? line.commune : run.unit,
    items: [...new Set(run.items.filter(isSignedFor).map(({ item }) => item))],
    isOne: false,
    marks: [
      ...(run.illustrative ? [text.illustrative] : []),
      ...(stands ? [] : [run.state === 'reversed' ? 'ĐÃ HỦY' : 'BẢN NHÁP, CHƯA DUYỆT']),
    ],
  };
  const aside = { insurer: 0, bodies: 0 };
  return paymentList(head, payees(first, pages, aside), () => asideLines(aside));
}

type Open = Paid & { key: string };

/** Lines come in the order of commune, team and person: those of one payee follow each other. */
async function* payees(
  first: Page,
  pages: Pages,
  aside: { insurer: number; bodies: number },
): AsyncIterable<Paid> {
  let open: Open[] = [];
  let page = first;
  for (;;) {
    for (const line of page.items) {
      if (!isSignedFor(line)) {
        aside[line.aside === 'insurer' ? 'insurer' : 'bodies'] += line.amount;
        continue;
      }
      const { teamName, commune, position } = line;
      const held = line.aside === 'held';
      const owner = line.personId ?? line.teamId!;
      if (open.some(({ key }) => !key.startsWith(owner))) {
        yield* open;
        open = [];
      }
      // who survives somebody signs apart from what that person was still owed
      const key = line.payee === 'relative' ? `${owner} ${line.payeeName}` : owner;
      let payee = open.find((one) => one.key === key);
      if (!payee) {
        payee = { key, name: nameOf(line), teamName, commune, position, held, lines: [] };
        open.push(payee);
      }
      payee.position ??= position;
      payee.held ||= held;
      payee.lines.push(line);
    }
    if (!page.nextCursor) break;
    page = await pages(page.nextCursor);
  }
  yield* open;
}

import type { getPayroll, listPayrollLines, PayrollLine } from '@antt/contracts';
import { type Output, vndInWords } from '@antt/kernel';
import { payItemNames, positionNames } from '../exports/pay-value.ts';
import type { Column, List } from '../exports/workbook.ts';
import { formatMonth, text } from '../exports/workbook-text.ts';

type Run = Output<typeof getPayroll>;
type Page = Output<typeof listPayrollLines>;
type Pages = (cursor: string | undefined) => Promise<Page>;

/** Somebody, who survives them or a team, with what they are paid in the run. */
type Payee = { key: string; lines: PayrollLine[] };
/** What the list pays to nobody on it. */
type Aside = { insurer: number; bodies: number };

/** What may be paid by; any other list says so in its head. */
const standing: readonly string[] = ['approved', 'paid', 'closed'];

const isHeld = (lines: readonly PayrollLine[]) => lines.some(({ held }) => held);

/** Money that somebody signs for: not what goes to the insurance, nor what another body pays (law BR-54, BR-98). */
const isSignedFor = ({ payee, fund }: PayrollLine) =>
  payee !== 'insurer' && fund !== 'mobilising-body';

function nameOf({ payee, payeeName, personName, teamName }: PayrollLine): string {
  if (payee === 'relative') return text.relative(payeeName, personName);
  return personName || teamName;
}

/** Of a team's own money there is none. */
function positionOf(lines: readonly PayrollLine[]): string | null {
  const position = lines.find((line) => line.position !== null)?.position;
  return position ? positionNames[position] : null;
}

const sumOf = (lines: readonly PayrollLine[]) => lines.reduce((sum, { amount }) => sum + amount, 0);

/**
 * The customary list: a line for each person with the amounts by item, differences for earlier months, the
 * total and room for a signature; below it the sum in words and who signs.
 */
export async function paymentList(run: Run, pages: Pages, isPart = false): Promise<List<Payee>> {
  const first = await pages(undefined);
  let [total, held] = [0, 0];
  const aside: Aside = { insurer: 0, bodies: 0 };
  const [line] = first.items;
  const place = isPart && line ? `${line.commune.kind} ${line.commune.name}` : null;
  const items = [
    ...new Set(
      run.items
        .filter(({ payee, fund }) => payee !== 'insurer' && fund !== 'mobilising-body')
        .map(({ item }) => item),
    ),
  ];
  const regular = items.map((item): Column<Payee> => ({
    heading: payItemNames[item],
    width: 16,
    cell: ({ lines }) =>
      sumOf(lines.filter((line) => line.item === item && line.kind !== 'adjustment')) || null,
  }));
  return {
    sheet: 'Danh sách chi trả',
    lines: [
      `DANH SÁCH CHI TRẢ CHẾ ĐỘ THÁNG ${formatMonth(run.month)}`,
      'Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở',
      ...(run.illustrative ? [text.illustrative] : []),
      ...(standing.includes(run.state)
        ? []
        : [run.state === 'reversed' ? 'ĐÃ HỦY' : 'BẢN NHÁP, CHƯA DUYỆT']),
      text.place(place ?? `${run.unit.kind} ${run.unit.name}`),
    ],
    columns: [
      { heading: text.number, width: 6, cell: (_, n) => n },
      {
        heading: 'Họ và tên',
        width: 26,
        cell: ({ lines: [line] }) => nameOf(line!),
      },
      {
        heading: 'Chức danh',
        width: 12,
        cell: ({ lines }) => positionOf(lines),
      },
      { heading: 'Tổ', width: 30, cell: ({ lines: [line] }) => line!.teamName },
      {
        heading: 'Xã, phường',
        width: 18,
        cell: ({ lines: [line] }) => `${line!.commune.kind} ${line!.commune.name}`,
      },
      ...regular,
      {
        heading: 'Truy lĩnh, thu hồi',
        width: 16,
        cell: ({ lines }) => sumOf(lines.filter(({ kind }) => kind === 'adjustment')) || null,
      },
      {
        heading: 'Tổng cộng',
        width: 16,
        cell: ({ lines }) => {
          const sum = sumOf(lines);
          if (isHeld(lines)) held += sum;
          else total += sum;
          return sum;
        },
      },
      {
        heading: 'Ký nhận',
        width: 16,
        cell: ({ lines }) => (isHeld(lines) ? 'Tạm giữ' : null),
      },
    ],
    rows: payees(first, pages, aside),
    footer: () => [
      [],
      [`Tổng số tiền được chi: ${total.toLocaleString('vi-VN')} đồng`],
      [`Bằng chữ: ${vndInWords(total)}`],
      ...(held === 0 ? [] : [[`Tạm giữ, chưa chi: ${held.toLocaleString('vi-VN')} đồng`]]),
      ...(aside.insurer === 0
        ? []
        : [[`Nộp cơ quan bảo hiểm, không chi trên danh sách: ${dong(aside.insurer)}`]]),
      ...(aside.bodies === 0
        ? []
        : [[`Cơ quan điều động, huy động chi, không chi trên danh sách: ${dong(aside.bodies)}`]]),
      [],
      ['NGƯỜI LẬP BIỂU', 'KẾ TOÁN', 'THỦ TRƯỞNG ĐƠN VỊ'],
      ['(Ký, ghi rõ họ tên)', '(Ký, ghi rõ họ tên)', '(Ký tên, đóng dấu)'],
    ],
  };
}

const dong = (amount: number) => `${amount.toLocaleString('vi-VN')} đồng`;

/** Lines come in the order of commune, team and person: those of one payee follow each other. */
async function* payees(first: Page, pages: Pages, aside: Aside): AsyncIterable<Payee> {
  let open: Payee[] = [];
  let page = first;
  for (;;) {
    for (const line of page.items) {
      if (!isSignedFor(line)) {
        aside[line.payee === 'insurer' ? 'insurer' : 'bodies'] += line.amount;
        continue;
      }
      const owner = line.personId ?? line.teamId!;
      if (open.some(({ key }) => !key.startsWith(owner))) {
        yield* open;
        open = [];
      }
      // who survives somebody signs apart from what that person was still owed
      const key = line.payee === 'relative' ? `${owner} ${line.payeeName}` : owner;
      const payee = open.find((one) => one.key === key);
      if (payee) payee.lines.push(line);
      else open.push({ key, lines: [line] });
    }
    if (!page.nextCursor) break;
    page = await pages(page.nextCursor);
  }
  yield* open;
}

import { listPayees, makePayPaper, type Payee, revealPayments } from '@antt/contracts';
import type { Client, Context, Files } from '@antt/service-kit';
import { patiently } from '../exports/list-pages.ts';
import type { List } from '../exports/workbook.ts';
import { type Paid, paymentList } from '../papers/payment-list.ts';
import type { OrderPage } from './bank-file.ts';
import { slug } from './file-name.ts';
import type { BatchAnswer } from './treasury-summary.ts';

/** What the files of one batch are made of, asked for page by page while they are written. */
export class BatchFiles {
  private readonly client: Client;
  private readonly files: Files;
  private readonly context: Partial<Context>;
  readonly payrollId: string;
  readonly answer: BatchAnswer;
  readonly marks: readonly string[];

  constructor(
    client: Client,
    files: Files,
    context: Partial<Context>,
    payrollId: string,
    answer: BatchAnswer,
    marks: readonly string[],
  ) {
    this.client = client;
    this.files = files;
    this.context = context;
    this.payrollId = payrollId;
    this.answer = answer;
    this.marks = marks;
  }

  get title(): string {
    const { month, batch } = this.answer;
    return `${month}-dot-${batch.number}${this.marks.length > 0 ? '-minh-hoa' : ''}`;
  }

  /** A bank sees how much it is to be before it opens the file: totals are no line of orders. */
  get bankName(): string {
    const { payments, amount } = this.bank;
    return `chuyen-khoan-${this.title}-${payments}-khoan-${amount}-dong.csv`;
  }

  get bank(): { payments: number; amount: number } {
    const nothing = { payments: 0, amount: 0 };
    return this.answer.batch.byChannel.find(({ channel }) => channel === 'bank') ?? nothing;
  }

  /** The list of a commune, or of all that the asker sees. */
  list(communeId?: string): List<Paid> {
    const { month, unit, batch, communes } = this.answer;
    const shown = communes.filter(({ commune }) => !communeId || commune.id === communeId);
    const recovered = shown.reduce((sum, { recoveries }) => sum + recoveries.amount, 0);
    const items = shown.flatMap(({ cells }) => cells.map(({ item }) => item));
    const head = {
      ...{ month, marks: [...this.marks, `Đợt ${batch.number}`], at: batch.madeAt },
      ...{ place: communeId && shown[0] ? shown[0].commune : unit, isOne: Boolean(communeId) },
      items: [...new Set(items)].sort(),
    };
    const told = `Phải thu hồi, không có trong danh sách: ${recovered.toLocaleString('vi-VN')} đồng`;
    return paymentList(head, this.payees(communeId), () => (recovered === 0 ? [] : [told]));
  }

  /** Orders to banks; the reason is written down with the first page. */
  async orders(reason: string): Promise<{ first: OrderPage; rows: AsyncIterable<OrderItem> }> {
    const { client, context } = this;
    const ask = (cursor?: string) =>
      patiently(() =>
        client.call(
          revealPayments,
          { batchId: this.answer.batch.id, reason, limit: 500, ...(cursor && { cursor }) },
          context,
        ),
      );
    const first = await ask();
    async function* rows() {
      for (let page = first; ; page = await ask(page.nextCursor!)) {
        yield* page.items;
        if (!page.nextCursor) return;
      }
    }
    return { first, rows: rows() };
  }

  async annex(communeId: string): Promise<Uint8Array> {
    const { payrollId, context } = this;
    const batch = this.answer.batch.number;
    const asked = { kind: 'payment-annex', payrollId, batch, communeId } as const;
    const { file } = await patiently(() => this.client.call(makePayPaper, asked, context));
    return this.files.take(file);
  }

  /** Communes with the names of their files. */
  get communes() {
    return this.answer.communes
      .filter(({ issued }) => issued.payments > 0)
      .map((one, n) => {
        const place = slug(`${one.commune.kind} ${one.commune.name}`);
        return { ...one, file: `${String(n + 1).padStart(3, '0')}-${place}` };
      });
  }

  /** What the service keeps of the files, and says of the first time. */
  call: Client['call'] = (operation, input) => this.client.call(operation, input, this.context);

  private async *payees(communeId?: string): AsyncIterable<Paid> {
    const asked = { batchId: this.answer.batch.id, ...(communeId && { communeId }), limit: 500 };
    for (let cursor: string | null = ''; cursor !== null;) {
      const from: { cursor?: string } = cursor ? { cursor } : {};
      const page: { items: Payee[]; nextCursor: string | null } = await patiently(() =>
        this.client.call(listPayees, { ...asked, ...from }, this.context),
      );
      for (const payee of page.items) yield { ...payee, held: false };
      cursor = page.nextCursor;
    }
  }
}

type OrderItem = OrderPage['items'][number];

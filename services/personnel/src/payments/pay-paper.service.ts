import {
  type getPayroll,
  type makePayPaper,
  type PaymentChannel,
  type PayPaperKind,
  type Position,
  problem,
  statesApproved,
} from '@antt/contracts';
import { daysOf, type Input, type Output, addDays, type PlainDate, today } from '@antt/kernel';
import { Files, handFile, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { unitsOver } from '../papers/paper-facts.service.ts';
import { PaperTemplateService } from '../papers/paper-template.service.ts';
import { type PayFacts, payTags, type Slip } from '../papers/pay-tags.ts';
import { filled } from '../papers/tag.ts';
import { PayrollService } from '../payrolls/payroll.service.ts';
import { peopleScope } from '../people/person-scope.ts';
import { basisText, howText, type SlipLine } from './pay-words.rules.ts';
import { batchOf } from './payment-scope.ts';

const slipsSql = sql(import.meta.url, './pay-slips.sql');
const payeesSql = sql(import.meta.url, './list-payees.sql');

type SlipRow = {
  name: string;
  position: Position | null;
  team: string | null;
  communeId: string;
  amount: number;
  held: boolean;
  paid: { channel: PaymentChannel; bank: string } | null;
  lines: SlipLine[];
};
type PayeeRow = {
  name: string;
  teamName: string;
  position: Position | null;
  amount: number;
  channel: PaymentChannel;
};
type Run = Pick<Output<typeof getPayroll>, 'month' | 'state' | 'illustrative'>;

const names: Readonly<Record<PayPaperKind, string>> = {
  payslip: 'phieu-chi-tra',
  'payment-annex': 'phu-luc-chi-tra',
};

/** Payslips, and annexes of decisions to pay, by the wording that holds for the commune. */
@Injectable()
export class PayPaperService {
  constructor(
    private readonly db: EntityManager,
    private readonly payrolls: PayrollService,
    private readonly templates: PaperTemplateService,
    private readonly files: Files,
  ) {}

  async make(question: Input<typeof makePayPaper>): Promise<Output<typeof makePayPaper>> {
    const { kind, payrollId } = question;
    const run = await this.payrolls.find(payrollId);
    if (!statesApproved.includes(run.state)) {
      throw problem('payroll-is-not-approved', { id: payrollId });
    }
    const last = addDays(daysOf(run.month).to, -1);
    const { communeId, slips, batch } =
      kind === 'payslip' ? await this.slips(question) : await this.payees(question);
    const [commune, ...above] = await unitsOver(this.db, communeId, last);
    if (!commune) throw problem('unit-not-found', { id: communeId, on: last });
    const facts = factsOf(run, batch, slips, { on: last, commune, above });
    const template = await this.templates.inForce(kind, communeId, last);
    const { fillTemplate } = await import('../papers/word.ts');
    const bytes = fillTemplate(template.content, filled(payTags, facts));
    const name = `${names[kind]}-${run.month}${batch ? `-dot-${batch}` : ''}.docx`;
    return { file: await handFile(this.files, name, bytes) };
  }

  private async slips({ payrollId, communeId, personId }: Input<typeof makePayPaper>) {
    // Of a whole province nobody reads one paper.
    if (!communeId && !personId) throw problem('payroll-person-not-found', { id: payrollId });
    const scope = await peopleScope(this.db, 'payroll.read', today());
    const rows: SlipRow[] = await this.db.query(slipsSql, [
      ...[payrollId, scope, communeId ?? null, personId ?? null],
    ]);
    const [first] = rows;
    if (!first) throw problem('payroll-person-not-found', { id: payrollId, personId });
    const slips = rows.map(({ paid, lines, team, ...row }): Omit<Slip, 'commune'> => ({
      ...row,
      team: team ?? '',
      channel: paid?.channel ?? null,
      bank: paid?.bank ?? '',
      items: lines.map((line) => ({
        label: line.label,
        how: howText(line),
        basis: basisText(line),
        amount: line.amount,
      })),
    }));
    return { communeId: communeId ?? first.communeId, slips, batch: null };
  }

  private async payees({ payrollId, batch: number, communeId }: Input<typeof makePayPaper>) {
    const batch = await batchOf(this.db, { payrollId, number: number ?? 1 });
    const scope = await peopleScope(this.db, 'payroll.read', today());
    const rows: PayeeRow[] = communeId
      ? await this.db.query(payeesSql, [batch.id, scope, communeId, null, 100_000])
      : [];
    if (!communeId || rows.length === 0) {
      throw problem('payment-batch-is-empty', { id: payrollId });
    }
    const slips = rows.map(({ teamName, ...row }): Omit<Slip, 'commune'> => ({
      ...{ ...row, team: teamName, held: false, bank: '', items: [] },
    }));
    return { communeId, slips, batch: batch.number };
  }
}

function factsOf(
  { month, illustrative }: Run,
  batch: number | null,
  slips: readonly Omit<Slip, 'commune'>[],
  place: { on: PlainDate } & Pick<PayFacts, 'commune' | 'above'>,
): PayFacts {
  const commune = `${place.commune.kind} ${place.commune.name}`.toUpperCase();
  return { ...place, month, batch, illustrative, slips: slips.map((one) => ({ ...one, commune })) };
}

import {
  type CountedService,
  type explainLine,
  type LineExplanation,
  type listPayrollLines,
  type PayrollLine,
  type PolicyDocument,
  problem,
} from '@antt/contracts';
import { daysOf, type Input, type Output, searchKey, today } from '@antt/kernel';
import { sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { serviceOf } from '../cases/case-amount.rules.ts';
import { peopleScope, peopleWithin } from '../people/person-scope.ts';
import { PayrollService } from './payroll.service.ts';

const listSql = sql(import.meta.url, './list-lines.sql');
const explainSql = sql(import.meta.url, './explain-line.sql');

type Row = PayrollLine & { sortKey: string; total: number; totalAmount: number };
type Grounds = Pick<LineExplanation, 'posting' | 'quota'> & {
  policy: { id: string; number: string | null; document: PolicyDocument } | null;
  rate: number;
  days: number;
  dossier: Pick<NonNullable<LineExplanation['dossier']>, 'id' | 'about' | 'decision'> | null;
  basis: {
    values?: Record<string, string>;
    parts?: LineExplanation['parts'];
    before?: number;
    after?: number;
    service?: Partial<CountedService>;
    reason?: string;
    expected?: number | null;
  } | null;
  sources: { name: string; source: string }[];
};

/** The amounts of a run, and how each comes about. */
@Injectable()
export class PayrollLineService {
  constructor(
    private readonly db: EntityManager,
    private readonly payrolls: PayrollService,
  ) {}

  async list(question: Input<typeof listPayrollLines>): Promise<Output<typeof listPayrollLines>> {
    const { id, within, personId, teamId, position, item, fund, payee, kind, q } = question;
    const { cursor, seen, limit } = question;
    await this.payrolls.find(id);
    const rows: Row[] = await this.db.query(listSql, [
      id,
      await peopleScope(this.db, 'payroll.read', today()),
      await peopleWithin(this.db, within, today()),
      personId ?? null,
      item ?? null,
      kind ?? null,
      q ? searchKey(q) : null,
      cursor ?? null,
      limit,
      null,
      teamId ?? null,
      position ?? null,
      fund ?? null,
      payee ?? null,
    ]);
    if (seen !== undefined) {
      // Looked at after the rows: all of them are of one calculation, or the file stops here.
      const { calculatedAt } = await this.payrolls.find(id);
      if (calculatedAt !== seen) throw problem('payroll-was-calculated-again', { id });
    }
    return {
      items: rows.map(plain),
      nextCursor: rows.length === limit ? rows.at(-1)!.sortKey : null,
      total: rows[0]?.total ?? 0,
      amount: rows[0]?.totalAmount ?? 0,
    };
  }

  async explain({ id }: Input<typeof explainLine>): Promise<LineExplanation> {
    const scope = await peopleScope(this.db, 'payroll.read', today());
    const nothing = Array.from({ length: 6 }, () => null);
    const unfiltered = [null, null, null, null];
    const [row]: Row[] = await this.db.query(listSql, [
      ...[null, scope, ...nothing, 1, id],
      ...unfiltered,
    ]);
    if (!row) throw problem('payroll-line-not-found', { id });
    const line = plain(row);
    const { from, to } = daysOf(line.month);
    const [grounds]: Grounds[] = await this.db.query(explainSql, [id, from, to]);
    const { policy, posting, quota, rate, days, basis, sources, dossier } = grounds!;
    const rule = policy?.document.lines.find(({ code }) => code === line.code);
    return {
      line,
      policy: policy && {
        id: policy.id,
        name: policy.document.name,
        number: policy.number ?? '',
        article: rule?.article ?? '',
        certainty: rule?.rates[rate - 1]?.certainty ?? policy.document.certainty,
      },
      posting,
      quota,
      proration: policy?.document.proration ?? '',
      parts: basis?.parts ?? [{ from, to, days, rate, whole: line.rate }],
      rate: (rule?.rates[rate - 1] ?? null) as never,
      values: Object.entries(basis?.values ?? {}).map(([name, value]) => ({
        table: name.split(' ')[0]!,
        key: name.split(' ')[1] ?? '',
        value,
        source:
          sources.find((one) => one.name === name || one.name.startsWith(`${name} `))?.source ?? '',
      })),
      dossier: dossier && {
        ...dossier,
        service: serviceOf(basis?.service),
        reason: basis?.reason ?? '',
        expected: basis?.expected ?? null,
      },
      before: basis?.before ?? null,
      after: basis?.after ?? null,
    };
  }
}

function plain({ sortKey: _, total: __, totalAmount: ___, ...line }: Row): PayrollLine {
  return line;
}

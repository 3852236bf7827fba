import type { CaseAmount, CasePrice, PayFund, PolicyDocument } from '@antt/contracts';
import { problem } from '@antt/contracts';
import { addDays, type PlainDate } from '@antt/kernel';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { policiesOf } from '../payrolls/pay-question.ts';
import { ratesOf } from '../rate-tables/rates-of.ts';
import { parameterOf } from '../settings/parameter-of.ts';
import { servedInFormer } from '../severances/served-in-former.ts';
import type { Case, CasePlace } from './case.ts';
import { type CaseRow, readAmount } from './case-amount.rules.ts';
import { caseTables } from './case-statement.rules.ts';

type Priced = { on: PlainDate; place: CasePlace; rows: CaseRow[]; price: CasePrice };

/** What dossiers come to: priced by the policies in force while they are open, kept as granted from then on. */
@Injectable()
export class CasePriceService {
  constructor(private readonly db: EntityManager) {}

  /** As it was granted, else as it would be by a decision of the day. */
  async price(dossier: Case, on: PlainDate): Promise<CasePrice> {
    return (await this.granted(dossier.id)) ?? (await this.priced(this.db, dossier, on)).price;
  }

  /**
   * Keeps what a decision grants, line by line; without an amount, what the policies say. Another amount than theirs has
   * a reason, and is one line. Answers what was granted, null where nobody knows.
   */
  async grant(
    tx: EntityManager,
    dossier: Case,
    {
      amount,
      decidedOn,
      reasons,
    }: { amount: number | null; decidedOn: PlainDate; reasons: string },
  ): Promise<number | null> {
    const { on, place, rows, price } = await this.priced(tx, dossier, decidedOn);
    const { total } = price;
    const granted = amount ?? (total === 0 ? null : total);
    if (granted === null) return null;
    const differs = total !== granted;
    if (differs && total !== null && reasons.trim().length < 5) {
      throw problem('case-amount-differs', { expected: total, amount: granted });
    }
    const paying = rows.filter((row) => row.amount !== 0);
    const fund = await this.fundOf(tx, dossier, decidedOn);
    const said = { granted, total, reasons };
    const kept = differs ? [decided(dossier, paying[0] ?? { fund }, said)] : paying;
    for (const row of kept) {
      await tx.query(
        `insert into case_amount (case_id, code, about, person_id, posting_id, team_id, position, commune_id, decided_on,
           priced_on, policy_id, item, fund, payee, beneficiary, rate, whole, quantity, amount, basis)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
        [
          ...[dossier.id, row.code, dossier.about, dossier.personId],
          ...[place.postingId, place.teamId, place.position, dossier.communeId, decidedOn, on],
          ...[row.policyId, row.item, row.fund, row.payee],
          'beneficiary' in dossier ? dossier.beneficiary : '',
          ...[row.rate, row.whole ?? row.amount, row.quantity, row.amount],
          row.basis && JSON.stringify(row.basis),
        ],
      );
    }
    return granted;
  }

  /** What a decision granted, and no longer does. Runs that paid it ask it back. */
  async takeBack(tx: EntityManager, id: string): Promise<void> {
    await tx.query('delete from case_amount where case_id = $1', [id]);
  }

  /** Out of whose budget a dossier is paid that no policy prices. */
  private fundOf(db: EntityManager, { about, communeId }: Case, on: PlainDate): Promise<PayFund> {
    const setting = about === 'severance' ? 'severance-paid-from' : 'claim-paid-from';
    return parameterOf(db, setting, communeId, on);
  }

  private async priced(db: EntityManager, dossier: Case, decidedOn: PlainDate): Promise<Priced> {
    const { communeId, happenedOn, receivedOn } = dossier;
    const setting = dossier.about === 'severance' ? 'severance-priced-on' : 'claim-priced-on';
    const by = await parameterOf(db, setting, communeId, receivedOn);
    const on = by === 'event' ? happenedOn : decidedOn;
    const [{ commune }] = await db.query('select coalesce(commune_since($1, $2), $1) as commune', [
      communeId,
      on,
    ]);
    const place = await placeOf(db, dossier);
    const service = dossier.about === 'severance' ? await servedInFormer(db, dossier) : [];
    const policies = await policiesOf(db, on, addDays(on, 1), [commune]);
    const rates = await ratesOf(db, on, addDays(on, 1), [commune]);
    const one = { dossier: { ...dossier, communeId: commune }, on, place, service };
    const { text, parameters } = caseTables([one], policies, rates);
    const rows: CaseRow[] = await db.query(
      `${text}
       select policy_id as "policyId", code, item, fund, payee, rate, whole, quantity::float as quantity, amount,
              excluded, basis
         from priced order by policy_id, code`,
      parameters.values,
    );
    const amounts = await this.read(db, rows);
    const isKnown = amounts.length > 0 && amounts.every(({ amount }) => amount !== null);
    const total = isKnown ? amounts.reduce((sum, { amount }) => sum + amount!, 0) : null;
    return {
      on,
      place,
      rows,
      price: { on, granted: false, amounts, total, paidApart: false, paid: [] },
    };
  }

  private async granted(id: string): Promise<CasePrice | null> {
    const rows: (CaseRow & { on: PlainDate; paidApart: boolean })[] = await this.db.query(
      `select policy_id as "policyId", code, item, fund, payee, rate, whole, quantity::float as quantity, amount,
              null as excluded, basis, priced_on as on, paid_apart as "paidApart"
         from case_amount where case_id = $1 order by policy_id, code`,
      [id],
    );
    if (rows.length === 0) return null;
    const paid: CasePrice['paid'] = await this.db.query(
      `select p.id as "payrollId", to_char(p.month, 'YYYY-MM') as month, p.state, sum(l.amount)::bigint as amount
         from payroll_line l join payroll p on p.id = l.payroll_id and p.state <> 'reversed'
        where l.case_id = $1 group by p.id order by p.month`,
      [id],
    );
    const amounts = await this.read(this.db, rows);
    const total = rows.reduce((sum, { amount }) => sum + amount!, 0);
    const { on, paidApart } = rows[0]!;
    return { on, granted: true, amounts, total, paidApart, paid };
  }

  private async read(db: EntityManager, rows: readonly CaseRow[]): Promise<CaseAmount[]> {
    const policies: { id: string; number: string; document: PolicyDocument }[] = await db.query(
      `select id, coalesce(instrument ->> 'number', '') as number, document from policy where id = any ($1)`,
      [[...new Set(rows.map(({ policyId }) => policyId).filter((id) => id !== null))]],
    );
    return rows.map((row) =>
      readAmount(
        row,
        policies.find(({ id }) => id === row.policyId),
      ),
    );
  }
}

/** An amount that the decision alone tells. */
function decided(
  { about }: Case,
  priced: CaseRow | Pick<CaseRow, 'fund'>,
  { granted, total, reasons }: { granted: number; total: number | null; reasons: string },
): CaseRow {
  const said = { expected: total, reason: reasons.trim() };
  return {
    ...{ policyId: null, code: about, item: about, rate: 0 },
    payee: about === 'death' ? 'relative' : 'person',
    ...priced,
    ...{ whole: granted, quantity: 1, amount: granted, excluded: null },
    basis: { ...('basis' in priced ? priced.basis : null), ...said },
  };
}

async function placeOf(db: EntityManager, dossier: Case): Promise<CasePlace> {
  const nowhere = { postingId: null, teamId: null, position: null };
  if (dossier.about === 'severance') return nowhere;
  const [row]: CasePlace[] = await db.query(
    `select p.id as "postingId", p.team_id as "teamId", p.position
       from person_records($1) r join posting p on p.person_id = r.id
      where p.valid_from <= $2 and (p.valid_to is null or $2 < p.valid_to)
      order by p.valid_from desc limit 1`,
    [dossier.personId, dossier.happenedOn],
  );
  return row ?? nowhere;
}

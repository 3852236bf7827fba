import type { listMobilisationBills, MobilisationRow } from '@antt/contracts';
import { daysOf, type Input, type Output, today } from '@antt/kernel';
import { sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { peopleScope, peopleWithin } from '../people/person-scope.ts';

const listSql = sql(import.meta.url, './list-mobilisation-bills.sql');

type Bill = Output<typeof listMobilisationBills>;
type Row = MobilisationRow &
  Pick<Bill, 'bodies' | 'illustrative'> & { sortKey: string; total: number; totalAmount: number };

/** Duty out of the area and in emergencies, as it is billed to who mobilised; no money of a commune's. */
@Injectable()
export class MobilisationBillService {
  constructor(private readonly db: EntityManager) {}

  async list(question: Input<typeof listMobilisationBills>): Promise<Bill> {
    const { month, body, within, cursor, limit } = question;
    const { from } = daysOf(month);
    const rows: Row[] = await this.db.query(listSql, [
      from,
      await peopleScope(this.db, 'payroll.read', today()),
      await peopleWithin(this.db, within, from),
      body ?? null,
      cursor ?? null,
      limit,
    ]);
    const [first] = rows;
    return {
      items: rows.map(plain),
      nextCursor: rows.length === limit ? rows.at(-1)!.sortKey : null,
      total: first?.total ?? 0,
      bodies: first?.bodies ?? [],
      amount: first?.totalAmount ?? 0,
      illustrative: first?.illustrative ?? false,
    };
  }
}

function plain(row: Row): MobilisationRow {
  const {
    sortKey: _,
    total: __,
    totalAmount: ___,
    bodies: ____,
    illustrative: _____,
    ...one
  } = row;
  return one;
}

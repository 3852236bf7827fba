import {
  type listRefusals,
  problem,
  type recordRefusal,
  type Refusal,
  refusalRecorded,
  refusalWithdrawn,
  type withdrawRefusal,
} from '@antt/contracts';
import { type Input, type Output, today } from '@antt/kernel';
import { publish, sameAgain, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { assertPerson, peopleScope, peopleWithin } from '../people/person-scope.ts';
import { RefusalEntity } from './refusal.entity.ts';

const listSql = sql(import.meta.url, './list-refusals.sql');

/** Refusals of duty by members (Law 30/2023/QH15 Art. 17.3.c); nothing is deleted, only withdrawn. */
@Injectable()
export class RefusalService {
  constructor(private readonly db: EntityManager) {}

  async list(question: Input<typeof listRefusals>): Promise<Output<typeof listRefusals>> {
    const { on, within, personId, cursor, limit } = question;
    if (personId) await assertPerson(this.db, 'person-profile.read', personId, on);
    const rows = await this.db.query(listSql, [
      on,
      await peopleScope(this.db, 'person-profile.read', on),
      await peopleWithin(this.db, within, on),
      personId ?? null,
      cursor ?? null,
      limit,
    ]);
    const last = rows.at(-1);
    return {
      items: rows,
      nextCursor: last && rows.length === limit ? last.sortKey : null,
      total: last?.total ?? 0,
    };
  }

  async record(command: Input<typeof recordRefusal>): Promise<Refusal> {
    const { id, personId } = command;
    await assertPerson(this.db, 'posting.write', personId, today());
    return this.db.transaction(async (tx) => {
      const known = await tx.findOneBy(RefusalEntity, { id });
      if (known) return sameAgain(known, command);
      const refusal = { ...command, withdrawnReason: null };
      await tx.insert(RefusalEntity, refusal);
      await publish(tx, refusalRecorded, { id, personId });
      return refusal;
    });
  }

  withdraw({ id, reason }: Input<typeof withdrawRefusal>): Promise<Refusal> {
    return this.db.transaction(async (tx) => {
      const known = await tx.findOne(RefusalEntity, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!known) throw problem('refusal-not-found', { id });
      const { personId } = known;
      await assertPerson(tx, 'posting.write', personId, today());
      if (known.withdrawnReason !== null) return known;
      await tx.update(RefusalEntity, { id }, { withdrawnReason: reason });
      await publish(tx, refusalWithdrawn, { id, personId });
      return { ...known, withdrawnReason: reason };
    });
  }
}

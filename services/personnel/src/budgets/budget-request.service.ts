import {
  type BudgetNeed,
  type BudgetRequest,
  budgetRequestChanged,
  BudgetRequestStep,
  type changeBudgetRequest,
  type draftBudgetRequest,
  holds,
  type listBudgetRequests,
  problem,
} from '@antt/contracts';
import { type Input, type Output, sum, today } from '@antt/kernel';
import { currentPrincipal, publish, sql, uuidv7 } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { isDeepStrictEqual } from 'node:util';
import { peopleScope, peopleWithin } from '../people/person-scope.ts';
import { assertHolder } from './budget-holder.ts';
import { requestMoves } from './budget-step.rules.ts';
import { BudgetRequestEntity } from './budget.entity.ts';

const listSql = sql(import.meta.url, './list-requests.sql');

type Act = BudgetRequest['acts'][number] & { accountId: string };
type Row = Omit<BudgetRequest, 'acts' | 'next'> & { acts: Act[]; sortKey: string; total: number };

/** Requests for money: which there are, how they stand, and writing one. */
@Injectable()
export class BudgetRequestService {
  constructor(private readonly db: EntityManager) {}

  async list(
    question: Input<typeof listBudgetRequests>,
  ): Promise<Output<typeof listBudgetRequests>> {
    const rows = await this.rows(this.db, question);
    return {
      items: rows.map(shown),
      nextCursor: rows.length === question.limit ? rows.at(-1)!.sortKey : null,
      total: rows[0]?.total ?? 0,
    };
  }

  /** A request of the asker's area; others are not there. */
  async get(id: string, db = this.db): Promise<BudgetRequest> {
    const [row] = await this.rows(db, { id, limit: 1 });
    if (!row) throw problem('budget-request-not-found', { id });
    return shown(row);
  }

  draft(command: Input<typeof draftBudgetRequest>): Promise<BudgetRequest> {
    const { lines, ...request } = command;
    return this.db.transaction(async (tx) => {
      await assertHolder(tx, 'budget.write', request.unitId, request.year);
      const known = await tx.findOneBy(BudgetRequestEntity, { id: request.id });
      if (known) return this.sameAgain(tx, command);
      const undecided = { decision: null, instrument: null, state: 'drafted' as const };
      await tx.insert(BudgetRequestEntity, { ...request, ...undecided });
      await writeLines(tx, request, lines);
      return this.get(request.id, tx);
    });
  }

  change({ id, title, lines }: Input<typeof changeBudgetRequest>): Promise<BudgetRequest> {
    return this.db.transaction(async (tx) => {
      const request = await lockedRequest(tx, id, 'budget.write');
      if (request.state !== 'drafted') {
        throw problem('budget-request-is-sent', { id, state: request.state });
      }
      await tx.update(BudgetRequestEntity, { id }, { title });
      await tx.query('delete from budget_request_line where request_id = $1', [id]);
      await writeLines(tx, request, lines);
      return this.get(id, tx);
    });
  }

  private async sameAgain(
    tx: EntityManager,
    { lines, ...command }: Input<typeof draftBudgetRequest>,
  ): Promise<BudgetRequest> {
    const known = await this.get(command.id, tx);
    const needs = known.lines.map(({ group, source, amount, reason }) => ({
      ...{ group, source, amount, reason },
    }));
    const { id, unitId, year, fund, title } = known;
    if (
      !isDeepStrictEqual({ id, unitId, year, fund, title, lines: needs }, { ...command, lines })
    ) {
      throw problem('id-reused', { id, field: 'lines' });
    }
    return known;
  }

  private async rows(
    db: EntityManager,
    asked: Partial<Input<typeof listBudgetRequests>> & { id?: string; limit: number },
  ): Promise<Row[]> {
    const { id, within, year, fund, state, cursor, limit } = asked;
    return db.query(listSql, [
      id ?? null,
      await peopleScope(db, 'budget.read', today()),
      await peopleWithin(db, within, today()),
      ...[year, fund, state, cursor].map((one) => one ?? null),
      limit,
    ]);
  }
}

/** The request, locked; it must be of the sender's area, and is else not there. */
export async function lockedRequest(
  tx: EntityManager,
  id: string,
  permission: (typeof requestMoves)[BudgetRequestStep]['by'],
): Promise<BudgetRequestEntity> {
  const lock = { mode: 'pessimistic_write' } as const;
  const request = await tx.findOne(BudgetRequestEntity, { where: { id }, lock });
  const seen = await peopleScope(tx, 'budget.read', today());
  if (!request || (seen !== null && !seen.includes(request.unitId))) {
    throw problem('budget-request-not-found', { id });
  }
  await assertHolder(tx, permission, request.unitId, request.year);
  return request;
}

/** Keeps who took a step, when, and what was said with it. */
export async function writeAct(
  tx: EntityManager,
  requestId: string,
  act: { step: BudgetRequestStep },
): Promise<void> {
  const { accountId, username } = currentPrincipal();
  await tx.query(
    `insert into budget_request_act (id, request_id, step, account_id, by, act) values ($1, $2, $3, $4, $5, $6)`,
    [uuidv7(), requestId, act.step, accountId, username, JSON.stringify(act)],
  );
}

async function writeLines(
  tx: EntityManager,
  request: Pick<BudgetRequestEntity, 'id' | 'fund' | 'unitId' | 'year'>,
  lines: readonly BudgetNeed[],
): Promise<void> {
  const { id, fund, unitId, year } = request;
  for (const [n, { group, source, amount, reason }] of lines.entries()) {
    await tx.query(
      `insert into budget_request_line (request_id, n, fund, unit_id, year, item_group, source, amount, reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, n, fund, unitId, year, group, source, amount, reason],
    );
  }
  await writeAct(tx, id, { step: 'draft' });
  const requested = sum(lines.map(({ amount }) => amount));
  await publish(tx, budgetRequestChanged, { id, unitId, year, fund, requested });
}

/** With the steps that its state, its makers and the asker's rights leave open. */
function shown({ sortKey: _, total: __, acts, ...row }: Row): BudgetRequest {
  const principal = currentPrincipal();
  const own = new Set(
    acts.filter(({ accountId }) => accountId === principal.accountId).map(({ step }) => step),
  );
  const next = BudgetRequestStep.options.filter((step) => {
    const { from, by, notAfter } = requestMoves[step];
    const mayTake = from.includes(row.state) && holds(principal, by);
    return mayTake && !notAfter.some((one) => own.has(one));
  });
  return { ...row, next, acts: acts.map(({ accountId: _, ...act }) => act) };
}

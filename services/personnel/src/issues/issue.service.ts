import {
  type IssueReturn,
  issueNormSet,
  type issueThings,
  type listIssues,
  problem,
  type returnThings,
  type setIssueNorm,
  thingsIssued,
  thingsReturned,
  type IssueNorm,
} from '@antt/contracts';
import { type Input, type Output, today } from '@antt/kernel';
import { acting, assertInside, publish, sameAgain, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { assertAccepted } from '../accepted-rules.ts';
import { assertPerson, peopleScope, peopleWithin } from '../people/person-scope.ts';
import { IssueFacts } from './issue-facts.ts';
import { IssueEntity, IssueNormEntity, IssueReturnEntity } from './issue.entity.ts';

const listSql = sql(import.meta.url, './list-issues.sql');

/** Uniform, tools, badges and papers of members; nothing is taken off the books without a return. */
@Injectable()
export class IssueService {
  constructor(
    private readonly db: EntityManager,
    private readonly facts: IssueFacts,
  ) {}

  async list(question: Input<typeof listIssues>): Promise<Output<typeof listIssues>> {
    const { on, within, personId, teamId, item, category, number, dueBy, cursor, limit } = question;
    if (personId) await assertPerson(this.db, 'person.read', personId, on);
    const rows = await this.db.query(listSql, [
      on,
      personId ? null : await peopleScope(this.db, 'person.read', on),
      await peopleWithin(this.db, within, on),
      ...[personId ?? null, teamId ?? null, item ?? null, category ?? null],
      ...[number ?? null, dueBy ?? null, cursor ?? null, limit],
    ]);
    const last = rows.at(-1);
    return {
      items: rows,
      nextCursor: last && rows.length === limit ? last.sortKey : null,
      total: last?.total ?? 0,
    };
  }

  issue(command: Input<typeof issueThings>): Promise<Output<typeof issueThings>> {
    const { accept, reason, dryRun, servesUntil, ...facts } = command;
    const { id, personId, issuedOn, item } = facts;
    return acting(this.db, { dryRun }, async (tx) => {
      await assertPerson(tx, 'posting.write', personId, today());
      const known = await tx.findOneBy(IssueEntity, { id });
      if (known) {
        sameAgain(known, servesUntil === undefined ? facts : { ...facts, servesUntil });
        return { ...told(known), findings: [] };
      }
      const service = await this.facts.serviceOf(tx, personId, issuedOn);
      await this.facts.item(tx, item);
      // Two issues in one team must not both take its last tool.
      await tx.query('select 1 from team where id = $1 for update', [service.teamId]);
      const norm = await this.facts.norm(tx, facts, service.communeId);
      const ends = servesUntil === undefined ? this.facts.endOf(issuedOn, norm) : servesUntil;
      const issue: IssueEntity = { ...facts, servesUntil: ends, accepted: [], reason: '' };
      const findings = await this.facts.findings(tx, issue, service, norm);
      const accepted = dryRun ? [] : assertAccepted('issue', findings, { accept, reason });
      await tx.insert(IssueEntity, { ...issue, accepted, reason: accepted[0] ? reason : '' });
      const { quantity } = issue;
      await publish(tx, thingsIssued, { id, personId, item, quantity, issuedOn, accepted });
      return { ...told(issue), findings };
    });
  }

  /** No more than is left on any day from then on. */
  return(command: Input<typeof returnThings>): Promise<IssueReturn> {
    const { id, issueId, kind, quantity, on, reason } = command;
    return this.db.transaction(async (tx) => {
      const issue = await tx.findOne(IssueEntity, {
        where: { id: issueId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!issue) throw problem('issue-not-found', { id: issueId });
      await assertPerson(tx, 'posting.write', issue.personId, today());
      const row = { id, issueId, kind, quantity, returnedOn: on, reason };
      const known = await tx.findOneBy(IssueReturnEntity, { id });
      if (known) {
        sameAgain(known, row);
        return command;
      }
      if (on < issue.issuedOn) throw problem('issue-not-there-yet', { on, day: issue.issuedOn });
      const [{ gone }] = await tx.query(
        `select coalesce(sum(quantity), 0)::int as gone from issue_return where issue_id = $1`,
        [issueId],
      );
      const left = issue.quantity - gone;
      if (quantity > left) throw problem('issue-not-enough', { quantity, left });
      await tx.insert(IssueReturnEntity, row);
      await publish(tx, thingsReturned, command);
      return command;
    });
  }

  /** Uniform is the province's to set (Decree 40 Art. 3); tools are the ministry's four types and no others. */
  setNorm(command: Input<typeof setIssueNorm>): Promise<IssueNorm> {
    const { id, item, phase, unitId, validFrom } = command;
    return this.db.transaction(async (tx) => {
      await assertInside(tx, 'setting.write', [unitId], validFrom);
      if ((await this.facts.item(tx, item)).category === 'tool') {
        throw problem('issue-norm-is-national', { item });
      }
      const known = await tx.findOneBy(IssueNormEntity, { id });
      if (known) return sameAgain(known, command);
      const [next] = await tx.query(
        `select min(valid_from) as "from" from issue_norm
          where item = $1 and phase = $2 and unit_id = $3 and valid_from > $4`,
        [item, phase, unitId, validFrom],
      );
      await tx.query(
        `update issue_norm set valid_to = $4 where item = $1 and phase = $2 and unit_id = $3
            and valid_from < $4 and (valid_to is null or $4 < valid_to)`,
        [item, phase, unitId, validFrom],
      );
      const norm: IssueNorm = { ...command, percent: null, validTo: next.from };
      await tx.insert(IssueNormEntity, norm);
      await publish(tx, issueNormSet, norm);
      return norm;
    });
  }
}

function told(issue: IssueEntity) {
  const { id, personId, item, quantity, number, issuedOn, servesUntil, note } = issue;
  return { id, personId, item, quantity, number, issuedOn, servesUntil, note };
}

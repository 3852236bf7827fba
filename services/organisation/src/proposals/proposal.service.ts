import {
  type appraiseProposal,
  type getProposal,
  type listProposals,
  type NamedProposal,
  problem,
  type Proposal,
  proposalAppraised,
  proposalSent,
  proposalsTaken,
  type resendProposal,
  type sendProposal,
  type takeProposals,
} from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { assertInside, currentPrincipal, publish, reach, sameAgain, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { openDraft } from '../drafts/open-draft.ts';
import { attachFiles, detachFiles, filesOf } from '../files/attached-files.ts';
import { lockUnits, ownUnit } from '../units/standing-unit.ts';
import { ProposalEntity, ProposalStepEntity } from './proposal.entity.ts';
import { assertPositions, figuresOf, sameFigures } from './proposal.rules.ts';

const listSql = sql(import.meta.url, './list-proposals.sql');
const takeSql = sql(import.meta.url, './take-proposals.sql');

type Row = Omit<NamedProposal, 'sentAt'> & { sentAt: Date; sort_key: string };

/** What communes ask for, and what the province makes of it (Circular 14/2024/TT-BCA on adjusting numbers). */
@Injectable()
export class ProposalService {
  constructor(private readonly db: EntityManager) {}

  async list(question: Input<typeof listProposals>): Promise<Output<typeof listProposals>> {
    const { on, status, cursor, limit } = question;
    const { scope, within } = reach('proposal.read', question);
    const all: Row[] = await this.db.query(listSql, [on, scope, within, null, null]);
    const rows = status ? all.filter((row) => row.status === status) : all;
    const rest = cursor ? rows.filter((row) => row.sort_key > cursor) : rows;
    const page = rest.slice(0, limit);
    const count = (one: Proposal['status']) => all.filter((row) => row.status === one).length;
    return {
      items: page.map(shown),
      nextCursor: page.length < rest.length ? page.at(-1)!.sort_key : null,
      total: rows.length,
      counts: { sent: count('sent'), accepted: count('accepted'), returned: count('returned') },
    };
  }

  async get({ id }: Input<typeof getProposal>): Promise<Output<typeof getProposal>> {
    const known = await this.db.findOneBy(ProposalEntity, { id });
    const absent = problem('proposal-not-found', { id });
    if (!known) throw absent;
    await assertInside(this.db, 'proposal.read', [known.unitId], known.effectiveFrom, absent);
    const [row]: Row[] = await this.db.query(listSql, [known.effectiveFrom, null, null, null, id]);
    const steps = await this.db.find(ProposalStepEntity, {
      where: { proposalId: id },
      order: { n: 'ASC' },
    });
    const files = await filesOf(this.db, 'proposal', [id]);
    return {
      ...shown(row!),
      files: files.get(id) ?? [],
      steps: steps.map(({ step, by, at, reason, figures }) => ({
        step,
        by,
        at: at.toISOString(),
        reason,
        figures,
      })),
    };
  }

  send({ fileIds, ...command }: Input<typeof sendProposal>): Promise<Proposal> {
    const { id, unitId, effectiveFrom } = command;
    return this.db.transaction(async (tx) => {
      await lockUnits(tx, [unitId]);
      const known = await tx.findOneBy(ProposalEntity, { id });
      if (known) {
        await assertInside(tx, 'proposal.write', [known.unitId], known.effectiveFrom);
        sameAgain<object>(known, command);
        return proposalOf(known);
      }
      await ownUnit(tx, 'proposal.write', unitId, effectiveFrom);
      assertPositions(command);
      const sentBy = currentPrincipal().username;
      const none = { accepted: null, draftId: null };
      const sent = { ...command, ...none, status: 'sent' as const, sentAt: new Date(), sentBy };
      await tx.insert(ProposalEntity, sent);
      await attachFiles(tx, 'proposal', id, fileIds);
      await this.step(tx, id, 'sent', command.reason, command);
      const proposal = proposalOf(sent);
      await publish(tx, proposalSent, proposal);
      return proposal;
    });
  }

  resend({ fileIds, ...command }: Input<typeof resendProposal>): Promise<Proposal> {
    return this.db.transaction(async (tx) => {
      const known = await this.lock(tx, command.id);
      const absent = problem('proposal-not-found', { id: command.id });
      await assertInside(tx, 'proposal.write', [known.unitId], known.effectiveFrom, absent);
      await assertInside(tx, 'proposal.write', [known.unitId], command.effectiveFrom);
      const again = known.status === 'sent' && sameFigures(known, command);
      if (again && known.reason === command.reason) return proposalOf(known);
      if (known.status !== 'returned') throw problem('proposal-not-returned', { id: known.id });
      assertPositions(command);
      const sentBy = currentPrincipal().username;
      const sent = { ...known, ...command, status: 'sent' as const, sentAt: new Date(), sentBy };
      await tx.save(ProposalEntity, sent);
      const standing = (await filesOf(tx, 'proposal', [known.id])).get(known.id) ?? [];
      const gone = standing.filter((file) => !fileIds.includes(file.id)).map((file) => file.id);
      if (gone.length > 0) await detachFiles(tx, 'proposal', known.id, gone);
      await attachFiles(tx, 'proposal', known.id, fileIds);
      await this.step(tx, known.id, 'sent', command.reason, command);
      const proposal = proposalOf(sent);
      await publish(tx, proposalSent, proposal);
      return proposal;
    });
  }

  /** Law 30/2023/QH15 Art. 14.4: the number is the province's to give. */
  appraise({ id, verdict, figures, reason }: Input<typeof appraiseProposal>): Promise<Proposal> {
    return this.db.transaction(async (tx) => {
      const known = await this.lock(tx, id);
      const absent = problem('proposal-not-found', { id });
      await assertInside(tx, 'quota.write', [known.unitId], known.effectiveFrom, absent);
      const accepted = verdict === 'accept' ? (figures ?? figuresOf(known)) : null;
      const status = verdict === 'accept' ? ('accepted' as const) : ('returned' as const);
      if (known.status !== 'sent') {
        const same = accepted === null || sameFigures(known.accepted, accepted);
        if (known.status === status && same) return proposalOf(known);
        throw problem('proposal-is-appraised', { id });
      }
      const changed = accepted !== null && !sameFigures(accepted, known);
      if ((changed || verdict === 'return') && !reason)
        throw problem('proposal-needs-a-reason', {});
      if (accepted) assertPositions(accepted);
      await tx.update(ProposalEntity, { id }, { status, accepted } as never);
      await this.step(tx, id, changed ? 'changed' : status, reason, accepted);
      const proposal = proposalOf({ ...known, status, accepted });
      await publish(tx, proposalAppraised, proposal);
      return proposal;
    });
  }

  take({ id }: Input<typeof takeProposals>): Promise<Output<typeof takeProposals>> {
    return this.db.transaction(async (tx) => {
      await openDraft(tx, id);
      const taken: { id: string }[] = await tx.query(takeSql, [id, currentPrincipal().username]);
      if (taken.length > 0) {
        const proposalIds = taken.map((row) => row.id);
        await publish(tx, proposalsTaken, { draftId: id, proposalIds });
      }
      return { taken: taken.length };
    });
  }

  private async lock(tx: EntityManager, id: string): Promise<ProposalEntity> {
    await tx.query(`select 1 from proposal where id = $1 for update`, [id]);
    const known = await tx.findOneBy(ProposalEntity, { id });
    if (!known) throw problem('proposal-not-found', { id });
    return known;
  }

  private async step(
    tx: EntityManager,
    proposalId: string,
    step: ProposalStepEntity['step'],
    reason: string,
    figures: Parameters<typeof figuresOf>[0] | null,
  ): Promise<void> {
    await tx.query(
      `insert into proposal_step (proposal_id, step, by, reason, figures)
       values ($1, $2, $3, $4, $5)`,
      [proposalId, step, currentPrincipal().username, reason, figures && figuresOf(figures)],
    );
  }
}

function shown({ sort_key: _, sentAt, ...row }: Row): NamedProposal {
  return { ...row, sentAt: sentAt.toISOString() };
}

function proposalOf(row: ProposalEntity): Proposal {
  return { ...row, sentAt: row.sentAt.toISOString() };
}

import {
  type CessationCourse,
  CessationCourse as Course,
  cessationProposed,
  cessationUndone,
  type decideCessation,
  memberCeased,
  problem,
  type proposeCessation,
  type undoCessation,
} from '@antt/contracts';
import { addDays, type Input, type Output, today } from '@antt/kernel';
import { acting, publish, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { assertAccepted } from '../accepted-rules.ts';
import { decide } from '../decisions/decide.ts';
import { assertPerson } from '../people/person-scope.ts';
import { PostingEntity } from '../postings/posting.entity.ts';
import { placeOf } from '../postings/posting.service.ts';
import { lockCommune } from '../postings/quota-stop.ts';
import { BasisSeal } from './basis.ts';
import { CessationFacts } from './cessation-facts.ts';
import { CessationEntity } from './cessation.entity.ts';
import { decisionFindings, isLawfulGround } from './cessation.rules.ts';
import { termEnd } from './deadline.ts';
import { assertNothingLater, assertPlaceIsFree } from './standing-on.ts';

/** Law 30/2023/QH15 Art. 17: proposed by the commune police, decided by the commune's chair. */
@Injectable()
export class CessationService {
  constructor(
    private readonly db: EntityManager,
    private readonly facts: CessationFacts,
    private readonly seal: BasisSeal,
  ) {}

  propose(command: Input<typeof proposeCessation>): Promise<Output<typeof proposeCessation>> {
    const { basis, note, accept, reason, dryRun, ...facts } = command;
    const { id, postingId, proposedOn } = facts;
    return acting(this.db, { dryRun }, async (tx) => {
      const { personId } = await this.posting(tx, postingId);
      const known = await tx.findOneBy(CessationEntity, { id });
      if (known) {
        sameAgain(known, facts);
        const kept = this.seal.open(known.sealedBasis, known);
        sameAgain<{ id: string; basis: typeof basis; note: string }>(
          { id, ...kept },
          { basis, note },
        );
        return { ...courseOf(known), findings: [] };
      }
      const cessation = await this.insert(tx, { ...command, personId });
      const findings = await this.facts.findings(tx, cessation);
      if (!dryRun) {
        const accepted = assertAccepted('cessation', findings, { accept, reason });
        await tx.update(CessationEntity, { id }, { accepted, reason: accepted[0] ? reason : '' });
        await publish(tx, cessationProposed, { id, postingId, personId, proposedOn, accepted });
      }
      return { ...courseOf(cessation), findings };
    });
  }

  decide(command: Input<typeof decideCessation>): Promise<Output<typeof decideCessation>> {
    const { id, validFrom, decision, dryRun } = command;
    return acting(this.db, { dryRun }, async (tx) => {
      const { postingId, personId } = await this.found(tx, id);
      const posting = await this.posting(tx, postingId);
      const cessation = await this.found(tx, id);
      const communeId = await placeOf(tx, posting.teamId, addDays(validFrom, -1));
      const { id: decisionId } = await decide(tx, decision, { communeId, on: validFrom });
      if (cessation.state === 'decided') {
        sameAgain(cessation, { decisionId, validFrom });
        return { ...courseOf(cessation), findings: [] };
      }
      if (cessation.state === 'withdrawn') throw problem('cessation-was-withdrawn', { id });
      await assertNothingLater(tx, posting, validFrom);
      const ended = { decisionId, validFrom, state: 'decided' as const };
      await tx.update(
        PostingEntity,
        { id: postingId },
        { validTo: validFrom, endDecisionId: decisionId },
      );
      await tx.update(CessationEntity, { id }, { ...ended, formerValidTo: posting.validTo });
      const findings = [
        ...(await this.facts.findings(tx, cessation)),
        ...decisionFindings({
          ...cessation,
          validFrom,
          signedOn: decision.signedOn,
          teamDissolvedOn: await dissolvedOn(tx, posting.teamId),
          openIssues: await this.facts.openIssues(tx, personId, validFrom),
        }),
      ];
      const asked = findings.filter(({ rule }) => !cessation.accepted.includes(rule));
      if (!dryRun) {
        const accepted = assertAccepted('cessation', asked, command);
        const kept = [...cessation.accepted, ...accepted];
        const reason = [cessation.reason, accepted[0] ? command.reason : ''];
        await tx.update(
          CessationEntity,
          { id },
          { accepted: kept, reason: reason.filter(Boolean).join('\n') },
        );
        const fact = { id, postingId, personId, validFrom, decisionId, accepted: kept };
        await publish(tx, memberCeased, fact);
      }
      return { ...courseOf({ ...cessation, ...ended }), findings: asked };
    });
  }

  /** A proposal is withdrawn; of a decision the posting goes on as if there had been none. */
  undo({ id, reason }: Input<typeof undoCessation>): Promise<CessationCourse> {
    return this.db.transaction(async (tx) => {
      const posting = await this.posting(tx, (await this.found(tx, id)).postingId);
      const cessation = await this.found(tx, id);
      const { state, personId, postingId, validFrom, formerValidTo } = cessation;
      const undone = { state: 'withdrawn' as const, undoneReason: reason };
      if (state === 'withdrawn') return courseOf(cessation);
      if (state === 'decided') {
        await assertNothingLater(tx, { ...posting, validTo: null }, validFrom!);
        const reopened = { validTo: formerValidTo, endDecisionId: null };
        await tx.update(PostingEntity, { id: postingId }, reopened);
        await assertPlaceIsFree(tx, posting.teamId, {
          validFrom: validFrom!,
          validTo: formerValidTo,
        });
      }
      await tx.update(CessationEntity, { id }, undone);
      await publish(tx, cessationUndone, { id, postingId, personId, formerState: state });
      return courseOf({ ...cessation, ...undone });
    });
  }

  private async insert(
    tx: EntityManager,
    command: Input<typeof proposeCessation> & { personId: string },
  ): Promise<CessationEntity> {
    const { basis, note, accept: _, reason: __, dryRun: ___, ...facts } = command;
    const { postingId, ground, letterOn, proposedOn } = facts;
    // The clocks of Circular 14/2024/TT-BCA Art. 5 run for the grounds of the law alone.
    const due = isLawfulGround(ground) ? await termEnd(tx, postingId, proposedOn) : null;
    const cessation: CessationEntity = {
      ...facts,
      state: 'proposed',
      proposalDueOn: letterOn && (await termEnd(tx, postingId, letterOn)),
      decisionDueOn: due,
      sealedBasis: this.seal.seal({ basis, note }, facts),
      hasBasis: basis !== null,
      decisionId: null,
      validFrom: null,
      formerValidTo: null,
      accepted: [],
      reason: '',
      undoneReason: '',
    };
    await tx.insert(CessationEntity, cessation);
    return cessation;
  }

  /** Locked, with its commune: the chair's acts on one commune's members wait for each other. */
  private async posting(tx: EntityManager, id: string): Promise<PostingEntity> {
    const posting = await tx.findOneBy(PostingEntity, { id });
    if (!posting) throw problem('posting-not-found', { id });
    await assertPerson(tx, 'posting.write', posting.personId, today());
    const [place] = await tx.query(
      `select commune_id as "communeId" from team_commune where team_id = $1
        order by valid_from desc limit 1`,
      [posting.teamId],
    );
    if (place) await lockCommune(tx, place.communeId);
    return tx.findOneOrFail(PostingEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  private async found(tx: EntityManager, id: string): Promise<CessationEntity> {
    const cessation = await tx.findOneBy(CessationEntity, { id });
    if (!cessation) throw problem('cessation-not-found', { id });
    return cessation;
  }
}

function courseOf(cessation: CessationEntity): CessationCourse {
  return Course.parse(cessation);
}

async function dissolvedOn(tx: EntityManager, teamId: string): Promise<string | null> {
  const [team] = await tx.query('select dissolved_on as "on" from team where id = $1', [teamId]);
  return team?.on ?? null;
}

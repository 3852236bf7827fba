import { type examineSelected, type Examined, problem, type RecruitmentAct } from '@antt/contracts';
import { type Input, type Output, type PlainDate, Problem } from '@antt/kernel';
import { acting, problemOf, uuidv7 } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager, IsNull, Not } from 'typeorm';
import { PostingService } from '../postings/posting.service.ts';
import { parameterOf } from '../settings/parameter-of.ts';
import { ApplicationService } from './application.service.ts';
import { eligibilityOf } from './eligibility.rules.ts';
import { lockedRecruitment } from './locked-recruitment.ts';
import { ApplicationEntity, type RecruitmentEntity } from './recruitment.entity.ts';

type Decided = Extract<RecruitmentAct, { step: 'decided' }>;
type Recognition = Pick<Decided, 'decision' | 'validFrom'> & Decided['members'][number];

/** R11: the chair recognises all of them by one decision, or none. */
@Injectable()
export class RecognitionOfSelected {
  constructor(
    private readonly db: EntityManager,
    private readonly postings: PostingService,
    private readonly applications: ApplicationService,
  ) {}

  async recognise(
    tx: EntityManager,
    plan: RecruitmentEntity,
    { decision, validFrom, members }: Decided,
  ): Promise<void> {
    for (const member of members) {
      const { applicationId, postingId } = member;
      const found = await tx.findOneBy(ApplicationEntity, {
        id: applicationId,
        recruitmentId: plan.id,
      });
      await this.one(tx, plan, found, { ...member, decision, validFrom }, false).catch((error) => {
        throw concerning(error, applicationId);
      });
      await tx.update(ApplicationEntity, { id: applicationId }, { postingId });
    }
  }

  /** The same as a trial, so that whoever writes the decision sees beforehand whom it cannot name. */
  examine({
    id,
    validFrom,
  }: Input<typeof examineSelected>): Promise<Output<typeof examineSelected>> {
    return acting(this.db, { dryRun: true }, async (tx) => {
      const { plan } = await lockedRecruitment(tx, id);
      const proposed = await tx.find(ApplicationEntity, {
        where: { recruitmentId: id, teamId: Not(IsNull()), postingId: IsNull() },
        order: { votes: 'desc', id: 'asc' },
      });
      const items: Examined[] = [];
      for (const found of proposed) items.push(await this.tried(tx, plan, found, validFrom));
      return { items };
    });
  }

  /** Within a savepoint: one who is refused does not keep the others from being examined. */
  private async tried(
    tx: EntityManager,
    plan: RecruitmentEntity,
    found: ApplicationEntity,
    validFrom: PlainDate,
  ): Promise<Examined> {
    const applicationId = found.id;
    // The number is not known yet, and no rule asks for it.
    const decision = { number: '…', signedOn: validFrom };
    const nothing = { applicationId, postingId: uuidv7(), accept: [], reason: '' };
    try {
      const findings = await tx.transaction(async (inner) => {
        const of = { ...nothing, decision, validFrom };
        const answer = await this.one(inner, plan, found, of, true);
        await inner.query('set constraints all immediate');
        return answer.findings;
      });
      return { applicationId, findings, refusal: null };
    } catch (error) {
      const refusal = problemOf(error, '');
      if (refusal.status >= 500) throw error;
      const { title: _, traceId: __, ...body } = refusal.body;
      return { applicationId, findings: [], refusal: body };
    }
  }

  private async one(
    tx: EntityManager,
    { communeId }: RecruitmentEntity,
    found: ApplicationEntity | null,
    { applicationId, postingId, validFrom, decision, accept, reason }: Recognition,
    dryRun: boolean,
  ) {
    if (!found?.teamId || !found.position || found.postingId) {
      throw problem('application-not-proposed', { id: applicationId });
    }
    const { personId, teamId, position } = found;
    const healthMonths = await parameterOf(tx, 'health-certificate-months', communeId, validFrom);
    const applicant = this.applications.applicantOf(found);
    const asked = eligibilityOf(applicant, { on: validFrom, healthMonths });
    const recognition = { id: postingId, personId, teamId, position, validFrom, decision };
    return this.postings.recogniseWithin(tx, { ...recognition, accept, reason, dryRun }, asked);
  }
}

/** A refusal with whose file it is about: a decision names several. */
function concerning(error: unknown, applicationId: string): unknown {
  const { body } = problemOf(error, '');
  return body.status >= 500 ? error : new Problem({ ...body, applicationId });
}

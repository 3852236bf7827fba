import { problem, type RecruitmentAct } from '@antt/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PostingService } from '../postings/posting.service.ts';
import { parameterOf } from '../settings/parameter-of.ts';
import { ApplicationService } from './application.service.ts';
import { eligibilityOf } from './eligibility.rules.ts';
import { ApplicationEntity, type RecruitmentEntity } from './recruitment.entity.ts';

/** R11: the chair recognises all of them by one decision, or none. */
@Injectable()
export class RecognitionOfSelected {
  constructor(
    private readonly postings: PostingService,
    private readonly applications: ApplicationService,
  ) {}

  async recognise(
    tx: EntityManager,
    plan: RecruitmentEntity,
    { decision, validFrom, members }: Extract<RecruitmentAct, { step: 'decided' }>,
  ): Promise<void> {
    const healthMonths = await parameterOf(
      tx,
      'health-certificate-months',
      plan.communeId,
      validFrom,
    );
    for (const { applicationId, postingId, accept, reason } of members) {
      const found = await tx.findOneBy(ApplicationEntity, {
        id: applicationId,
        recruitmentId: plan.id,
      });
      if (!found?.teamId || !found.position || found.postingId) {
        throw problem('application-not-proposed', { id: applicationId });
      }
      const { personId, teamId, position } = found;
      const applicant = this.applications.applicantOf(found);
      const asked = eligibilityOf(applicant, { on: validFrom, healthMonths });
      const recognition = { id: postingId, personId, teamId, position, validFrom, decision };
      await this.postings.recogniseWithin(tx, { ...recognition, accept, reason }, asked);
      await tx.update(ApplicationEntity, { id: applicationId }, { postingId });
    }
  }
}

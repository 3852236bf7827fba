import { type AgeReview, ageReviewed, type listAgeReviews, problem } from '@antt/contracts';
import { type Input, type Output, today } from '@antt/kernel';
import { publish, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { PersonEntity } from '../people/person.entity.ts';
import { assertPerson } from '../people/person-scope.ts';
import { AgeReviewEntity } from './age-review.entity.ts';

/** Whether members of about 70 go on (law BR-24); a review stays, a newer one may say otherwise. */
@Injectable()
export class AgeReviewService {
  constructor(private readonly db: EntityManager) {}

  async list({ personId }: Input<typeof listAgeReviews>): Promise<Output<typeof listAgeReviews>> {
    await assertPerson(this.db, 'person-profile.read', personId, today());
    const items = await this.db.find(AgeReviewEntity, {
      where: { personId },
      order: { reviewedOn: 'desc', id: 'desc' },
    });
    return { items, nextCursor: null, total: items.length };
  }

  record(command: AgeReview): Promise<AgeReview> {
    const { id, personId, reviewedOn } = command;
    return this.db.transaction(async (tx) => {
      await assertPerson(tx, 'posting.write', personId, today());
      const known = await tx.findOneBy(AgeReviewEntity, { id });
      if (known) return sameAgain(known, command);
      const { birthDate } = await tx.findOneByOrFail(PersonEntity, { id: personId });
      const first = `${Number(birthDate.slice(0, 4)) + 69}${birthDate.slice(4)}`;
      if (reviewedOn < first) throw problem('age-review-too-early', { on: reviewedOn, first });
      await tx.insert(AgeReviewEntity, command);
      await publish(tx, ageReviewed, { id, personId });
      return command;
    });
  }
}

import {
  type AgeReview,
  type AgeReviewTold,
  ageReviewed,
  firstReviewDay,
  type listAgeReviews,
  problem,
} from '@antt/contracts';
import { type Input, type Output, today } from '@antt/kernel';
import { publish, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { permittedOf } from '../people/permitted.ts';
import { PersonEntity } from '../people/person.entity.ts';
import { assertPerson } from '../people/person-scope.ts';
import { Sealer } from '../sealing/sealer.ts';
import { AgeReviewEntity } from './age-review.entity.ts';

type Told = z.infer<typeof AgeReviewTold>;

/** Bound to the review and not to the person: a merger of records moves it. */
const placeOf = (id: string) => ({ personId: id, field: 'age-review' });

/** Whether members of about 70 go on (law BR-24); a review stays, a newer one may say otherwise. */
@Injectable()
export class AgeReviewService {
  constructor(
    private readonly db: EntityManager,
    private readonly sealer: Sealer,
  ) {}

  async list({ personId }: Input<typeof listAgeReviews>): Promise<Output<typeof listAgeReviews>> {
    await assertPerson(this.db, 'person-profile.read', personId, today());
    const found = await this.db.find(AgeReviewEntity, {
      where: { personId },
      order: { reviewedOn: 'desc', id: 'desc' },
    });
    const permitted = await permittedOf(this.db, personId, today());
    const items = found.map((row) => this.told(row, permitted('health.read')));
    return { items, nextCursor: null, total: items.length };
  }

  record(command: AgeReview): Promise<Told> {
    const { id, personId, reviewedOn, basis } = command;
    return this.db.transaction(async (tx) => {
      await assertPerson(tx, 'posting.write', personId, today());
      const known = await tx.findOneBy(AgeReviewEntity, { id });
      if (known) return sameAgain(this.told(known, true), command);
      const { birthDate } = await tx.findOneByOrFail(PersonEntity, { id: personId });
      const first = firstReviewDay(birthDate);
      if (reviewedOn < first) throw problem('age-review-too-early', { on: reviewedOn, first });
      if (reviewedOn > today()) throw problem('age-review-to-come', { on: reviewedOn });
      await tx.insert(AgeReviewEntity, { ...command, basis: this.sealer.seal(basis, placeOf(id)) });
      await publish(tx, ageReviewed, { id, personId });
      return command;
    });
  }

  private told({ basis, ...row }: AgeReviewEntity, withBasis: boolean): Told {
    return { ...row, basis: withBasis ? this.sealer.open(basis, placeOf(row.id)) : null };
  }
}

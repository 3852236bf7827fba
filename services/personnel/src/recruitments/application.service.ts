import {
  applicationCompleted,
  applicationReceived,
  type completeApplication,
  problem,
  type receiveApplication,
  type Recruitment,
} from '@antt/contracts';
import { type Input, today } from '@antt/kernel';
import { publish, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { assertPerson } from '../people/person-scope.ts';
import { Sealer } from '../sealing/sealer.ts';
import type { Applicant } from './eligibility.rules.ts';
import { lockedRecruitment } from './locked-recruitment.ts';
import { ApplicationEntity } from './recruitment.entity.ts';
import { oneRecruitment } from './recruitment-view.ts';

/** Files of people who want to join (R4, R5). */
@Injectable()
export class ApplicationService {
  constructor(
    private readonly db: EntityManager,
    private readonly sealer: Sealer,
  ) {}

  /** Only against an issued plan and within its days (law BR-32). */
  receive(command: Input<typeof receiveApplication>): Promise<Recruitment> {
    const { id, recruitmentId, personId, receivedOn } = command;
    return this.db.transaction(async (tx) => {
      const { plan, taken } = await lockedRecruitment(tx, recruitmentId);
      await assertPerson(tx, 'recruitment.write', personId, today());
      const known = await tx.findOneBy(ApplicationEntity, { id });
      if (known) {
        sameAgain<Partial<ApplicationEntity>>(known, { recruitmentId, personId, receivedOn });
        return oneRecruitment(tx, recruitmentId, today(), null);
      }
      const issuedOn = taken.get('issued');
      if (!issuedOn || receivedOn < issuedOn) {
        throw problem('recruitment-not-issued', { on: receivedOn });
      }
      const { receiveFrom: from, receiveTo: until } = plan;
      if (receivedOn < from || receivedOn > until || receivedOn > today()) {
        throw problem('application-outside-window', { on: receivedOn, from, until });
      }
      if (taken.has('list-approved') || taken.has('closed')) {
        throw problem('recruitment-list-is-closed', { recruitmentId });
      }
      await tx.insert(ApplicationEntity, { ...command, listed: false });
      await publish(tx, applicationReceived, { id, recruitmentId, personId, receivedOn });
      return oneRecruitment(tx, recruitmentId, today(), null);
    });
  }

  /** Parts that it leaves out stay as they are; what a check found out is sealed (law BR-31). */
  complete(command: Input<typeof completeApplication>): Promise<Recruitment> {
    const { id, background, health, ...plain } = command;
    return this.db.transaction(async (tx) => {
      const found = await tx.findOneBy(ApplicationEntity, { id });
      if (!found) throw problem('application-not-found', { id });
      const { recruitmentId, personId } = found;
      const { taken } = await lockedRecruitment(tx, recruitmentId);
      await assertPerson(tx, 'recruitment.write', personId, today());
      const late = command.dossier !== undefined && taken.has('list-approved');
      if (late || taken.has('decided') || taken.has('closed'))
        throw problem('recruitment-list-is-closed', { recruitmentId });
      const sealed = {
        ...(background === undefined
          ? {}
          : { background: this.sealed(found, 'background', background) }),
        ...(health === undefined ? {} : { health: this.sealed(found, 'health', health) }),
      };
      if (Object.keys(plain).length + Object.keys(sealed).length > 0) {
        await tx.update(ApplicationEntity, { id }, { ...plain, ...sealed });
      }
      const fields = Object.keys(command).filter((field) => field !== 'id');
      await publish(tx, applicationCompleted, { id, recruitmentId, fields: fields.sort() });
      return oneRecruitment(tx, recruitmentId, today(), null);
    });
  }

  /** What the rules of Art. 13 are asked about; never part of an answer. */
  applicantOf(application: ApplicationEntity): Applicant {
    const { receivedOn, residentSince } = application;
    return {
      receivedOn,
      residentSince,
      background: this.opened(application, 'background'),
      health: this.opened(application, 'health'),
    };
  }

  private sealed(to: ApplicationEntity, field: Sealed, value: object | null): Buffer | null {
    return value && this.sealer.seal(JSON.stringify(value), placeOf(to, field));
  }

  private opened(of: ApplicationEntity, field: Sealed) {
    const sealed = of[field];
    return sealed && JSON.parse(this.sealer.open(sealed, placeOf(of, field)));
  }
}

type Sealed = 'background' | 'health';

// Bound to the application and not to the person: a merger makes it somebody else's.
function placeOf({ id }: ApplicationEntity, field: Sealed) {
  return { personId: id, field: `application ${field}` };
}

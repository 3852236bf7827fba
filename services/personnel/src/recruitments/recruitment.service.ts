import {
  type foreseeRecruitment,
  type getRecruitment,
  type listRecruitments,
  type planRecruitment,
  problem,
  type Recruitment,
  recruitmentPlanned,
} from '@antt/contracts';
import { addWorkingDays, type Input, type Output, PlainDate, today } from '@antt/kernel';
import { publish, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { assertCommune, peopleScope, peopleWithin } from '../people/person-scope.ts';
import { firstMeetingDay } from './clock.rules.ts';
import { RecruitmentEntity } from './recruitment.entity.ts';
import { oneRecruitment, reckonings, recruitmentRows } from './recruitment-view.ts';
import { assertVacant, vacanciesOf } from './vacancy.ts';

/** Plans of selection, and how far each has come. */
@Injectable()
export class RecruitmentService {
  constructor(private readonly db: EntityManager) {}

  async list(question: Input<typeof listRecruitments>): Promise<Output<typeof listRecruitments>> {
    const { on, within, state, cursor, limit } = question;
    const { rows, total } = await recruitmentRows(this.db, on, {
      scope: await peopleScope(this.db, 'recruitment.read', on),
      within: await peopleWithin(this.db, within, on),
      state: state ?? null,
      after: cursor === undefined ? null : readCursor(cursor),
      limit,
      id: null,
    });
    const last = rows.at(-1);
    return {
      items: rows.map(({ taken: _, isFruitless: __, ...row }) => row),
      nextCursor: last && rows.length === limit ? `${last.draftedOn} ${last.id}` : null,
      total,
    };
  }

  async get({ id, on }: Input<typeof getRecruitment>): Promise<Recruitment> {
    return oneRecruitment(this.db, id, on, await peopleScope(this.db, 'recruitment.read', on));
  }

  /** For who is about to draft a plan: the list hangs out on the first working day after the receiving. */
  async foresee({
    communeId,
    draftedOn,
    receiveTo,
  }: Input<typeof foreseeRecruitment>): Promise<Output<typeof foreseeRecruitment>> {
    await assertCommune(this.db, 'recruitment.write', communeId, draftedOn);
    const plan = { communeId, draftedOn };
    const { calendar, postingDayCounts } = (await reckonings(this.db, [plan]))(plan);
    const posted = receiveTo && addWorkingDays(receiveTo, 1, calendar);
    return {
      ...(await vacanciesOf(this.db, communeId, draftedOn)),
      firstMeetingDay: posted ? firstMeetingDay(posted, postingDayCounts, calendar) : null,
    };
  }

  /** R1: the commune police draft the plan. */
  plan(command: Input<typeof planRecruitment>): Promise<Recruitment> {
    const { id, communeId, places, draftedOn } = command;
    return this.db.transaction(async (tx) => {
      await assertCommune(tx, 'recruitment.write', communeId, draftedOn);
      const known = await tx.findOneBy(RecruitmentEntity, { id });
      if (known) {
        sameAgain<Partial<RecruitmentEntity>>(known, command);
        return oneRecruitment(tx, id, today(), null);
      }
      await assertVacant(tx, command, draftedOn);
      await tx.insert(RecruitmentEntity, command);
      await publish(tx, recruitmentPlanned, { id, communeId, places, draftedOn });
      return oneRecruitment(tx, id, today(), null);
    });
  }
}

function readCursor(text: string): { draftedOn: PlainDate; id: string } {
  const [draftedOn = '', id = ''] = text.split(' ');
  if (PlainDate.safeParse(draftedOn).success && /^[0-9a-f-]{36}$/.test(id)) {
    return { draftedOn, id };
  }
  throw problem('invalid-input', { errors: [{ path: 'cursor', message: 'unknown' }] });
}

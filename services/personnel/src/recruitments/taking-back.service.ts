import {
  problem,
  type Recruitment,
  type RecruitmentStep,
  recruitmentStepTakenBack,
  type takeBackRecruitmentStep,
} from '@antt/contracts';
import { type Input, type PlainDate, today } from '@antt/kernel';
import { currentPrincipal, publish, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { type Locked, lockedRecruitment } from './locked-recruitment.ts';
import { ApplicationEntity, TakingBackEntity } from './recruitment.entity.ts';
import { moment, oneRecruitment } from './recruitment-view.ts';
import { restingOn } from './step.rules.ts';

/** What an act made known of the candidates, which nobody knows any more once it is taken back. */
const found: Partial<Record<RecruitmentStep, Partial<ApplicationEntity>>> = {
  'list-approved': { listed: false },
  met: { votes: null },
  'minutes-signed': { outcome: null },
  proposed: { teamId: null, position: null },
};

/** An act that was recorded by mistake and that nothing rests on is taken back, and kept with who did it and why. */
@Injectable()
export class TakingBackService {
  constructor(private readonly db: EntityManager) {}

  takeBack(command: Input<typeof takeBackRecruitmentStep>): Promise<Recruitment> {
    const { id, recruitmentId, step, reason } = command;
    return this.db.transaction(async (tx) => {
      const locked = await lockedRecruitment(tx, recruitmentId);
      const known = await tx.findOneBy(TakingBackEntity, { id });
      if (known) sameAgain<Partial<TakingBackEntity>>(known, { recruitmentId, step, reason });
      else {
        await assertRevocable(tx, locked, step);
        const on = await move(tx, command);
        const cleared = found[step];
        if (cleared) await tx.update(ApplicationEntity, { recruitmentId }, cleared);
        const { communeId } = locked.plan;
        const fact = { id: recruitmentId, communeId, step, on, reason };
        await publish(tx, recruitmentStepTakenBack, fact);
      }
      return oneRecruitment(tx, recruitmentId, today(), null);
    });
  }
}

async function assertRevocable(
  tx: EntityManager,
  { plan, taken }: Locked,
  step: RecruitmentStep,
): Promise<void> {
  const on = taken.get(step);
  if (!on) throw problem('recruitment-step-changed-meanwhile', { step });
  if (step === 'decided') throw problem('recruitment-members-are-recognised', { on });
  const by = restingOn(step, taken);
  if (by) throw problem('recruitment-step-is-built-on', { step, on, by, byOn: taken.get(by) });
  if (step !== 'issued') return;
  const count = await tx.countBy(ApplicationEntity, { recruitmentId: plan.id });
  if (count > 0) throw problem('recruitment-has-files', { on, count });
}

/** From the acts to those taken back; the day on which it was said to have been done. */
async function move(
  tx: EntityManager,
  { id, recruitmentId, step, recordedAt, reason }: Input<typeof takeBackRecruitmentStep>,
): Promise<PlainDate> {
  const [row]: { on: PlainDate }[] = await tx.query(
    `with gone as (
       delete from recruitment_step
        where recruitment_id = $2 and step = $3
          and ${moment('recorded_at')} = $4
       returning *
     )
     insert into recruitment_taking_back
            (id, recruitment_id, step, done_on, act, recorded_at, recorded_by, listed, reason, taken_back_by)
     select $1, recruitment_id, step, done_on, act, recorded_at, recorded_by,
            array(select a.id from application a
                   where a.recruitment_id = $2 and a.listed and $3 = 'list-approved' order by a.id),
            $5, $6
       from gone
     returning done_on as "on"`,
    [id, recruitmentId, step, recordedAt, reason, currentPrincipal().username],
  );
  if (!row) throw problem('recruitment-step-changed-meanwhile', { step });
  return row.on;
}

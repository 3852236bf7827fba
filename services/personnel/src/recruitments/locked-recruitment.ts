import { type Permission, problem, type RecruitmentStep } from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
import type { EntityManager } from 'typeorm';
import { assertOpen } from '../editing/assert-open.ts';
import { peopleScope } from '../people/person-scope.ts';
import type { Taken } from './clock.rules.ts';
import { RecruitmentEntity, RecruitmentStepEntity } from './recruitment.entity.ts';

export type Locked = { plan: RecruitmentEntity; steps: RecruitmentStepEntity[]; taken: Taken };

/** A recruitment to change, that nobody else changes meanwhile; one of somebody else's area is not found. */
export async function lockedRecruitment(
  tx: EntityManager,
  id: string,
  permission: Permission = 'recruitment.write',
): Promise<Locked> {
  const plan = await tx.findOne(RecruitmentEntity, {
    where: { id },
    lock: { mode: 'pessimistic_write' },
  });
  const scope = await peopleScope(tx, permission, today());
  if (!plan || (scope !== null && !scope.includes(plan.communeId))) {
    throw problem('recruitment-not-found', { id });
  }
  await assertOpen(tx, plan.communeId);
  const steps = await tx.findBy(RecruitmentStepEntity, { recruitmentId: id });
  const taken = new Map<RecruitmentStep, PlainDate>(
    steps.map(({ step, doneOn }) => [step, doneOn]),
  );
  return { plan, steps, taken };
}

import {
  type Achievement,
  type AwardDetail,
  awardBarred,
  awardProposed,
  problem,
  type proposeAward,
  type sendAwardAgain,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { assertInside, currentPrincipal, publish, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { readable as readableIncident } from '../incidents/incident.service.ts';
import { assertAsked, assertDay, assertResult } from './award-asked.ts';
import { readableAward } from './award-row.ts';
import { awardFor, writeStep } from './award-step.ts';
import { barredBy, findingsFor, levelsOf, type Place, placeOf } from './award-subject.ts';
import { AchievementEntity, AwardEntity } from './award.entity.ts';
import { barring, yearsOf } from './award.rules.ts';
import { awardDetail } from './award.service.ts';

type Proposal = Input<typeof proposeAward>;
type Asked = Omit<Proposal, 'id' | 'achievement'>;

/** Proposing awards; what results of units bar is refused with its source, and told to the log (reporting BR-72). */
@Injectable()
export class AwardProposalService {
  constructor(private readonly db: EntityManager) {}

  async propose({ id, achievement, ...asked }: Proposal): Promise<AwardDetail> {
    const known = await this.db.findOneBy(AwardEntity, { id });
    if (known) {
      await readableAward(this.db, id);
      sameAgain<Partial<AwardEntity>>(known, { ...asked, achievementId: achievement.id });
      return awardDetail(this.db, id);
    }
    const place = await this.placed(achievement, asked);
    const findings = await this.findings(achievement, asked, place);
    return this.db.transaction(async (tx) => {
      await keepAchievement(tx, achievement);
      const { unitId, teamId } = place;
      const appraisals = await assertAsked(tx, { ...asked, ...place }, asked.proposedOn);
      const state = appraisals.length === 0 ? 'appraised' : 'proposed';
      const proposedBy = currentPrincipal().username;
      const row = { id, achievementId: achievement.id, unitId, teamId, ...asked, state } as const;
      await tx.insert(AwardEntity, { ...row, proposedBy });
      const { number, proposedOn: on, note } = asked;
      const at = { awardId: id, stepId: id, sending: 1 };
      await writeStep(tx, at, { step: 'proposed', number, on, note }, findings);
      await publish(tx, awardProposed, { ...told({ ...row, ...asked }), sending: 1, findings });
      return awardDetail(tx, id);
    });
  }

  async sendAgain(command: Input<typeof sendAwardAgain>): Promise<AwardDetail> {
    const { id, stepId, version, summary, ...asked } = command;
    const { number, proposedOn: on, note } = asked;
    const said = { step: 'sent-again', number, on, note } as const;
    const { achievementId } = await readableAward(this.db, id);
    const achievement = { ...(await achievementBy(this.db, achievementId)), summary };
    const place = await this.placed(achievement, asked);
    const findings = await this.findings(achievement, asked, place);
    return this.db.transaction(async (tx) => {
      const award = await awardFor(tx, { id, stepId, version }, said);
      if (!award) return awardDetail(tx, id);
      const appraisals = await assertAsked(tx, { ...asked, ...place }, on);
      const state = appraisals.length === 0 ? ('appraised' as const) : ('proposed' as const);
      const sending = award.sending + 1;
      const { unitId, teamId } = place;
      const changed = { ...asked, unitId, teamId, state, sending, version: version + 1 };
      await tx.update(AwardEntity, { id }, changed);
      await retell(tx, { id, achievementId, summary });
      await writeStep(tx, { awardId: id, stepId, sending }, said, findings);
      await publish(tx, awardProposed, {
        ...told({ id, achievementId, unitId, ...asked }),
        sending,
        findings,
      });
      return awardDetail(tx, id);
    });
  }

  /** Where its subject lies, once it is sure that the sender may propose it on these days. */
  private async placed(achievement: Achievement, asked: Asked): Promise<Place> {
    const { from, to, subject, subjectId, incidentId } = achievement;
    if (to < from) throw problem('achievement-ends-after-it-began', { from, to });
    assertDay(asked.proposedOn, to);
    if (subject !== 'citizen' && subjectId === null)
      throw problem('award-not-for-subject', { name: '', subject });
    const place = await placeOf(this.db, achievement, asked.proposedOn);
    const on = asked.proposedOn;
    const absent = problem('unit-not-found', { id: place.unitId, on });
    await assertInside(this.db, 'award.propose', [place.unitId], on, absent);
    if (incidentId) await readableIncident(this.db, incidentId);
    await assertResult(this.db, asked.roundId, place.teamId ?? place.unitId);
    return place;
  }

  /** What speaks against it. What bars it is refused; the log keeps that it was asked for, and why it was not taken. */
  private async findings(
    { to, kind }: Achievement,
    { year, isUnexpected, proposedOn: on, authority, number }: Asked,
    place: Place,
  ) {
    const levels = await levelsOf(this.db, place.units);
    const years = yearsOf(levels, to);
    if (!years.includes(year)) throw problem('award-year-does-not-fit', { year, to, years });
    const findings = await findingsFor(this.db, place, { year, isUnexpected, kind, to, on });
    const barred = barring(findings);
    if (barred.length === 0) return findings;
    const { unitId } = place;
    await this.db.transaction((tx) =>
      publish(tx, awardBarred, { unitId, authority, number, findings: barred }),
    );
    throw barredBy(barred);
  }
}

/** The same achievement may be told again, for another award; never another one under its id. */
async function keepAchievement(tx: EntityManager, said: Achievement): Promise<void> {
  const { from: fromOn, to: toOn, ...rest } = said;
  const row = { ...rest, fromOn, toOn };
  const known = await tx.findOneBy(AchievementEntity, { id: said.id });
  if (known) sameAgain<AchievementEntity>(known, row);
  else await tx.insert(AchievementEntity, row);
}

/** What others judge already, or have judged, is not told otherwise under them. */
async function retell(
  tx: EntityManager,
  { id, achievementId, summary }: { id: string; achievementId: string; summary: string },
): Promise<void> {
  const [other] = await tx.query(
    `select from award a join achievement w on w.id = a.achievement_id
      where a.achievement_id = $1 and a.id <> $2 and w.summary <> $3
        and a.state in ('proposed', 'appraised', 'approved', 'revoked') limit 1`,
    [achievementId, id, summary],
  );
  if (other) throw problem('achievement-is-judged-already', { id: achievementId });
  await tx.update(AchievementEntity, { id: achievementId }, { summary });
}

async function achievementBy(db: EntityManager, id: string): Promise<Achievement> {
  const { fromOn: from, toOn: to, ...rest } = await db.findOneByOrFail(AchievementEntity, { id });
  return { ...rest, from, to };
}

type Told = Pick<AwardEntity, 'id' | 'achievementId' | 'unitId'> &
  Pick<Asked, 'authority' | 'formCode' | 'titleCode' | 'number'>;
const told = ({ id, achievementId, unitId, authority, formCode, titleCode, number }: Told) => ({
  ...{ id, achievementId, unitId, authority, formCode, titleCode, number },
});

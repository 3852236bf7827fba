import {
  type appraiseAward,
  awardAgencies,
  awardAppraised,
  awardDecided,
  type AwardDetail,
  awardReturned,
  type decideAward,
  problem,
  type returnAward,
} from '@antt/contracts';
import { type Input, today } from '@antt/kernel';
import { publish } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { assertAsked, assertDay, assertOver, bodyOf } from './award-asked.ts';
import type { AwardRow } from './award-row.ts';
import { aboutOf, assertAnother, awardFor, writeStep } from './award-step.ts';
import { barredBy, findingsFor, placeOf } from './award-subject.ts';
import { AwardEntity } from './award.entity.ts';
import { barring } from './award.rules.ts';
import { agreedIn, awardDetail, stepsOf } from './award.service.ts';

/** What others than the proposer do with a proposal: return it, appraise it, decide it. */
@Injectable()
export class JudgementService {
  constructor(private readonly db: EntityManager) {}

  return({ note, ...command }: Input<typeof returnAward>): Promise<AwardDetail> {
    const { id, stepId, version } = command;
    const said = { step: 'returned', note, on: today() } as const;
    return this.db.transaction(async (tx) => {
      const award = await awardFor(tx, command, { step: 'returned', note });
      if (!award) return awardDetail(tx, id);
      await assertAnother(tx, id, 'award.appraise');
      await this.assertJudge(tx, award);
      await tx.update(AwardEntity, { id }, { state: 'returned', version: version + 1 });
      await writeStep(tx, { awardId: id, stepId, sending: award.sending }, said);
      await publish(tx, awardReturned, { ...aboutOf(award), note });
      return awardDetail(tx, id);
    });
  }

  appraise({ agency, agrees, number, on, note, ...command }: Input<typeof appraiseAward>) {
    const { id, stepId, version } = command;
    const said = { step: 'appraised', agency, agrees, number, on, note } as const;
    return this.db.transaction(async (tx): Promise<AwardDetail> => {
      const award = await awardFor(tx, command, said);
      if (!award) return awardDetail(tx, id);
      await assertAnother(tx, id, 'award.appraise');
      assertDay(on, award.proposedOn);
      const { level } = awardAgencies[agency];
      await assertOver(tx, 'award.appraise', award, { level, name: agency, on });
      const needed = await assertAsked(tx, award, award.proposedOn);
      if (!needed.includes(agency)) throw problem('award-appraisal-not-asked', { agency, needed });
      await writeStep(tx, { awardId: id, stepId, sending: award.sending }, said);
      const agreed = agreedIn(await stepsOf(tx, id), award.sending);
      const isWhole = needed.every((one) => agreed.includes(one));
      const state = isWhole ? ('appraised' as const) : ('proposed' as const);
      await tx.update(AwardEntity, { id }, { state, version: version + 1 });
      await publish(tx, awardAppraised, { ...aboutOf(award), agency, agrees, number, on });
      return awardDetail(tx, id);
    });
  }

  decide({ approves, number, on, note, ...command }: Input<typeof decideAward>) {
    const { id, stepId, version } = command;
    const step = approves ? ('approved' as const) : ('refused' as const);
    const said = { step, number, on, note };
    return this.db.transaction(async (tx): Promise<AwardDetail> => {
      const award = await awardFor(tx, command, said);
      if (!award) return awardDetail(tx, id);
      await assertAnother(tx, id, 'award.decide');
      assertDay(on, award.proposedOn);
      await assertOver(tx, 'award.decide', award, bodyOf(award.authority, on));
      const findings = approves ? await this.assertApprovable(tx, award, on) : [];
      const needsReason = !approves || findings.length > 0;
      if (needsReason && note.trim().length < 5)
        throw problem('award-needs-a-reason', { approves: String(approves) });
      const decided = { decisionNumber: number, decidedOn: on, version: version + 1 };
      await tx.update(AwardEntity, { id }, { ...decided, state: step });
      if (approves)
        await tx.query('update award set approved_at = clock_timestamp() where id = $1', [id]);
      await writeStep(tx, { awardId: id, stepId, sending: award.sending }, said, findings);
      const { formCode, titleCode, subject, subjectId } = award;
      const about = { ...aboutOf(award), formCode, titleCode, number };
      await publish(tx, awardDecided, { ...about, approves, on, subject, subjectId, note });
      return awardDetail(tx, id);
    });
  }

  /** Its authority decides still on that day, all appraisals agree (reporting BR-74), and nothing bars it by then. */
  private async assertApprovable(tx: EntityManager, award: AwardRow, on: string) {
    const { id, sending, year, isUnexpected, achievementKind: kind, to } = award;
    const needed = await assertAsked(tx, award, on);
    const agreed = agreedIn(await stepsOf(tx, id), sending);
    const missing = needed.filter((agency) => !agreed.includes(agency));
    if (missing.length > 0) throw problem('award-appraisals-missing', { missing });
    const place = await placeOf(tx, award, award.proposedOn);
    const findings = await findingsFor(tx, place, { year, isUnexpected, kind, to, on });
    const barred = barring(findings);
    if (barred.length > 0) throw barredBy(barred);
    return findings;
  }

  /** Whoever appraises it, at whichever level, may give it back, and who decides. */
  private async assertJudge(tx: EntityManager, award: AwardRow): Promise<void> {
    const { authority, proposedOn: on } = award;
    const needed = await assertAsked(tx, award, on);
    const bodies = [
      ...needed.map((agency) => ({ name: agency, on, level: awardAgencies[agency].level })),
      bodyOf(authority, on),
    ];
    let refused: unknown = null;
    for (const body of bodies) {
      try {
        return await assertOver(tx, 'award.appraise', award, body);
      } catch (problem) {
        refused = problem;
      }
    }
    throw refused;
  }
}

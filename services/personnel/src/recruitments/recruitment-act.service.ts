import {
  CouncilBody,
  DossierPart,
  problem,
  type Recruitment,
  type RecruitmentAct,
  recruitmentStepTaken,
  type takeRecruitmentStep,
} from '@antt/contracts';
import { type Input, today } from '@antt/kernel';
import { currentPrincipal, publish } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { EntityManager } from 'typeorm';
import { lockCommune } from '../postings/quota-stop.ts';
import { parameterOf } from '../settings/parameter-of.ts';
import { firstMeetingDay } from './clock.rules.ts';
import { type Locked, lockedRecruitment } from './locked-recruitment.ts';
import { RecognitionOfSelected } from './recognition-of-selected.ts';
import { ApplicationEntity, RecruitmentStepEntity } from './recruitment.entity.ts';
import { councilSize, oneRecruitment, reckonings } from './recruitment-view.ts';
import { isQuorate, selectionOf } from './selection.rules.ts';
import { obstacleTo } from './step.rules.ts';
import { assertVacant } from './vacancy.ts';

type Act<Step extends RecruitmentAct['step']> = Extract<RecruitmentAct, { step: Step }>;

/** The acts of R2 to R11, one after another; a late one is recorded as it was done. */
@Injectable()
export class RecruitmentActService {
  constructor(
    private readonly db: EntityManager,
    private readonly recognition: RecognitionOfSelected,
  ) {}

  take({ id, act }: Input<typeof takeRecruitmentStep>): Promise<Recruitment> {
    const { step, on } = act;
    return this.db.transaction(async (tx) => {
      const locked = await lockedRecruitment(tx, id);
      const { plan, steps, taken } = locked;
      const known = steps.find((one) => one.step === step);
      if (known) {
        if (isDeepStrictEqual(known.act, act)) return oneRecruitment(tx, id, today(), null);
        throw problem('recruitment-step-is-taken', { step, on: known.doneOn });
      }
      const closedOn = taken.get('closed');
      if (closedOn) throw problem('recruitment-is-closed', { id, on: closedOn });
      if (on > today()) throw problem('recruitment-step-not-yet', { step, on });
      const obstacle =
        on < plan.draftedOn
          ? { needs: 'drafted', needsOn: plan.draftedOn }
          : obstacleTo(step, on, taken);
      if (obstacle) throw problem('recruitment-step-out-of-order', { step, on, ...obstacle });
      await this.apply(tx, locked, act);
      const recordedBy = currentPrincipal().username;
      await tx.insert(RecruitmentStepEntity, {
        recruitmentId: id,
        step,
        doneOn: on,
        act,
        recordedBy,
      } as never);
      await publish(tx, recruitmentStepTaken, { id, communeId: plan.communeId, step, on });
      return oneRecruitment(tx, id, today(), null);
    });
  }

  private async apply(tx: EntityManager, locked: Locked, act: RecruitmentAct): Promise<void> {
    if (act.step === 'issued') return issue(tx, locked, act);
    if (act.step === 'list-approved') return approveList(tx, locked, act);
    if (act.step === 'council-set') return assertBodies(act);
    if (act.step === 'met') return meet(tx, locked, act);
    if (act.step === 'minutes-signed') return sign(tx, locked, act);
    if (act.step === 'proposed') return propose(tx, locked, act);
    if (act.step === 'closed') return close(tx, locked, act);
    if (act.step === 'decided') return this.recognition.recognise(tx, locked.plan, act);
  }
}

async function issue(tx: EntityManager, { plan }: Locked, { on }: Act<'issued'>): Promise<void> {
  await lockCommune(tx, plan.communeId);
  await assertVacant(tx, plan, on);
}

/** Only who handed in a complete file comes onto the list (law BR-34). */
async function approveList(
  tx: EntityManager,
  { plan }: Locked,
  { on }: Act<'list-approved'>,
): Promise<void> {
  if (on <= plan.receiveTo) throw problem('recruitment-still-receiving', { until: plan.receiveTo });
  const [, listed]: [unknown, number] = await tx.query(
    'update application set listed = true where recruitment_id = $1 and dossier @> $2::text[]',
    [plan.id, DossierPart.options],
  );
  if (listed === 0) throw problem('recruitment-has-no-candidate', { on });
}

/** Soft (law BR-36): a body that is not there needs a reason. */
function assertBodies({ members, reason }: Act<'council-set'>): void {
  const missing = CouncilBody.options.filter((body) => !members.some((one) => one.body === body));
  if (missing.length > 0 && reason === '') {
    throw problem('council-lacks-bodies', { bodies: missing, count: missing.length });
  }
}

async function meet(
  tx: EntityManager,
  { plan, steps, taken }: Locked,
  { on, present, votes }: Act<'met'>,
): Promise<void> {
  const { calendar, postingDayCounts } = (await reckonings(tx, [plan]))(plan);
  const first = firstMeetingDay(taken.get('list-posted')!, postingDayCounts, calendar);
  if (on < first) throw problem('meeting-before-posting-ran', { on, first });
  const { act } = steps.find(({ step }) => step === 'council-set')!;
  const size = councilSize(act as Act<'council-set'>);
  const quorum = await parameterOf(tx, 'council-quorum', plan.communeId, on);
  if (present > size || !isQuorate(present, size, quorum)) {
    throw problem('council-not-quorate', { present, size, quorum });
  }
  const listed = await tx.findBy(ApplicationEntity, { recruitmentId: plan.id, listed: true });
  const voted = new Map(votes.map((one) => [one.applicationId, one.votes]));
  const complete =
    voted.size === votes.length &&
    voted.size === listed.length &&
    listed.every(({ id }) => voted.has(id));
  if (!complete || votes.some((one) => one.votes > present)) {
    throw problem('council-votes-invalid', { present, count: listed.length });
  }
  for (const { applicationId, votes: count } of votes) {
    await tx.update(ApplicationEntity, { id: applicationId }, { votes: count });
  }
}

/** The result as Form 04 carries it: passed by more than half of those present, cut at the places of the plan. */
async function sign(
  tx: EntityManager,
  { plan, steps }: Locked,
  { chosen, reason }: Act<'minutes-signed'>,
): Promise<void> {
  const meeting = steps.find(({ step }) => step === 'met')!.act as Act<'met'>;
  const voted = meeting.votes.map(({ applicationId, votes }) => ({ id: applicationId, votes }));
  const { present } = meeting;
  const { tie, ...groups } = selectionOf(voted, { present, places: plan.places, chosen });
  const wanted = new Set(chosen);
  const decided = tie
    ? wanted.size === tie.places && chosen.every((id) => tie.ids.includes(id)) && reason !== ''
    : wanted.size === 0;
  if (!decided) {
    throw problem('selection-tie-undecided', {
      count: tie?.ids.length ?? 0,
      places: tie?.places ?? 0,
    });
  }
  for (const outcome of ['selected', 'passed', 'failed'] as const) {
    for (const id of groups[outcome]) await tx.update(ApplicationEntity, { id }, { outcome });
  }
}

/** Forms 05 and 06: who of the selected goes into which team of the commune, with which title. */
async function propose(
  tx: EntityManager,
  { plan }: Locked,
  { on, members }: Act<'proposed'>,
): Promise<void> {
  for (const { applicationId, teamId, position } of members) {
    const { affected } = await tx.update(
      ApplicationEntity,
      { id: applicationId, recruitmentId: plan.id, outcome: 'selected' },
      { teamId, position },
    );
    if (affected === 0) throw problem('application-not-selected', { id: applicationId });
    const [team] = await tx.query(
      `select 1 from team_commune where team_id = $1 and commune_id = $2
          and valid_from <= $3 and (valid_to is null or $3 < valid_to)`,
      [teamId, plan.communeId, on],
    );
    if (!team) throw problem('team-not-found', { id: teamId, on });
  }
}

/** Only where nobody came: whoever handed in a complete file is to be put to the council. */
async function close(
  tx: EntityManager,
  { plan, taken }: Locked,
  { step, on }: Act<'closed'>,
): Promise<void> {
  for (const [needs, needsOn] of taken) {
    if (needsOn > on) throw problem('recruitment-step-out-of-order', { step, on, needs, needsOn });
  }
  if (taken.has('issued') && on <= plan.receiveTo) {
    throw problem('recruitment-still-receiving', { until: plan.receiveTo });
  }
  const [{ count }]: [{ count: number }] = await tx.query(
    `select count(*)::int as count from application where recruitment_id = $1 and dossier @> $2::text[]`,
    [plan.id, DossierPart.options],
  );
  if (count > 0) throw problem('recruitment-has-candidates', { count });
}

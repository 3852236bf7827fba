import {
  type Application,
  DossierPart,
  problem,
  type Recruitment,
  type RecruitmentAct,
  type RecruitmentPlan,
  type RecruitmentRow,
  type RecruitmentStep,
} from '@antt/contracts';
import type { PlainDate, WorkingCalendar } from '@antt/kernel';
import { sql } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { workingCalendars } from '../calendar/working-calendar.ts';
import { parameterOf } from '../settings/parameter-of.ts';
import { clocksOf, firstMeetingDay, type Taken } from './clock.rules.ts';
import { leastPresent, selectionOf } from './selection.rules.ts';
import { isOver, nextSteps, revocableSteps, stageOf } from './step.rules.ts';

const listSql = sql(import.meta.url, './list-recruitments.sql');

/** A moment as acts tell it, to the second. */
export const moment = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const actsSql = `
  select act, ${moment('recorded_at')} as "recordedAt", recorded_by as "recordedBy"
    from recruitment_step where recruitment_id = $1 and done_on <= $2
   order by done_on, recorded_at`;
const takenBackSql = `
  select act, ${moment('recorded_at')} as "recordedAt", recorded_by as "recordedBy",
         ${moment('taken_back_at')} as "takenBackAt", taken_back_by as "takenBackBy", reason, listed
    from recruitment_taking_back where recruitment_id = $1 and done_on <= $2
   order by taken_back_at, id`;

type Found = RecruitmentPlan & {
  commune: RecruitmentRow['commune'];
  applications: number;
  taken: Partial<Record<RecruitmentStep, PlainDate>>;
  isFruitless: boolean;
  total: number;
};
type Row = RecruitmentRow & { taken: Taken; isFruitless: boolean };

/** How terms are reckoned for a plan: as the province had set it when the plan was drafted. */
type Reckoning = { calendar: WorkingCalendar; postingDayCounts: boolean };

export type Wanted = {
  scope: string[] | null;
  within: string[] | null;
  state: 'open' | 'over' | null;
  after: { draftedOn: PlainDate; id: string } | null;
  limit: number;
  id: string | null;
};

/** Recruitments as they stood on a day, with what was owed then. */
export async function recruitmentRows(
  db: EntityManager,
  on: PlainDate,
  { scope, within, state, after, limit, id }: Wanted,
): Promise<{ rows: Row[]; total: number }> {
  const found: Found[] = await db.query(listSql, [
    on,
    scope,
    within,
    state,
    after?.draftedOn ?? null,
    after?.id ?? null,
    limit,
    id,
  ]);
  const reckoning = await reckonings(db, found);
  const rows = found.map(({ taken: days, total: _, ...plan }) => {
    const taken: Taken = new Map(Object.entries(days) as [RecruitmentStep, PlainDate][]);
    const { calendar, postingDayCounts } = reckoning(plan);
    const clocks = clocksOf(plan, taken, postingDayCounts, calendar, on);
    const open = !isOver(taken, plan.isFruitless);
    return { ...plan, stage: stageOf(taken), open, clocks, taken };
  });
  return { rows, total: found[0]?.total ?? 0 };
}

/** The calendar and the count of the posting day that hold for each plan. */
export async function reckonings(
  db: EntityManager,
  plans: readonly Pick<RecruitmentPlan, 'communeId' | 'draftedOn'>[],
): Promise<(plan: Pick<RecruitmentPlan, 'communeId' | 'draftedOn'>) => Reckoning> {
  const calendarOf = await workingCalendars(db, [
    ...new Set(plans.map(({ communeId }) => communeId)),
  ]);
  const counts = new Map<string, boolean>();
  for (const { communeId, draftedOn } of plans) {
    const key = `${communeId} ${draftedOn}`;
    if (!counts.has(key)) {
      counts.set(key, await parameterOf(db, 'candidate-posting-day-counts', communeId, draftedOn));
    }
  }
  return ({ communeId, draftedOn }) => ({
    calendar: calendarOf(communeId),
    postingDayCounts: counts.get(`${communeId} ${draftedOn}`) ?? false,
  });
}

/** One recruitment with everything about it; what the sealed columns say is not part of it. */
export async function oneRecruitment(
  db: EntityManager,
  id: string,
  on: PlainDate,
  scope: string[] | null,
): Promise<Recruitment> {
  const wanted = { scope, within: null, state: null, after: null, limit: 1, id };
  const [row] = (await recruitmentRows(db, on, wanted)).rows;
  if (!row) throw problem('recruitment-not-found', { id });
  const { taken, isFruitless, ...rest } = row;
  const acts: Recruitment['acts'] = await db.query(actsSql, [id, on]);
  const takenBack: Recruitment['takenBack'] = await db.query(takenBackSql, [id, on]);
  const { calendar, postingDayCounts } = (await reckonings(db, [row]))(row);
  const postedOn = taken.get('list-posted');
  return {
    ...rest,
    acts,
    takenBack,
    next: nextSteps(taken, isFruitless),
    revocable: revocableSteps(taken, row.applications),
    firstMeetingDay: postedOn ? firstMeetingDay(postedOn, postingDayCounts, calendar) : null,
    council: await councilOf(db, row, on, acts),
    result: resultOf(row, acts),
    candidates: (await candidatesOf(db, id, on)).map((one) => asOf(taken, one)),
  };
}

const actOf = <Step extends RecruitmentStep>(acts: Recruitment['acts'], step: Step) =>
  acts.find(({ act }) => act.step === step)?.act as
    Extract<RecruitmentAct, { step: Step }> | undefined;

async function councilOf(
  db: EntityManager,
  { communeId }: Row,
  on: PlainDate,
  acts: Recruitment['acts'],
): Promise<Recruitment['council']> {
  const set = actOf(acts, 'council-set');
  if (!set) return null;
  const met = actOf(acts, 'met');
  const size = councilSize(set);
  const quorum = await parameterOf(db, 'council-quorum', communeId, met?.on ?? on);
  return { size, least: leastPresent(size, quorum) };
}

/** Chair and vice-chair sit in it beside the bodies. */
export const councilSize = ({ members }: Extract<RecruitmentAct, { step: 'council-set' }>) =>
  2 + members.length;

function resultOf({ places }: Row, acts: Recruitment['acts']): Recruitment['result'] {
  const met = actOf(acts, 'met');
  if (!met) return null;
  const voted = met.votes.map(({ applicationId, votes }) => ({ id: applicationId, votes }));
  const chosen = actOf(acts, 'minutes-signed')?.chosen ?? [];
  return selectionOf(voted, { present: met.present, places, chosen });
}

async function candidatesOf(db: EntityManager, id: string, on: PlainDate): Promise<Application[]> {
  return db.query(
    `select a.id, json_build_object('id', p.id, 'name', p.name) as person, a.received_on as "receivedOn",
            a.dossier, a.dossier @> $3::text[] as complete, a.resident_since as "residentSince",
            a.background is not null as "backgroundKnown", a.health is not null as "healthKnown",
            a.listed, a.votes, a.outcome, a.team_id as "teamId", a.position, a.posting_id as "postingId"
       from application a join person p on p.id = a.person_id
      where a.recruitment_id = $1 and a.received_on <= $2
      order by a.votes desc nulls last, p.sort_name, p.id`,
    [id, on, DossierPart.options],
  );
}

/** What a later step found out about a candidate is not known before that step. */
function asOf(taken: Taken, candidate: Application): Application {
  const { listed, votes, outcome, teamId, position, postingId } = candidate;
  const proposed = taken.has('proposed');
  return {
    ...candidate,
    listed: listed && taken.has('list-approved'),
    votes: taken.has('met') ? votes : null,
    outcome: taken.has('minutes-signed') ? outcome : null,
    teamId: proposed ? teamId : null,
    position: proposed ? position : null,
    postingId: taken.has('decided') ? postingId : null,
  };
}

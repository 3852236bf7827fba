import type { RecruitmentBody, RecruitmentClock, RecruitmentStep } from '@antt/contracts';
import {
  addDays,
  addWorkingDays,
  isWorkingDay,
  type PlainDate,
  type WorkingCalendar,
  workingDaysBetween,
} from '@antt/kernel';

/** Days on which steps were taken. */
export type Taken = ReadonlyMap<RecruitmentStep, PlainDate>;

/** Working days of Circular 14/2024/TT-BCA: the posting (Art. 3), notices, proposal and decision (Art. 3, 4). */
const terms = { posting: 15, notices: 3, proposal: 5, decision: 5 } as const;

/**
 * The first day on which the council may meet: fifteen working days of posting have run (law BR-77).
 * Whether the day of posting is one of them is the province's to say.
 */
export function firstMeetingDay(
  postedOn: PlainDate,
  postingDayCounts: boolean,
  calendar: WorkingCalendar,
): PlainDate {
  const counted = postingDayCounts && isWorkingDay(postedOn, calendar) ? 1 : 0;
  return addWorkingDays(postedOn, terms.posting + 1 - counted, calendar);
}

/** The last working day on which the list may be posted for a meeting on that day: on a Sunday nobody posts it. */
export function lastPostingDay(
  meetingOn: PlainDate,
  postingDayCounts: boolean,
  calendar: WorkingCalendar,
): PlainDate {
  let day = addDays(meetingOn, -terms.posting);
  const isTooLate = (one: PlainDate) =>
    !isWorkingDay(one, calendar) || firstMeetingDay(one, postingDayCounts, calendar) > meetingOn;
  while (isTooLate(day)) day = addDays(day, -1);
  return day;
}

type Owed = Exclude<RecruitmentStep, 'closed'>;
const owed: Record<Owed, RecruitmentBody> = {
  issued: 'committee',
  posted: 'police',
  'list-approved': 'committee',
  'list-posted': 'police',
  'council-set': 'chair',
  met: 'council',
  'minutes-signed': 'council',
  notified: 'police',
  proposed: 'police',
  decided: 'chair',
  'result-posted': 'police',
};

type Reckoned = { receiveTo: PlainDate; meetingOn: PlainDate; isFruitless: boolean };

/**
 * Every act that has a term by now, done or not, on a day. The posting of plan and result follows their act at
 * once; what is open is late since its day, what was done is late as it was then. Nobody is proposed where
 * nobody was selected, and once a recruitment is closed nothing is owed.
 */
export function clocksOf(
  { receiveTo, meetingOn, isFruitless }: Reckoned,
  taken: Taken,
  postingDayCounts: boolean,
  calendar: WorkingCalendar,
  on: PlainDate,
): RecruitmentClock[] {
  const after = (step: RecruitmentStep, days: number) => {
    const day = taken.get(step);
    return day === undefined ? null : addWorkingDays(day, days, calendar);
  };
  const issued = taken.has('issued');
  const lastPosting = lastPostingDay(meetingOn, postingDayCounts, calendar);
  // The council can meet no earlier than the posting allows, whatever the plan expected.
  const posted = taken.get('list-posted');
  const earliest = posted && firstMeetingDay(posted, postingDayCounts, calendar);
  const meeting = earliest && earliest > meetingOn ? earliest : meetingOn;
  const due: [Owed, PlainDate | null][] = [
    ['posted', after('issued', 0)],
    ['list-approved', issued ? later(addDays(receiveTo, 1), lastPosting) : null],
    ['list-posted', issued ? later(addDays(receiveTo, 1), lastPosting) : null],
    ['council-set', issued ? meeting : null],
    ['met', issued ? meeting : null],
    ['minutes-signed', after('met', 0)],
    ['notified', after('minutes-signed', terms.notices)],
    ['proposed', isFruitless ? null : after('minutes-signed', terms.proposal)],
    ['decided', after('proposed', terms.decision)],
    ['result-posted', after('decided', 0)],
  ];
  return due.flatMap(([step, dueOn]) => {
    if (dueOn === null) return [];
    const doneOn = taken.get(step) ?? null;
    if (doneOn === null && taken.has('closed')) return [];
    const late = workingDaysBetween(dueOn, doneOn ?? on, calendar);
    return [{ step, by: owed[step], dueOn, doneOn, daysLate: Math.max(0, late) }];
  });
}

const later = (one: PlainDate, other: PlainDate) => (one > other ? one : other);

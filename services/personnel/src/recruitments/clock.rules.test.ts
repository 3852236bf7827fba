import type { RecruitmentStep } from '@antt/contracts';
import { addDays, addWorkingDays, isWorkingDay, weekdaysOnly } from '@antt/kernel';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clocksOf, firstMeetingDay, lastPostingDay } from './clock.rules.ts';
import { isOver, nextSteps, obstacleTo, stageOf } from './step.rules.ts';

const taken = (days: Partial<Record<RecruitmentStep, string>>) =>
  new Map(Object.entries(days) as [RecruitmentStep, string][]);
const plan = { receiveTo: '2026-02-25', meetingOn: '2026-03-24', isFruitless: false };

test('a list posted on Monday 2 March lets the council meet on the 24th, or the 23rd if that day counts', () => {
  expect(firstMeetingDay('2026-03-02', false, weekdaysOnly)).toBe('2026-03-24');
  expect(firstMeetingDay('2026-03-02', true, weekdaysOnly)).toBe('2026-03-23');
});

test('the last day of posting is the last working day that lets the council meet on its day', () => {
  const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2025-01-01', days));
  fc.assert(
    fc.property(day, fc.boolean(), (meetingOn, counts) => {
      const last = lastPostingDay(meetingOn, counts, weekdaysOnly);
      expect(firstMeetingDay(last, counts, weekdaysOnly) <= meetingOn).toBe(true);
      expect(isWorkingDay(last, weekdaysOnly)).toBe(true);
      const next = addWorkingDays(last, 1, weekdaysOnly);
      expect(firstMeetingDay(next, counts, weekdaysOnly) > meetingOn).toBe(true);
    }),
  );
});

test('the police owe the proposal within five working days of the minutes', () => {
  const done = taken({ issued: '2026-02-03', met: '2026-03-24', 'minutes-signed': '2026-03-24' });
  const proposed = (on: string) =>
    clocksOf(plan, done, false, weekdaysOnly, on).find(({ step }) => step === 'proposed');
  expect(proposed('2026-03-31')).toEqual({
    step: 'proposed',
    by: 'police',
    dueOn: '2026-03-31',
    doneOn: null,
    daysLate: 0,
  });
  expect(proposed('2026-04-02')).toMatchObject({ daysLate: 2 });
});

test('what was done late stays as late as it was', () => {
  const done = taken({
    issued: '2026-02-03',
    'minutes-signed': '2026-03-24',
    notified: '2026-03-30',
  });
  const clocks = clocksOf(plan, done, false, weekdaysOnly, '2026-06-01');
  expect(clocks.find(({ step }) => step === 'notified')).toMatchObject({
    dueOn: '2026-03-27',
    doneOn: '2026-03-30',
    daysLate: 1,
  });
});

test('where nobody was selected nobody is proposed, and the notice is the last thing owed', () => {
  const done = { issued: '2026-02-03', 'list-approved': '2026-02-26', met: '2026-03-24' };
  const signed = taken({ ...done, 'minutes-signed': '2026-03-24' });
  const owedOf = (isFruitless: boolean) =>
    clocksOf({ ...plan, isFruitless }, signed, false, weekdaysOnly, '2026-04-10')
      .filter(({ dueOn, doneOn }) => doneOn === null && dueOn > '2026-03-24')
      .map(({ step }) => step);
  expect(owedOf(false)).toEqual(['notified', 'proposed']);
  expect(owedOf(true)).toEqual(['notified']);
  expect(nextSteps(signed, true)).not.toContain('proposed');
  const notified = new Map([...signed, ['notified', '2026-03-27'] as const]);
  expect([isOver(signed, true), isOver(notified, true), isOver(notified, false)]).toEqual([
    false,
    true,
    false,
  ]);
  expect(nextSteps(notified, true)).toEqual([]);
});

test('a recruitment that is closed owes nothing, and what was done late stays late', () => {
  const closed = taken({ issued: '2026-02-03', posted: '2026-02-05', closed: '2026-02-26' });
  const clocks = clocksOf(plan, closed, false, weekdaysOnly, '2026-06-01');
  expect(clocks).toMatchObject([{ step: 'posted', doneOn: '2026-02-05', daysLate: 2 }]);
  expect(isOver(closed, false)).toBe(true);
  expect(nextSteps(closed, false)).toEqual([]);
  expect(stageOf(closed)).toBe('closed');
});

test('a draft owes nothing, and each step waits for the one before it', () => {
  expect(clocksOf(plan, taken({}), false, weekdaysOnly, '2026-06-01')).toEqual([]);
  expect(nextSteps(taken({}), false)).toEqual(['issued', 'closed']);
  const issued = taken({ issued: '2026-02-03' });
  expect(nextSteps(issued, false)).toEqual(['posted', 'council-set', 'closed']);
  expect(obstacleTo('met', '2026-03-24', issued)).toEqual({ needs: 'list-posted', needsOn: null });
  expect(obstacleTo('posted', '2026-02-02', issued)).toEqual({
    needs: 'issued',
    needsOn: '2026-02-03',
  });
  expect(stageOf(taken({ issued: '2026-02-03', 'council-set': '2026-02-04' }))).toBe('issued');
});

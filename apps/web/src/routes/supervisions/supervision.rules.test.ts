import { expect, test } from '@jest/globals';
import { daysLate, isOver, quarterOf, reportable } from './supervision.rules.ts';

const begun = { validFrom: '2026-05-10', validTo: null, owed: [], reported: [] };

test('a day lies in its quarter of the year', () => {
  expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf)).toEqual([
    ...['2026-Q1', '2026-Q1', '2026-Q2', '2026-Q4'],
  ]);
});

test('what is owed can be reported, and the quarter that runs unless it was', () => {
  const owing = { ...begun, owed: ['2026-Q2'] };
  expect(reportable(owing, '2026-08-01')).toEqual(['2026-Q2', '2026-Q3']);
  expect(reportable({ ...owing, reported: ['2026-Q3'] }, '2026-08-01')).toEqual(['2026-Q2']);
});

test('no report is asked for a quarter that the supervision was not open in', () => {
  expect(reportable(begun, '2026-05-09')).toEqual([]);
  const ended = { ...begun, validTo: '2026-07-01' };
  expect(reportable(ended, '2026-06-30')).toEqual(['2026-Q2']);
  expect(reportable(ended, '2026-07-01')).toEqual([]);
  expect(reportable({ ...begun, validTo: '2026-07-02' }, '2026-08-01')).toEqual(['2026-Q3']);
});

test('a supervision is over from its last day on, and an act after its term is late', () => {
  expect([isOver({ validTo: '2026-07-01' }, '2026-06-30'), isOver(begun, '2030-01-01')]).toEqual([
    ...[false, false],
  ]);
  expect(isOver({ validTo: '2026-07-01' }, '2026-07-01')).toBe(true);
  expect([daysLate('2026-07-10', '2026-07-08'), daysLate('2026-07-07', '2026-07-08')]).toEqual([
    ...[2, 0],
  ]);
});

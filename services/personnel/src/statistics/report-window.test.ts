import { expect, test } from '@jest/globals';
import { reportWindow } from './report-window.rules.ts';

test('the monthly report runs from the 15th of one month to the 14th of the next', () => {
  expect(reportWindow({}, '2026-11-29')).toEqual({ from: '2026-10-15', to: '2026-11-14' });
  expect(reportWindow({}, '2026-01-03')).toEqual({ from: '2025-12-15', to: '2026-01-14' });
  expect(reportWindow({ to: '2026-03-31' }, '2026-11-29')).toEqual({
    from: '2026-02-15',
    to: '2026-03-31',
  });
  expect(reportWindow({ from: '2026-01-01', to: '2026-12-31' }, '2026-11-29')).toEqual({
    from: '2026-01-01',
    to: '2026-12-31',
  });
});

import { expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkResult, jestResult, lastLine, total } from './report.mjs';

function reported(report, exitCode) {
  const folder = mkdtempSync(join(tmpdir(), 'antt-report-'));
  const file = join(folder, 'report.json');
  if (report) writeFileSync(file, JSON.stringify(report));
  try {
    return jestResult(file, exitCode);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const nothing = {
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numRuntimeErrorTestSuites: 0,
};

test('the last line adds up what every runner reported', () => {
  const results = [
    checkResult(true),
    checkResult(false),
    reported({ ...nothing, numPassedTests: 40, numFailedTests: 2, numPendingTests: 3 }, 1),
  ];
  expect(lastLine(total(results))).toBe('41 passed, 3 failed, 3 skipped');
});

test('the last line keeps silent about skipped tests when there are none', () => {
  expect(lastLine(total([checkResult(true)]))).toBe('1 passed, 0 failed');
});

test('a suite that cannot be loaded counts as a failure', () => {
  const report = { ...nothing, numPassedTests: 5, numRuntimeErrorTestSuites: 1 };
  expect(reported(report, 1)).toMatchObject({ passed: 5, failed: 1 });
});

test('a runner that executed no test has failed', () => {
  expect(reported({ ...nothing, numPendingTests: 7 }, 0)).toMatchObject({ passed: 0, failed: 1 });
});

test('a runner that left no report has failed', () => {
  expect(reported(null, 1)).toMatchObject({ passed: 0, failed: 1 });
});

test('a runner that fails without naming a test has failed', () => {
  expect(reported({ ...nothing, numPassedTests: 5 }, 1)).toMatchObject({ passed: 5, failed: 1 });
});

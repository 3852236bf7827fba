import { readJson } from './place.mjs';

/** What one runner contributes to the last line: `{ passed, failed, skipped }`. */
export function checkResult(succeeded) {
  return succeeded ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/**
 * Reads jest's report. A suite that could not even be loaded counts as a failure, and so do a runner
 * that executed nothing and one that failed without saying which test it was.
 */
export function jestResult(file, exitCode) {
  const report = readJson(file);
  if (!report) return checkResult(false);
  const passed = report.numPassedTests;
  const skipped = report.numPendingTests + (report.numTodoTests ?? 0);
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const unexplained = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: unexplained ? 1 : failed, skipped };
}

export function total(results) {
  const sum = (key) => results.reduce((before, result) => before + result[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/** The last line, for people and for whoever counts. */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

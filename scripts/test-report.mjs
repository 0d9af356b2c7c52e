// What a test run amounts to, from the reports of its parts.

/** A tally of nothing. */
export const nothing = { passed: 0, failed: 0, skipped: 0 };

/** Sum of tallies. */
export function add(...tallies) {
  const sum = (key) => tallies.reduce((total, tally) => total + tally[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/** Tally of a vitest JSON report (null: none was written) and its exit code; a file that did not load, or an error outside any test, is a failure. */
export function tallyOf(report, exitCode) {
  const files = report?.testResults ?? [];
  const statuses = files.flatMap((file) => file.assertionResults.map(({ status }) => status));
  const passed = statuses.filter((status) => status === 'passed').length;
  const failedTests = statuses.filter((status) => status === 'failed').length;
  const brokenFiles = files.filter(
    (file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  );
  const failed = failedTests + brokenFiles.length;
  return {
    passed,
    failed: exitCode !== 0 && failed === 0 ? 1 : failed,
    skipped: statuses.length - passed - failedTests,
  };
}

/** Full names of the tests that did not run. */
export function skippedNames(report) {
  const tests = (report?.testResults ?? []).flatMap((file) => file.assertionResults);
  return tests.filter(({ status }) => status !== 'passed' && status !== 'failed').map(({ fullName }) => fullName);
}

/** The line a test run closes with. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

// What a test run amounts to, from the reports of its parts.
import { stripVTControlCharacters } from 'node:util';

/** A tally of nothing; `missing` are those of the skipped that this machine could have run. */
export const nothing = { passed: 0, failed: 0, skipped: 0, missing: 0 };

/** So much of a failure is told again at the end: what was expected and seen, and where. */
const linesOfFailure = 20;

const isRoot = process.getuid?.() === 0;

/** Sum of tallies. */
export function add(...tallies) {
  const sum = (key) => tallies.reduce((total, tally) => total + tally[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped'), missing: sum('missing') };
}

/** Tally of a vitest JSON report (null: none was written) and its exit code; a file that did not load, or an error outside any test, is a failure. */
export function tallyOf(report, exitCode, asRoot = isRoot) {
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
    missing: skippedNames(report).filter((name) => asRoot || !needsRoot(name)).length,
  };
}

/** Full names of the tests that did not run. */
export function skippedNames(report) {
  const tests = (report?.testResults ?? []).flatMap((file) => file.assertionResults);
  return tests.filter(({ status }) => status !== 'passed' && status !== 'failed').map(({ fullName }) => fullName);
}

/**
 * What failed, each as text to print: the full name of the test (of a file that did not load: its path), then the
 * beginning of what it said. A run that left no report has nothing to tell.
 */
export function failures(report) {
  return (report?.testResults ?? []).flatMap((file) => {
    const tests = file.assertionResults.filter(({ status }) => status === 'failed');
    if (tests.length > 0) return tests.map((test) => told(test.fullName, test.failureMessages.join('\n')));
    return file.status === 'failed' ? [told(file.name, file.message)] : [];
  });
}

function told(name, message) {
  const lines = stripVTControlCharacters(message).split('\n').slice(0, linesOfFailure);
  return [name, ...lines.map((line) => `  ${line}`)].join('\n');
}

/** True of a test whose name says that it mounts a disk, which an ordinary user may not. */
export function needsRoot(name) {
  return name.includes('mounted by root');
}

/** The line a test run closes with. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

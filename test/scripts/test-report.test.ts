import { expect, test } from 'vitest';
import { mountNeeded } from '../session/may-mount';
import { add, closingLine, failures, nothing, skippedNames, tallyOf } from '../../scripts/test-report.mjs';

const file = (status: string, ...statuses: string[]) => ({
  status,
  assertionResults: statuses.map((each) => ({ status: each, fullName: `a ${each} test` })),
});

test('tests are counted by what became of them; what did not run is skipped', () => {
  const report = { testResults: [file('passed', 'passed', 'skipped', 'todo'), file('failed', 'passed', 'failed')] };
  expect(tallyOf(report, 1)).toEqual({ passed: 2, failed: 1, skipped: 2, missing: 2 });
  expect(skippedNames(report)).toEqual(['a skipped test', 'a todo test']);
});

test('a file that could not be loaded is a failure, though none of its tests is', () => {
  expect(tallyOf({ testResults: [file('passed', 'passed'), file('failed')] }, 1)).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
    missing: 0,
  });
});

test('an exit code without a failed test is still a failure', () => {
  expect(tallyOf({ testResults: [file('passed', 'passed')] }, 1).failed).toBe(1);
});

test('a run that left no report is one failure', () => {
  expect(tallyOf(null, 1)).toEqual({ passed: 0, failed: 1, skipped: 0, missing: 0 });
});

test('the closing line is the sum of the parts', () => {
  const tally = add(
    nothing,
    { passed: 4, failed: 0, skipped: 0, missing: 0 },
    { passed: 10, failed: 1, skipped: 2, missing: 1 },
  );
  expect(closingLine(tally)).toBe('14 passed, 1 failed, 2 skipped');
});

test('what only root may do is skipped by an ordinary user and missing from a run as root', () => {
  const tests = [mountNeeded, 'with the reference data'].map((fullName) => ({ status: 'skipped', fullName }));
  const report = { testResults: [{ status: 'passed', assertionResults: tests }] };
  expect(tallyOf(report, 0, true)).toMatchObject({ skipped: 2, missing: 2 });
  expect(tallyOf(report, 0, false)).toMatchObject({ skipped: 2, missing: 1 });
});

test('a failure is told by its name and the beginning of what it said, without colours', () => {
  const long = Array.from({ length: 30 }, (_, line) => `line ${line}`).join('\n');
  const failing = (failureMessages: string[]) => [{ status: 'failed', fullName: 'a > b', failureMessages }];
  const report = {
    testResults: [
      {
        status: 'failed',
        name: '/a.test.ts',
        message: '',
        assertionResults: failing(['\u001b[31mexpected 1\u001b[39m']),
      },
      { status: 'failed', name: '/b.test.ts', message: 'no such module', assertionResults: [] },
      { status: 'failed', name: '/c.test.ts', message: '', assertionResults: failing([long]) },
      { ...file('passed', 'passed'), name: '/d.test.ts', message: '' },
    ],
  };
  const [first, second, third, ...others] = failures(report);
  expect(first).toBe('a > b\n  expected 1');
  expect(second).toBe('/b.test.ts\n  no such module');
  expect(third?.split('\n')).toHaveLength(21);
  expect(others).toEqual([]);
  expect(failures(null)).toEqual([]);
});

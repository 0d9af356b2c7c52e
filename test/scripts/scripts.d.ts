// Types of what the tests use from scripts/, which is plain JavaScript because it runs before any package is installed.

declare module '*/scripts/tar.mjs' {
  export function readTarEntry(chunks: AsyncIterable<Buffer>, name: string): Promise<Buffer>;
}

declare module '*/scripts/fallback-runtime.mjs' {
  export function integrityOf(file: string): Promise<string>;
}

declare module '*/scripts/bootstrap.mjs' {
  export function ensureNode(version?: string): void;
}

declare module '*/scripts/process.mjs' {
  export const root: string;
  export function follow(command: string, args: string[], how: { held?: boolean; givesWay?: boolean }): Promise<number>;
  export function hasDisplay(env: Record<string, string>, platform: string): boolean;
  export function capture(command: string, args: string[]): Promise<{ code: number; stdout: string; output: string }>;
}

declare module '*/scripts/staleness.mjs' {
  interface Source {
    path: string;
    size: number;
    time: number;
  }
  interface Package {
    version?: string;
    integrity?: string;
    optional?: boolean;
  }
  interface Lock {
    packages: Record<string, Package>;
  }
  export function listSources(root: string): Source[];
  export function glance(sources: Source[]): string;
  export function contents(root: string, sources: Source[]): string;
  export function judgeBuild(
    stamp: { glance: string; contents: string } | null,
    now: string,
    contentsNow: () => string,
  ): 'fresh' | 'touched' | 'stale';
  export function packagesMatch(lock: Lock, installed: Lock): boolean;
}

declare module '*/scripts/system-libraries.mjs' {
  export function missingIn(lddText: string): string[];
  export function installMessage(missing: string[], packages: string[], hasApt: boolean): string;
  export function sandboxMessage(helper: string): string;
}

declare module '*/scripts/test-report.mjs' {
  interface Tally {
    passed: number;
    failed: number;
    skipped: number;
    missing: number;
  }
  interface Report {
    testResults: TestFile[];
  }
  interface TestFile {
    status: string;
    /** Path, and why it could not be loaded: told of a file only where a failure is named. */
    name?: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
  }
  export const nothing: Tally;
  export function add(...tallies: Tally[]): Tally;
  export function tallyOf(report: Report | null, exitCode: number, asRoot?: boolean): Tally;
  export function skippedNames(report: Report | null): string[];
  export function failures(report: Report | null): string[];
  export function closingLine(tally: Tally): string;
}

declare module '*/scripts/figures.mjs' {
  interface Answer {
    metric: string;
    by: string[];
    currency: string;
    columns: { name: string; unit: string }[];
    rows: Record<string, unknown>[];
  }
  export function figureOf(title: string, answer: Answer): string[];
  export function tableOf(rows: string[][]): string;
  export function latestQuarter(asOf: string, fiscalStartMonth: number, naming: string): string;
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./trackedFiles";

export interface Count {
  readonly passed: number;
  readonly failed: number;
  /** Of tests that can't run here, and said why; absent: none. */
  readonly skipped?: number;
}

/** How long each test file took, in seconds, by its path from the root of the tree. */
export type Seconds = Readonly<Record<string, number>>;

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numRuntimeErrorTestSuites: number;
  /** Times in milliseconds since 1970. */
  readonly testResults: readonly {
    readonly name: string;
    readonly startTime: number;
    readonly endTime: number;
  }[];
}

interface PlaywrightSuite {
  /** From the folder of the tests. */
  readonly file: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly tests: readonly { readonly results: readonly { readonly duration: number }[] }[];
  }[];
}

interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
  readonly config: { readonly rootDir: string };
  readonly suites: readonly PlaywrightSuite[];
}

/** The JSON that a runner wrote a moment ago. Throws when it left none. */
const readJson = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

export function readJestReport(file: string): { readonly count: Count; readonly seconds: Seconds } {
  const { testResults, ...counts } = readJson(file) as JestReport;
  const seconds = testResults.map(
    ({ name, startTime, endTime }) => [fromRoot(name), (endTime - startTime) / 1000] as const,
  );
  return {
    count: {
      passed: counts.numPassedTests,
      failed: counts.numFailedTests + counts.numRuntimeErrorTestSuites,
      skipped: counts.numPendingTests,
    },
    seconds: Object.fromEntries(seconds),
  };
}

/** A test that passes only when repeated has failed. */
export function readPlaywrightReport(file: string): { readonly count: Count; readonly seconds: Seconds } {
  const { stats, config, suites } = readJson(file) as PlaywrightReport;
  const seconds = suites.map(
    (suite) => [fromRoot(path.join(config.rootDir, suite.file)), secondsOf(suite)] as const,
  );
  return {
    count: { passed: stats.expected, failed: stats.unexpected + stats.flaky },
    seconds: Object.fromEntries(seconds),
  };
}

function secondsOf({ suites = [], specs = [] }: PlaywrightSuite): number {
  const own = specs.flatMap(({ tests }) => tests.flatMap(({ results }) => results));
  const all = [...own.map(({ duration }) => duration / 1000), ...suites.map(secondsOf)];
  return all.reduce((sum, one) => sum + one, 0);
}

const fromRoot = (file: string) => path.relative(root, file).replaceAll(path.sep, "/");

/** The files that took longest, one a line, longest first. */
export function slowest(seconds: Seconds, count: number): string {
  return Object.entries(seconds)
    .sort(([, left], [, right]) => right - left)
    .slice(0, count)
    .map(([file, taken]) => `${taken.toFixed(1).padStart(7)} s  ${file}`)
    .join("\n");
}

const record = path.join(root, "node_modules/.cache/testSeconds.json");

/** What the test files took when they last ran on this machine. */
export function recordedSeconds(): Seconds {
  return existsSync(record) ? (readJson(record) as Seconds) : {};
}

export function recordSeconds(seconds: Seconds): void {
  mkdirSync(path.dirname(record), { recursive: true });
  writeFileSync(record, JSON.stringify({ ...recordedSeconds(), ...seconds }));
}

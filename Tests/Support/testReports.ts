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

export interface Report {
  readonly count: Count;
  readonly seconds: Seconds;
  /** Of each kind of tests, by its folder; absent: they are of one kind. */
  readonly kinds?: Readonly<Record<string, Count>>;
}

interface JestReport {
  readonly testResults: readonly JestFile[];
}

interface JestFile {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly startTime: number;
  readonly endTime: number;
  /** Failed also when the file could not be run, or what it left behind went wrong. */
  readonly status: "passed" | "failed" | "focused" | "skipped" | "pending";
  readonly assertionResults: readonly { readonly status: string }[];
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

export function readJestReport(file: string): Report {
  const { testResults } = readJson(file) as JestReport;
  const seconds = testResults.map(
    ({ name, startTime, endTime }) => [fromRoot(name), (endTime - startTime) / 1000] as const,
  );
  const kinds = new Map<string, Count>();
  for (const result of testResults) {
    const kind = fromRoot(result.name).split("/")[1] ?? "";
    kinds.set(kind, sumOf([kinds.get(kind) ?? sumOf([]), countOf(result)]));
  }
  return {
    count: sumOf([...kinds.values()]),
    seconds: Object.fromEntries(seconds),
    kinds: Object.fromEntries(kinds),
  };
}

/** A file that failed has failed at least once, also when none of its tests did. */
function countOf({ status, assertionResults }: JestFile): Count {
  const having = (wanted: string) => assertionResults.filter((test) => test.status === wanted).length;
  return {
    passed: having("passed"),
    failed: Math.max(having("failed"), status === "failed" ? 1 : 0),
    skipped: having("pending"),
  };
}

function sumOf(counts: readonly Count[]): Count {
  const sum = (key: keyof Count) => counts.reduce((total, count) => total + (count[key] ?? 0), 0);
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
}

/** A test that passes only when repeated has failed. */
export function readPlaywrightReport(file: string): Report {
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

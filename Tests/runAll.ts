/**
 * `npm test`: everything that must hold, one part after the other, without any cache. Ends with the slowest test files and the sum
 * of all parts. Later parts run although an earlier one failed, so that one run tells everything that is wrong.
 */
import { existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { scripts } from "../package.json";
import { run, runBeside, type Command } from "./Support/commands";
import {
  readJestReport,
  readPlaywrightReport,
  recordSeconds,
  slowest,
  type Count,
  type Report,
  type Seconds,
} from "./Support/testReports";
import { root } from "./Support/trackedFiles";

const results = path.join(root, "test-results");

/** The projects of jest that are part of it. */
const jestKinds = ["Unit", "Contract", "Views", "Architecture", "AzureCli"];

interface Part {
  readonly name: string;
  readonly command: Command;
  /** Reads what ran; absent: the part is one check, passed by exit code 0. */
  readonly read?: () => Report;
}

interface Outcome extends Count {
  readonly seconds: Seconds;
}

/** They run at once: most of them keep one core busy. */
const checks: readonly Part[] = [
  { name: "Format", command: ["prettier", "--check", "--log-level", "warn", "."] },
  { name: "Lint", command: ["eslint", "--max-warnings", "0", "."] },
  { name: "LintWithTypes", command: ["oxlint", "--deny-warnings"] },
  { name: "Types", command: [...scripts.typecheck.split(" "), "--force"] },
];

const jestReport = path.join(results, "jest.json");

/** They use all cores themselves. */
const parts: readonly Part[] = [
  {
    // All kinds in one run: a worker that one kind leaves idle takes files of the next, and loads once what they all need.
    name: "Tests",
    command: ["jest", "--ci", "--json", `--outputFile=${jestReport}`, "--selectProjects", ...jestKinds],
    read: () => readJestReport(jestReport),
  },
  {
    name: "EndToEnd",
    command: ["playwright", "test"],
    read: () => readPlaywrightReport(path.join(results, "EndToEnd.json")),
  },
];

function runPart(part: Part): Outcome {
  const started = Date.now();
  console.log(`\n=== ${part.name}`);
  return report(part, run(part.command), started);
}

async function runCheck(part: Part): Promise<Outcome> {
  const started = Date.now();
  const { status, said } = await runBeside(part.command);
  console.log(`\n=== ${part.name}`);
  process.stdout.write(said);
  return report(part, status, started);
}

/** A part that ended badly has failed at least once, whatever it counted; one that counted nothing has not run. */
function report({ name, read }: Part, status: number | null, started: number): Outcome {
  const { count, seconds, kinds = {} } = safeRead(read);
  const ran = count.passed + count.failed + (count.skipped ?? 0);
  const failed = Math.max(count.failed, status === 0 && ran > 0 ? 0 : 1);
  const passed = failed > 0 && !read ? 0 : count.passed;
  for (const [kind, ofKind] of Object.entries(kinds)) {
    console.log(`    ${kind}: ${countText(ofKind)}`);
  }
  const taken = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`--- ${name}: ${countText({ ...count, passed, failed })}, ${taken} s`);
  return { passed, failed, seconds };
}

function countText({ passed, failed, skipped = 0 }: Count): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

function safeRead(read: Part["read"]): Report {
  if (!read) {
    return { count: { passed: 1, failed: 0 }, seconds: {} };
  }
  try {
    return read();
  } catch (error) {
    console.error(`The part left no readable report: ${String(error)}`);
    return { count: { passed: 0, failed: 1 }, seconds: {} };
  }
}

async function main(): Promise<void> {
  if (existsSync(results)) {
    rmSync(results, { recursive: true });
  }
  mkdirSync(results);
  const outcomes = [...(await Promise.all(checks.map(runCheck))), ...parts.map(runPart)];
  const seconds = Object.assign({}, ...outcomes.map((outcome) => outcome.seconds)) as Seconds;
  recordSeconds(seconds);
  console.log(`\nThe slowest test files:\n${slowest(seconds, 10)}`);
  const sum = (key: "passed" | "failed") => outcomes.reduce((total, count) => total + count[key], 0);
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
  process.exitCode = sum("failed") === 0 ? 0 : 1;
}

void main();

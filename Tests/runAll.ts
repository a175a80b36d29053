/**
 * `npm test`: everything that must hold, one part after the other, cheapest first. Ends with the sum of all parts.
 * Later parts run although an earlier one failed, so that one run tells everything that is wrong.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";

const root = path.resolve(__dirname, "..");
const results = path.join(root, "test-results");

interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface Part {
  readonly name: string;
  readonly command: readonly string[];
  /** Reads how many tests ran; absent: the part is one check, passed by exit code 0. */
  readonly count?: () => Count;
}

const jest = (project: string): Part => {
  const report = path.join(results, `${project}.json`);
  return {
    name: project,
    command: ["jest", "--selectProjects", project, "--ci", "--json", `--outputFile=${report}`],
    count: () => {
      const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = readReport(report);
      return {
        passed: numPassedTests ?? 0,
        failed: (numFailedTests ?? 0) + (numRuntimeErrorTestSuites ?? 0),
      };
    },
  };
};

/** Each keeps one core busy, so they run at once. */
const checks: readonly Part[] = [
  { name: "Format", command: ["prettier", "--check", "--log-level", "warn", "."] },
  { name: "Lint", command: ["eslint", "--max-warnings", "0", "."] },
  { name: "Types", command: ["tsc", "-b", "--force"] },
];

/** They use all cores themselves. */
const parts: readonly Part[] = [
  jest("Unit"),
  jest("Contract"),
  jest("Views"),
  jest("Architecture"),
  {
    name: "EndToEnd",
    command: ["playwright", "test"],
    count: () => {
      const { stats } = readReport(path.join(results, "EndToEnd.json"));
      return { passed: stats?.expected ?? 0, failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) };
    },
  },
];

interface Report {
  readonly numPassedTests?: number;
  readonly numFailedTests?: number;
  readonly numRuntimeErrorTestSuites?: number;
  readonly stats?: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
}

function readReport(file: string): Report {
  return JSON.parse(readFileSync(file, "utf8")) as Report; // Written by the runner of this part a moment ago.
}

function run(part: Part): Count {
  const started = Date.now();
  console.log(`\n=== ${part.name}`);
  const { program, args, options } = commandOf(part);
  const { status } = spawnSync(program, args, { ...options, stdio: ["ignore", "inherit", "inherit"] });
  return report(part, status, started);
}

/** The same for one of several at a time: what it says is printed when it ends. */
function runBeside(part: Part): Promise<Count> {
  const started = Date.now();
  const { program, args, options } = commandOf(part);
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    const said: Buffer[] = [];
    child.stdout.on("data", (data: Buffer) => said.push(data));
    child.stderr.on("data", (data: Buffer) => said.push(data));
    child.on("error", (error) => said.push(Buffer.from(String(error))));
    child.on("close", (status) => {
      console.log(`\n=== ${part.name}`);
      process.stdout.write(Buffer.concat(said));
      resolve(report(part, status, started));
    });
  });
}

function commandOf({ command: [program = "", ...args] }: Part) {
  return {
    program: path.join(root, "node_modules", ".bin", program),
    args,
    options: { cwd: root, shell: process.platform === "win32" },
  };
}

/** A part that ended badly has failed at least once, whatever it counted; one that counted nothing has not run. */
function report({ name, count }: Part, status: number | null, started: number): Count {
  const counted = safeCount(count);
  const failed = Math.max(counted.failed, status === 0 && counted.passed + counted.failed > 0 ? 0 : 1);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`--- ${name}: ${counted.passed} passed, ${failed} failed, ${seconds} s`);
  return { passed: failed > 0 && !count ? 0 : counted.passed, failed };
}

function safeCount(count: Part["count"]): Count {
  if (!count) {
    return { passed: 1, failed: 0 };
  }
  try {
    return count();
  } catch (error) {
    console.error(`The part left no readable report: ${String(error)}`);
    return { passed: 0, failed: 1 };
  }
}

async function main(): Promise<void> {
  if (existsSync(results)) {
    rmSync(results, { recursive: true });
  }
  mkdirSync(results);
  const counts = [...(await Promise.all(checks.map(runBeside))), ...parts.map(run)];
  const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
  process.exitCode = sum("failed") === 0 ? 0 : 1;
}

void main();

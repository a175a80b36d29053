/**
 * `npm run check`, for while one writes: format, lint and types with their caches, and the tests that are nearest to what
 * changed since `origin/main`, as many as fit into the time. `npm run check -- --all` runs every test that depends on it.
 */
import { execFileSync } from "node:child_process";
import path from "node:path";
import { scripts } from "../package.json";
import { runTool } from "../Extension/CommandLine/runServer";
import { toolSpecs } from "./Support/toolSpecs";
import { run, runBeside } from "./Support/commands";
import { importGraph } from "./Support/importGraph";
import { relatedTests, within } from "./Support/relatedTests";
import { readJestReport, recordedSeconds, recordSeconds } from "./Support/testReports";
import { root, trackedFiles } from "./Support/trackedFiles";

/** Of one core, as the test files took when they last ran; the rest of a minute is for the checks. */
const testSeconds = 30;

/** What `npm run` has under these names. */
const checks = (["format", "lint", "lint:types", "typecheck"] as const).map(
  (name) => [name, scripts[name].split(" ")] as const,
);

const git = (...args: readonly string[]) =>
  execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] })
    .split("\n")
    .filter((line) => line !== "");

/** Where this work began; without a remote, only what is not committed counts. */
function base(): string {
  try {
    return git("merge-base", "HEAD", "origin/main")[0] ?? "HEAD";
  } catch {
    return "HEAD";
  }
}

function changedFiles(): readonly string[] {
  return [
    ...git("diff", "--name-only", "--diff-filter=d", base()),
    ...git("ls-files", "--others", "--exclude-standard"),
  ];
}

async function runChecks(): Promise<boolean> {
  const outcomes = checks.map(async ([name, command]) => {
    const started = Date.now();
    const { status, said } = await runBeside(command);
    console.log(
      `${name}: ${status === 0 ? "passed" : "failed"}, ${((Date.now() - started) / 1000).toFixed(1)} s`,
    );
    process.stdout.write(said);
    return status === 0;
  });
  return (await Promise.all(outcomes)).every((passed) => passed);
}

function runTests(all: boolean): boolean {
  const related = relatedTests(importGraph(root, trackedFiles("*.ts", "*.tsx")), changedFiles());
  const tests = all ? related : within(testSeconds, related, recordedSeconds());
  if (tests.length === 0) {
    console.log("Tests: nothing that any of them depends on has changed.");
    return true;
  }
  const report = path.join(root, "node_modules/.cache/check.json");
  const projects = [...new Set(tests.map((test) => test.split("/")[1] ?? ""))];
  const command = ["jest", "--json", `--outputFile=${report}`, "--selectProjects", ...projects];
  const status = run([...command, "--runTestsByPath", ...tests]);
  recordSeconds(readJestReport(report).seconds);
  if (tests.length < related.length) {
    console.log(
      `Tests: the ${tests.length} nearest of ${related.length} files that depend on what changed. ` +
        "`npm run check -- --all` runs them all.",
    );
  }
  return status === 0;
}

void runTool(toolSpecs.check, async ({ switches }) => {
  const passed = await runChecks();
  return runTests(switches.has("all")) && passed ? 0 : 1;
});

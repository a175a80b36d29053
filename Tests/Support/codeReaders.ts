import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { Parser } from "commonmark";
import { load as loadYaml } from "js-yaml";
import type { CodeSnippet } from "../../Client/RemediationCode/codeSnippet";
import { parseBicep } from "./bicepParser";

// It has no types of its own.
const hcl = createRequire(__filename)("hcl2-parser") as {
  parseToString(text: string): readonly [json: string, problem: { Error?(): string } | null];
};

/** What a shell did: its calls word by word, and the JSON files that it wrote. */
export interface ShellRun {
  readonly calls: readonly (readonly string[])[];
  readonly files: Readonly<Record<string, unknown>>;
}

/** Each prints what it was called with. */
const programs = [
  "apk",
  "apt-get",
  "az",
  "cargo",
  "composer",
  "dnf",
  "dotnet",
  "gem",
  "go",
  "microdnf",
  "mvn",
  "npm",
  "python",
  "rm",
  "tdnf",
  "yum",
  "zypper",
];
const stubs = programs
  .map((name) => `${name}() { printf '%s\\000' ${name} "$@" >&3; printf '\\001' >&3; }\n`)
  .join("");

/** Runs the scripts in the current folder, each in a shell and a folder of its own, and notes what becomes of each. */
const runAll = `
at=0
while [ -f "$at.sh" ]; do
  /bin/bash -n "$at.sh" 2>"$at.problems"
  ( cd "$at" && . "../$at.sh" ) </dev/null >"$at.stdout" 2>"$at.stderr" 3>"$at.calls"
  echo $? >"$at.status"
  at=$((at + 1))
done
`;

/** What was run already. A shell takes longer to start than to read a script. */
const runs = new Map<string, ShellRun>();

/** Runs a script in an empty folder with nothing but those programs. */
export function runShell(script: string): ShellRun {
  runShells([script]);
  const run = runs.get(script);
  if (!run) {
    throw new Error(`The script did not run: ${script}`);
  }
  return run;
}

/** Runs those of the scripts that have not run yet, all of them from one shell. */
function runShells(scripts: readonly string[]): void {
  const fresh = [...new Set(scripts)].filter((script) => !runs.has(script));
  if (fresh.length === 0) {
    return;
  }
  const folder = mkdtempSync(path.join(tmpdir(), "code-"));
  try {
    fresh.forEach((script, at) => {
      writeFileSync(path.join(folder, `${at}.sh`), script);
      mkdirSync(path.join(folder, String(at)));
    });
    const shell = spawnSync("/bin/bash", ["-c", stubs + runAll], {
      cwd: folder,
      encoding: "utf8",
      env: { PATH: "", HOME: "/home", LC_ALL: "C.UTF-8" },
    });
    expect(shell).toMatchObject({ status: 0, stdout: "", stderr: "" });
    fresh.forEach((script, at) => runs.set(script, readRun(folder, at)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readRun(folder: string, at: number): ShellRun {
  const read = (name: string) => readFileSync(path.join(folder, name), "utf8");
  const [problems, status, stdout, stderr] = ["problems", "status", "stdout", "stderr"].map((name) =>
    read(`${at}.${name}`).trimEnd(),
  );
  expect({ problems, status, stdout, stderr }).toEqual({ problems: "", status: "0", stdout: "", stderr: "" });
  const calls = read(`${at}.calls`).split("\u0001").slice(0, -1);
  const files = readdirSync(path.join(folder, String(at))).map(
    (file) => [file, JSON.parse(read(path.join(String(at), file))) as unknown] as const,
  );
  return {
    calls: calls.map((call) => call.split("\u0000").slice(0, -1)),
    files: Object.fromEntries(files),
  };
}

/** HCL as hashicorp/hcl reads it (compiled to JavaScript). Templates are refused: no value may become code. */
export function readHcl(text: string): unknown {
  expect(text).not.toMatch(/[$%]\{/);
  const [json, problem] = hcl.parseToString(text);
  expect(problem).toBeNull();
  return JSON.parse(json);
}

export interface Kustomization {
  readonly patches: readonly unknown[];
  readonly rest: Readonly<Record<string, unknown>>;
}

/** A kustomization with its patches, which are YAML in YAML. */
export function readKustomization(text: string): Kustomization {
  const { patches = [], ...rest } = loadYaml(text) as Readonly<Record<string, unknown>> & {
    readonly patches?: readonly { readonly patch: string }[];
  };
  return { patches: patches.map(({ patch }) => loadYaml(patch)), rest };
}

export function readYaml(text: string): unknown {
  return loadYaml(text);
}

/** What each of the snippets says to its tool, in their order. */
export function meaningsOf(snippets: readonly CodeSnippet[]): readonly unknown[] {
  runShells(snippets.flatMap(scriptsOf));
  return snippets.map(meaningOf);
}

function scriptsOf({ language, text }: CodeSnippet): readonly string[] {
  if (language === "dockerfile") {
    return runLines(text);
  }
  return language === "az" || language === "shell" ? [text] : [];
}

/** Everything that a snippet says to its tool, comments omitted. */
export function meaningOf({ language, text }: CodeSnippet): unknown {
  switch (language) {
    case "az":
    case "shell":
      return runShell(text);
    case "bicep":
      return parseBicep(text);
    case "terraform":
      return readHcl(text);
    case "yaml":
      return readKustomization(text);
    case "dockerfile":
      return runLines(text).map(runShell);
    case "markdown":
      return codeSpansOf(text);
  }
}

/** The shell commands of a Dockerfile: instructions end with their line unless it ends with a backslash. */
export function runLines(text: string): readonly string[] {
  const instructions = text
    .replace(/^#.*\n/gm, "")
    .replaceAll("\\\n", "")
    .trimEnd()
    .split("\n");
  return instructions.map((instruction) => {
    expect(instruction).toMatch(/^RUN /);
    return instruction.slice("RUN ".length);
  });
}

/** The code of each heading and each list item, as CommonMark reads the text; what else a value made of it shows too. */
export function codeSpansOf(text: string): readonly (readonly string[])[] {
  const walker = new Parser().parse(text).walker();
  const spans: string[][] = [];
  for (let step = walker.next(); step; step = walker.next()) {
    const { entering, node } = step;
    if (entering && (node.type === "heading" || node.type === "item")) {
      spans.push([]);
    }
    if (!["document", "heading", "item", "list", "paragraph", "text"].includes(node.type)) {
      spans.at(-1)?.push(node.type === "code" ? (node.literal ?? "") : `<${node.type}>`);
    }
  }
  return spans;
}

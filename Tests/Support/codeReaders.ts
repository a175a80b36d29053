import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { Parser } from "commonmark";
import { load as loadYaml } from "js-yaml";
import type { CodeSnippet } from "../../Client/Domain/RemediationCode/codeSnippet";
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
  "dotnet",
  "go",
  "microdnf",
  "mvn",
  "npm",
  "python",
  "rm",
  "tdnf",
];
const stubs = programs
  .map((name) => `${name}() { printf '%s\\000' ${name} "$@" >&3; printf '\\001' >&3; }\n`)
  .join("");

/** Runs a script in an empty folder with nothing but those programs. */
export function runShell(script: string): ShellRun {
  const folder = mkdtempSync(path.join(tmpdir(), "code-"));
  try {
    const { status, stdout, stderr, output } = spawnSync("/bin/bash", ["-c", stubs + script], {
      cwd: folder,
      encoding: "utf8",
      env: { PATH: "", HOME: "/home", LC_ALL: "C.UTF-8" },
      stdio: ["ignore", "pipe", "pipe", "pipe"],
    });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "", stderr: "" });
    const calls = (output[3] ?? "").split("\u0001").slice(0, -1);
    const files = readdirSync(folder).map(
      (file) => [file, JSON.parse(readFileSync(path.join(folder, file), "utf8")) as unknown] as const,
    );
    return {
      calls: calls.map((call) => call.split("\u0000").slice(0, -1)),
      files: Object.fromEntries(files),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Whether bash takes the text for a script, without running it. */
export function shellProblems(script: string): string {
  return spawnSync("/bin/bash", ["-n"], { encoding: "utf8", input: script }).stderr;
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

/** Everything that a snippet says to its tool, comments left out. */
export function meaningOf({ language, text }: CodeSnippet): unknown {
  switch (language) {
    case "az":
    case "shell":
      expect(shellProblems(text)).toBe("");
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

import { spawn, spawnSync, type SpawnOptions } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import packageFile from "../../../package.json";
import { isAtLeast } from "../../../Extension/Doctor/machineChecks";
import { readProgram } from "../../../Extension/CommandLine/commandLine";
import { doctorSpec, reportSpec, startSpec } from "../../../Extension/Program/commands";
import { packageOutput, root } from "../../../Extension/build/outputs";

/** What the Dockerfile says, line by line, and the program as it would run in the image. There is no Docker here. */
const lines = readFileSync(path.join(root, "Dockerfile"), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)] as const);
const said = (instruction: string) => lines.filter(([name]) => name === instruction).map(([, text]) => text);
const list = (text = "[]") => JSON.parse(text) as readonly string[];

/** Where the image has the package, its Node, and its user. */
const app = mkdtempSync(path.join(tmpdir(), "app-"));
const cwd = mkdtempSync(path.join(tmpdir(), "reports-"));
const nonroot = 65_532;

beforeAll(() => {
  const build = spawnSync(process.execPath, ["--import", "tsx", "Extension/build/build.ts", "package"], {
    cwd: root,
  });
  expect(build.status).toBe(0);
  cpSync(packageOutput, app, { recursive: true });
  chmodSync(app, 0o755);
  chmodSync(cwd, 0o555);
});
afterAll(() => {
  rmSync(app, { recursive: true });
  rmSync(cwd, { recursive: true });
});

const isRoot = process.getuid?.() === 0;

/** A user without rights, a folder that can't be written, no home, and nothing in the environment. */
const confined: SpawnOptions = { cwd, env: {}, ...(isRoot ? { uid: nonroot, gid: nonroot } : {}) };
const inImage = (text: string) =>
  text.replace("/nodejs/bin/node", process.execPath).replace("/app/", `${app}/`);
const entry = list(said("ENTRYPOINT")[0]).map(inImage);
const run = (...args: readonly string[]) =>
  spawnSync(entry[0] ?? "", [...entry.slice(1), ...args], { ...confined, encoding: "utf8" });

test("the image is Node without a shell, for a user without rights, with the package and nothing else", () => {
  expect(lines.map(([name]) => name)).toEqual([
    "FROM",
    "COPY",
    "WORKDIR",
    "HEALTHCHECK",
    "ENTRYPOINT",
    "CMD",
  ]);
  const [, version = ""] =
    /^gcr\.io\/distroless\/nodejs(\d+)-debian\d+:nonroot$/.exec(said("FROM")[0] ?? "") ?? [];
  expect(isAtLeast(`${version}.0`, packageFile.engines.node.replace(/[^\d.]/g, ""))).toBe(true);
  const [[from = "", to] = []] = said("COPY").map((text) => text.split(" "));
  expect([path.join(root, from), to]).toEqual([packageOutput, "/app"]);
  expect(readFileSync(path.join(root, ".dockerignore"), "utf8")).toBe(`*\n!${from}\n`);
  expect(
    existsSync(path.join(packageOutput, list(said("ENTRYPOINT")[0])[1]?.replace("/app/", "") ?? "")),
  ).toBe(true);
});

test("what it runs is a command of the program, without a browser", () => {
  const read = readProgram(list(said("CMD")[0]), {
    ...{ name: packageFile.name, version: packageFile.version, about: "", usual: startSpec.name },
    commands: [startSpec, reportSpec, doctorSpec],
  });
  expect(read).toMatchObject({ name: "start", line: { port: 3000 } });
  expect(read.line.switches).toEqual(new Set(["no-open"]));
});

test("it starts on the loopback address, writes nothing, and its health check says when it's there and when it isn't", async () => {
  const [program = "", ...args] = entry;
  const server = spawn(program, [...args, ...list(said("CMD")[0]), "--port", "0"], confined);
  const ended = new Promise((resolve) => server.on("close", resolve));
  const line = await new Promise<string>((resolve) =>
    server.stdout?.once("data", (data) => resolve(String(data))),
  );
  const [, port = ""] = /http:\/\/127\.0\.0\.1:(\d+)/.exec(line) ?? [];
  const check = list(said("HEALTHCHECK")[0]?.replace(/^CMD /, "")).map(inImage);
  const healthOf = (at: string) =>
    spawnSync(
      check[0] ?? "",
      check.slice(1).map((word) => word.replace(":3000/", `:${at}/`)),
      confined,
    ).status;
  expect(check.join(" ")).toContain(`:${startSpec.port}/healthz`);
  expect(healthOf(port)).toBe(0);
  server.kill("SIGTERM");
  expect(await ended).toBe(0);
  expect(healthOf(port)).toBe(1);
});

test("a report goes to standard output; one that can't be written is one line", () => {
  const report = run("report", "--scenario", "healthy", "--json", "--out", "-");
  expect(report.status).toBe(0);
  expect(JSON.parse(report.stdout)).toMatchObject({ complete: true });
  const refused = run("report", "--scenario", "healthy");
  expect(refused).toMatchObject({ status: 2, stdout: "" });
  expect(refused.stderr).toMatch(
    /^We couldn't write contoso-\S+: EACCES\. Name another file with --out, or .*\n$/,
  );
});

test("doctor needs neither a home nor the Azure CLI to be ready", () => {
  const { status, stdout, stderr } = run("doctor");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).not.toContain("missing");
});

test("the address comes before the parser of queries is loaded, which takes most of the start", () => {
  rmSync(path.join(app, "node_modules"), { recursive: true });
  const { stdout, stderr } = run("start", "--no-open", "--port", "0");
  expect(stdout).toMatch(/^Local portal \(busy\) on http:\/\/127\.0\.0\.1:\d+\//);
  expect(stderr).toContain("@kusto/language-service-next");
});

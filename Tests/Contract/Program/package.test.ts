import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import packageFile from "../../../package.json";
import { scenarioNames } from "../../../Extension/ArmEmulator/Scenarios/scenarioNames";
import { startAzureTunnel } from "../../Support/azureTunnel";
import { startSignedIn } from "../../Support/signedIn";

/** The package is made, installed into an empty folder, and used there as a stranger would. */
const root = path.resolve(__dirname, "../../..");
const folder = mkdtempSync(path.join(tmpdir(), "package-"));
const modules = path.join(folder, "node_modules");
const installed = path.join(modules, packageFile.name);
const program = path.join(installed, "main.js");
const read = (file: string) => readFileSync(path.join(installed, file), "utf8");

beforeAll(() => {
  const build = spawnSync(process.execPath, ["--import", "tsx", "Extension/build/build.ts", "package"], {
    cwd: root,
    encoding: "utf8",
  });
  expect(build).toMatchObject({ status: 0, stderr: "" });
  const tarball = build.stdout.trim().replace("Built ", "");
  writeFileSync(path.join(folder, "package.json"), "{}");
  const { status, stderr } = spawnSync(
    "npm",
    ["install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts", tarball],
    { cwd: folder, encoding: "utf8", shell: process.platform === "win32" },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: "utf8" });

function filesBelow(where: string): readonly string[] {
  return readdirSync(where, { recursive: true, encoding: "utf8" })
    .filter((file) => statSync(path.join(where, file)).isFile())
    .map((file) => file.replaceAll("\\", "/"));
}

test("it is small, brings along all that it needs, and holds nothing that does not belong", () => {
  const files = filesBelow(modules);
  const packages = files.filter((file) => file.endsWith("package.json"));
  expect(packages.length).toBeLessThanOrEqual(60);
  const bytes = files.reduce((sum, file) => sum + statSync(path.join(modules, file)).size, 0);
  expect(bytes).toBeLessThan(60e6);
  const known =
    /^(?:[\w-]+(?:\.\w+)*\.js|views\/[\w.-]+\.(?:js|css)|views\/fonts\/[\w.-]+\.woff2?|dashboard-(?:light|dark)\.webp|node_modules\/@kusto\/language-service-next\/[\w.]+\.(?:js|json)|(?:package|report\.schema|sbom\.cdx)\.json|LICENSE|README\.md|CHANGELOG\.md|THIRD-PARTY-NOTICES\.txt)$/;
  expect(filesBelow(installed).filter((file) => !known.test(file))).toEqual([]);
  expect(statSync(program).mode & 0o111).not.toBe(0);
});

test("no path of the machine that made it is in it", () => {
  const texts = filesBelow(installed).filter((file) => /\.(?:js|json|txt|md|css)$/.test(file));
  expect(texts.filter((file) => read(file).includes(root))).toEqual([]);
});

test("every part has its license among the notices, and is in the bill of materials", () => {
  const { bomFormat, components } = JSON.parse(read("sbom.cdx.json")) as {
    readonly bomFormat: string;
    readonly components: readonly {
      readonly name: string;
      readonly version: string;
      readonly licenses: unknown;
    }[];
  };
  expect(bomFormat).toBe("CycloneDX");
  const notices = read("THIRD-PARTY-NOTICES.txt");
  expect(
    components.filter(({ name, version }) => !notices.includes(`\n${name} ${version}\n\nLicense: `)),
  ).toEqual([]);
  expect(components.filter(({ licenses }) => licenses === undefined)).toEqual([]);
  expect(components.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      "react",
      "express",
      "@azure/identity",
      "@kusto/language-service-next",
      "@fluentui/react",
    ]),
  );
});

test("the terms of Fluent's fonts and icons, which aren't MIT, come first among the notices, and are in the bill", () => {
  expect(filesBelow(installed).some((file) => file.startsWith("views/fonts/fabric-icons"))).toBe(true);
  const terms = "https://aka.ms/fluentui-assets-license";
  const [, first = ""] = read("THIRD-PARTY-NOTICES.txt").split(`\n${"-".repeat(80)}\n`);
  expect(first).toMatch(/^\nFonts and icons under terms of their own\n/);
  expect(first).toContain(`@fluentui/font-icons-mdl2 `);
  expect(first).toContain(terms);
  expect(first).toContain("Before you give this program to others, read them");
  const { components } = JSON.parse(read("sbom.cdx.json")) as { readonly components: readonly object[] };
  const icons = components.find((component) => JSON.stringify(component).includes("font-icons-mdl2@"));
  expect(JSON.stringify(icons)).toContain(terms);
});

test("help names every scenario: the repository's README isn't there to look it up", () => {
  const { stdout } = run("arm", "--help");
  const words = stdout.split(/[\s,.:]+/);
  expect(scenarioNames.filter((name) => !words.includes(name))).toEqual([]);
});

test("it says its version and its help, and answers a wrong flag", () => {
  expect(run("--version").stdout.trim()).toBe(packageFile.version);
  const help = run("--help");
  expect(help).toMatchObject({ status: 0, stderr: "" });
  expect(help.stdout).toContain("report");
  expect(run("--prot", "1")).toMatchObject({
    status: 2,
    stdout: "",
    stderr: "Unknown option '--prot'. Did you mean --port?\n",
  });
});

test.each<[readonly string[], RegExp]>([
  [["arm", "--scenario", "nope"], /nope.*busy, healthy/],
  [["arm", "--frobnicate"], /frobnicate/],
  [["arm", "--port", "many"], /--port.*many/],
  [["start", "--scenario", "nope"], /nope.*busy, healthy/],
  [["start", "--frobnicate"], /frobnicate/],
  [["start", "--port", "many"], /--port.*many/],
  [["start", "--cluster", "contoso-prod-aks"], /'contoso-prod-aks' isn't the ID of an AKS cluster/],
  [["start", "--read-only"], /--read-only needs --cluster or --pick/],
  [["start", "--pick", "--cloud", "mars,venus"], /Unknown cloud 'mars,venus'/],
])("%j is one clear line and exit code 2", (args, says) => {
  const { status, stdout, stderr } = run(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr.trim().split("\n")).toEqual([expect.stringMatching(says)]);
});

test.each([
  ["arm", "SIGTERM"],
  ["start", "SIGINT"],
] as const)("%s stops on %s, and says that a port is taken", async (command, signal) => {
  const more = command === "start" ? ["--no-open"] : [];
  const server = spawn(process.execPath, [program, command, ...more, "--port", "0"], { cwd: folder });
  const ended = new Promise((resolve) => server.on("close", resolve));
  const line = await new Promise<string>((resolve) =>
    server.stdout.once("data", (data) => resolve(String(data))),
  );
  const [, port = ""] = /http:\/\/127\.0\.0\.1:(\d+)/.exec(line) ?? [];
  expect(run(command, ...more, "--port", port)).toMatchObject({
    status: 2,
    stderr: `Port ${port} is taken. Choose another one with --port.\n`,
  });
  server.kill(signal);
  expect(await ended).toBe(0);
});

test("doctor looks at this machine", () => {
  const { status, stdout } = run("doctor", "--json");
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    ready: true,
    next: "Run this again with `start` instead of `doctor`.",
  });
});

test("report writes findings without a browser", () => {
  const { status, stdout, stderr } = run("report", "--scenario", "healthy", "--json", "--out", "-");
  expect(status).toBe(0);
  expect(stderr).toMatch(/^Saved to standard output\. Rows: /);
  expect(JSON.parse(stdout)).toMatchObject({ complete: true });
});

test("the local portal starts, and serves its page and its scripts", async () => {
  const portal = spawn(process.execPath, [program, "--no-open", "--port", "0"], { cwd: folder });
  const ended = new Promise((resolve) => portal.on("close", resolve));
  const line = await new Promise<string>((resolve) =>
    portal.stdout.once("data", (data) => resolve(String(data))),
  );
  const [origin = ""] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
  const page = await (await fetch(origin)).text();
  const script = await fetch(`${origin}/assets/shell.js`);
  expect(await (await fetch(`${origin}/healthz`)).text()).toBe("ok");
  expect(page).toContain("/assets/shell.js");
  expect([script.status, (await script.text()).length > 1000]).toEqual([200, true]);
  portal.kill("SIGTERM");
  expect(await ended).toBe(0);
});

test("who has run `az login` picks a cluster and gets its page; the terminal has a list, and no token", async () => {
  const signedIn = await startSignedIn();
  const tunnel = await startAzureTunnel(signedIn);
  const args = [program, "--pick", "--read-only", "--no-open", "--port", "0"];
  const portal = spawn(process.execPath, args, { cwd: folder, env: tunnel.env });
  const ended = new Promise((resolve) => portal.on("close", resolve));
  let said = "";
  portal.stdout.on("data", (data) => (said += String(data)));
  portal.stderr.on("data", (data) => (said += String(data)));
  portal.stdin.end("2\n");
  const shown = new Promise((resolve) =>
    portal.stdout.on("data", () => (said.includes("/?key=") ? resolve(0) : undefined)),
  );
  await Promise.race([shown, ended]);
  expect(said).toMatch(/Name +Resource group +Subscription +Worst open findings/);
  expect(said).toMatch(/2 {2}contoso-prod-aks +contoso-prod +Contoso +Critical vulnerabilities/);
  expect(said).toMatch(/Local portal \(AzureCloud\).*managedClusters\/contoso-prod-aks\/overview/);
  expect(signedIn.azure.issuer.issued.filter((token) => said.includes(token))).toEqual([]);
  portal.kill("SIGINT");
  expect(await ended).toBe(0);
  await tunnel.close();
  await signedIn.close();
});

test.each([
  [
    "report",
    ["--out", "-"],
    2,
    "The report was only written in part: what reads it stopped before its end.\n",
  ],
  ["doctor", [], 0, ""],
])("%s doesn't crash when its output is read no further", async (command, flags, code, said) => {
  const child = spawn(process.execPath, [program, command, ...flags], { cwd: folder });
  child.stdout.destroy();
  let errors = "";
  child.stderr.on("data", (part) => (errors += String(part)));
  const [ended] = (await once(child, "close")) as readonly (number | null)[];
  expect({ ended, errors }).toEqual({ ended: code, errors: said });
});

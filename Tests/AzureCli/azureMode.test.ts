import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { root } from "../Support/trackedFiles";
import { startAzureOfCli, withAzureCli, type AzureOfCli } from "./azureOfCli";

interface Said {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `npm start` against the cloud that is registered with Microsoft's CLI, signed in by it. */
withAzureCli("the local portal signs in by az", () => {
  let azure: AzureOfCli;
  const running = new Set<ChildProcess>();
  beforeAll(async () => {
    azure = await startAzureOfCli();
  });
  afterAll(async () => {
    running.forEach((child) => child.kill());
    await azure.close();
  });
  beforeEach(async () => {
    Object.assign(azure.behavior, { lifetimeSeconds: 86_400, refusal: undefined });
    await azure.login();
  });

  /** Runs `npm start` with flags. Ends it when it serves; `answers` are typed into it. */
  function start(flags: readonly string[], env: NodeJS.ProcessEnv = azure.env, answers = ""): Promise<Said> {
    return new Promise((resolve) => {
      const args = [
        "--import",
        "tsx",
        "Extension/Program/main.ts",
        "start",
        "--no-open",
        "--port",
        "0",
        ...flags,
      ];
      const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["pipe", "pipe", "pipe"] });
      running.add(child);
      child.stdin.end(answers);
      let [stdout, stderr] = ["", ""];
      child.stdout.on("data", (data) => {
        stdout += String(data);
        if (/Local portal \(.*https?:\/\//.test(stdout)) {
          child.kill("SIGTERM");
        }
      });
      child.stderr.on("data", (data) => (stderr += String(data)));
      child.on("close", (code) => {
        running.delete(child);
        resolve({ code, stdout, stderr });
      });
    });
  }

  const flags = () => ["--cloud", "emulator", "--cluster", azure.emulator.clusterId];
  const oneLine = (text: string) => text.trim().split("\n");

  test("signed in: a cluster by its ID, and one of the list", async () => {
    const byId = await start(flags());
    expect(byId).toMatchObject({
      code: 0,
      stderr: "",
      stdout: expect.stringContaining("Local portal (emulator)") as string,
    });
    const picked = await start(["--cloud", "emulator", "--pick"], azure.env, "1\n");
    expect(picked.stderr).toBe("");
    expect(picked.stdout).toContain("contoso-prod-aks");
    expect(picked.stdout).toContain("Local portal (emulator)");
  });

  test("signed out", async () => {
    await azure.json("logout");
    const { code, stderr } = await start(flags());
    expect(code).toBe(2);
    expect(oneLine(stderr)).toEqual(["You're not signed in. Run `az login`, then run this again."]);
  });

  test("expired", async () => {
    azure.behavior.lifetimeSeconds = 60;
    await azure.login();
    azure.behavior.refusal = "AADSTS700082: The refresh token has expired due to inactivity.";
    const { code, stderr } = await start(flags());
    expect(code).toBe(2);
    expect(oneLine(stderr)).toEqual([
      expect.stringMatching(/^Your sign-in has expired\. Run `az login --tenant .*AADSTS700082/),
    ]);
  });

  test("another tenant", async () => {
    const other = "11111111-2222-4333-8444-555555555555";
    const { code, stderr } = await start([...flags(), "--tenant", other]);
    expect(code).toBe(2);
    expect(oneLine(stderr)).toEqual([expect.stringContaining(other)]);
  });

  test("no az, and no cloud of that name", async () => {
    const empty = path.join(azure.folder, "empty");
    mkdirSync(empty, { recursive: true });
    const withoutAz = await start(flags(), { ...azure.env, PATH: empty });
    expect([withoutAz.code, oneLine(withoutAz.stderr)]).toEqual([
      2,
      [expect.stringMatching(/^The cloud 'emulator' .* the Azure CLI, .*isn't on the PATH/)],
    ]);
    const unknown = await start(["--cloud", "mars", "--pick"]);
    expect([unknown.code, oneLine(unknown.stderr)]).toEqual([
      2,
      [expect.stringMatching(/^Unknown cloud 'mars'/)],
    ]);
  });

  test("a public cloud without az", async () => {
    const empty = path.join(azure.folder, "empty");
    mkdirSync(empty, { recursive: true });
    const { code, stderr } = await start(["--pick"], { ...azure.env, PATH: empty });
    expect(code).toBe(2);
    expect(oneLine(stderr)).toEqual([
      expect.stringMatching(/^You're not signed in, and the Azure CLI isn't on the PATH/),
    ]);
  });
});

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { PassThrough } from "node:stream";
import { localPortalOutput } from "../../../Extension/build/outputs";
import { CommandLineError } from "../../../Extension/CommandLine/commandLine";
import { createCredential } from "../../../Extension/LocalPortal/AzureMode/credential";
import { runAzureMode } from "../../../Extension/LocalPortal/AzureMode/runAzureMode";
import { copyOfTree, type CopyOfTree } from "../../Support/copyOfTree";
import { setEnvironment, type RemoteAzure } from "../../Support/remoteAzure";
import { startSignedIn, type SignedIn } from "../../Support/signedIn";
import { azSays, type StandInAz } from "../../Support/standInAz";
import { resetIssuer } from "../../Support/tokenIssuer";

/** What `npm start -- --cluster ID` and `--pick` do first, on a laptop with a stand-in `az`. */
let azure: RemoteAzure;
let az: StandInAz;
let signedIn: SignedIn;
let tree: CopyOfTree;
beforeAll(async () => {
  tree = copyOfTree(); // While git is on the PATH.
  signedIn = await startSignedIn();
  ({ azure, az } = signedIn);
});
afterEach(() => {
  az.says(undefined);
  az.hangs(false);
  resetIssuer(azure.issuer);
});
afterAll(async () => {
  tree.remove();
  await signedIn.close();
});

/** What was done, in its order, and what it ended with. */
async function start(place: RemoteAzure["place"] | undefined, access = azure.access) {
  const done: string[] = [];
  const before = az.calls().length;
  const ended = await runAzureMode({
    flags: { place, cloud: azure.access.cloud, tenantId: undefined, isReadOnly: true },
    port: 0,
    opens: false,
    terminal: { input: new PassThrough().end("1\n"), output: new PassThrough() },
    tell: (line) => done.push(line),
    views: {
      folder() {
        done.push(`built after ${az.calls().length > before ? "az" : "nothing"}`);
        return Promise.resolve(localPortalOutput);
      },
    },
    access,
  }).catch((error: unknown) => error);
  return { ended, done };
}

const byCluster = () => azure.place;
const byPick = () => undefined;

test.each([
  ["--cluster", byCluster],
  ["--pick", byPick],
])("%s: who is signed in waits for the build after the sign-in", async (_, place) => {
  // The account's own tenant is the cluster's.
  azure.issuer.behavior.tenantId = azure.emulator.world.tenantId;
  const { ended, done } = await start(place());
  expect(ended).not.toBeInstanceOf(Error);
  expect(done).toEqual(["built after az"]);
  await (ended as { close(): Promise<void> }).close();
});

test.each([
  ["--cluster", byCluster],
  ["--pick", byPick],
])("%s: who is signed out is told before anything is built", async (_, place) => {
  az.says(azSays.signedOut);
  const { ended, done } = await start(place());
  expect(ended).toEqual(new CommandLineError("You're not signed in. Run `az login`, then run this again."));
  expect(done).toEqual([]);
});

test("a build that fails ends it, and nothing is served", async () => {
  const { access, place } = azure;
  const starting = runAzureMode({
    flags: { place, cloud: access.cloud, tenantId: undefined, isReadOnly: true },
    ...{ port: 0, opens: false, tell: () => undefined, access },
    terminal: { input: new PassThrough(), output: new PassThrough() },
    views: { folder: () => Promise.reject(new Error("Module not found")) },
  });
  await expect(starting).rejects.toThrow("Module not found");
});

describe("a tool that hangs", () => {
  const limit = 300;
  const limited = () => {
    const { access } = azure;
    return {
      ...access,
      credential: (tenantId: string | undefined) =>
        createCredential(access.cloud, tenantId, access.tls, limit),
    };
  };

  test.each([
    ["--cluster", byCluster],
    ["--pick", byPick],
  ])("%s: it ends within the limit, in one line that says what to run", async (_, place) => {
    az.hangs(true);
    const { ended, done } = await start(place(), limited());
    expect(ended).toEqual(
      new CommandLineError(
        "The Azure CLI didn't answer within 0.3 s. Run `az account get-access-token` to see why, then run this again.",
      ),
    );
    expect(done).toEqual([]);
  });

  test("that AZURE_TOKEN_CREDENTIALS names is named as well", async () => {
    az.hangs(true);
    const back = setEnvironment({ AZURE_TOKEN_CREDENTIALS: "azureclicredential" });
    const { ended } = await start(azure.place, limited());
    back();
    expect(ended).toBeInstanceOf(CommandLineError);
    expect((ended as Error).message).toMatch(/^The Azure CLI didn't answer within 0\.3 s\./);
  });

  test("isn't what is said of one that fails at once", async () => {
    az.says(azSays.broken);
    const { access } = azure;
    const { ended } = await start(azure.place, {
      ...access,
      credential: (tenantId) => createCredential(access.cloud, tenantId, access.tls, 290_000),
    });
    expect((ended as Error).message).toMatch(/^Azure didn't sign you in: Traceback/);
  });
});

describe("npm start itself", () => {
  test.each([["--pick"], ["--cluster"]])(
    "%s: signed out is one line, and no build was begun",
    async (flag) => {
      az.says(azSays.signedOut);
      // With the tenant, no one but the CLI is asked.
      const args = [
        flag,
        ...(flag === "--cluster" ? [azure.place.clusterId] : []),
        "--tenant",
        "contoso.com",
      ];
      const { code, stdout, stderr } = await run(tree.folder, args);
      expect({ code, stdout, stderr }).toEqual({
        code: 2,
        stdout: "",
        stderr: "You're not signed in. Run `az login`, then run this again.\n",
      });
      expect(existsSync(path.join(tree.folder, "dist"))).toBe(false);
    },
  );
});

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(cwd: string, args: readonly string[]): Promise<Ended> {
  const program = spawn(
    process.execPath,
    ["--import", "tsx", "Extension/Program/main.ts", "start", "--no-open", "--port", "0", ...args],
    { cwd, env: { ...process.env, CI: "true" }, stdio: ["ignore", "pipe", "pipe"] },
  );
  let stdout = "";
  let stderr = "";
  program.stdout.on("data", (data) => (stdout += String(data)));
  program.stderr.on("data", (data) => (stderr += String(data)));
  return new Promise((resolve) => program.on("close", (code) => resolve({ code, stdout, stderr })));
}

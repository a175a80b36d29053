import { spawn } from "node:child_process";
import { createServer } from "node:net";
import path from "node:path";

/** `npm start` and `npm run arm` as programs. */
const root = path.resolve(__dirname, "../../..");

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program; `onOutput` may signal it. */
function run(
  args: readonly string[],
  onOutput: (stdout: string, stop: (signal: NodeJS.Signals) => void) => void = () => undefined,
): Promise<Ended> {
  return new Promise((resolve) => {
    const program = spawn(process.execPath, ["--import", "tsx", ...args], {
      cwd: root,
      env: { ...process.env, CI: "true" },
    });
    let stdout = "";
    let stderr = "";
    program.stdout.on("data", (data) => {
      stdout += String(data);
      onOutput(stdout, (signal) => program.kill(signal));
    });
    program.stderr.on("data", (data) => {
      stderr += String(data);
    });
    program.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

const main = "Extension/Program/main.ts";

// Each run loads all sources anew, which takes seconds. What else the commands refuse is asked of the packaged program.
test.each([
  ["npm run arm", "SIGINT", ["arm"]],
  ["npm start", "SIGTERM", ["start", "--no-open"]],
] as const)("%s prints one line with its address, and stops on %s", async (_, signal, command) => {
  const { code, stdout, stderr } = await run([main, ...command, "--port", "0"], (output, stop) => {
    if (output.includes("\n")) {
      stop(signal);
    }
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout.trim().split("\n")).toEqual([expect.stringMatching(/http:\/\/127\.0\.0\.1:\d+/)]);
});

test("a taken port is one clear line and exit code 2", async () => {
  const squatter = createServer();
  const port = await new Promise<number>((resolve) =>
    squatter.listen(0, "127.0.0.1", () => resolve((squatter.address() as { port: number }).port)),
  );
  const { code, stderr } = await run([main, "arm", "--port", String(port)]);
  squatter.close();
  expect(code).toBe(2);
  expect(stderr.trim()).toBe(`Port ${port} is taken. Choose another one with --port.`);
});

test("what npm start cannot use is one clear line and exit code 2, before anything is built", async () => {
  const { code, stdout, stderr } = await run([main, "start", "--no-open", "--cluster", "contoso-prod-aks"]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr.trim().split("\n")).toEqual([
    expect.stringMatching(/'contoso-prod-aks' isn't the ID of an AKS cluster/),
  ]);
});

test("npm run sideload without a build is one clear line and exit code 2", async () => {
  const folder = path.join(root, "Tests/Contract/nothing-here");
  const { code, stdout, stderr } = await run(["Extension/LocalPortal/Sideload/main.ts", "--folder", folder]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr.trim()).toBe(`${folder} has no portal build. Run: npm run build:portal`);
});

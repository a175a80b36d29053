import { operations } from "../../../Extension/ArmEmulator/operations";
import {
  findCluster,
  clusterPath,
} from "../../../Extension/ArmEmulator/Operations/ContainerService/clusters";
import { scenarios } from "../../../Extension/ArmEmulator/Scenarios/scenarios";
import {
  armAudience,
  createAuthenticate,
  createToken,
} from "../../../Extension/ArmEmulator/Server/accessToken";
import { serveArm } from "../../../Extension/ArmEmulator/Server/httpServer";
import type { Operation, Role } from "../../../Extension/ArmEmulator/Server/operation";
import { createFaults } from "../../../Extension/ArmEmulator/Server/faults";
import { createPipeline } from "../../../Extension/ArmEmulator/Server/pipeline";
import { generateWorld } from "../../../Extension/ArmEmulator/World/generateWorld";

/** The recipe "An emulator operation" of CONTRIBUTING.md: one that the emulator doesn't have is described, listed, and called. */
const runCommand: Operation = {
  method: "POST",
  path: `${clusterPath}/runCommand`,
  apiVersions: ["2026-01-01"],
  action: "Microsoft.ContainerService/managedClusters/runcommand/action",
  handle: (context) => ({
    status: 200,
    body: {
      properties: {
        exitCode: 0,
        logs: `${findCluster(context).name}: ${JSON.stringify(context.request.body)}`,
      },
    },
  }),
};

const now = () => new Date("2026-11-24T12:00:00Z");
const world = generateWorld({ ...scenarios.busy.plan, seed: 1, now: now() });
const scope = `/subscriptions/${world.subscriptionId}`;
const unknown: string[] = [];

let server: Awaited<ReturnType<typeof serveArm>> | undefined;
afterEach(async () => {
  await server?.close();
  unknown.length = 0;
});

/** What the emulator with these operations answers, from its path on below the main cluster. */
async function call(path: string, all: readonly Operation[], roles: readonly Role[]) {
  server = await serveArm({
    port: 0,
    now,
    tls: undefined,
    onRequest: () => () => undefined,
    answer: createPipeline({
      authenticate: createAuthenticate(undefined),
      world,
      roles,
      faults: createFaults([]),
      operations: all,
      now,
      onUnknown: (line) => unknown.push(line),
    }),
  });
  const { engineer } = world;
  const token = createToken({
    aud: armAudience,
    oid: engineer.objectId,
    name: engineer.email,
    exp: 4_000_000_000,
  });
  const response = await fetch(`${server.url}${world.mainClusterId}${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ command: "kubectl get pods" }),
  });
  const body = (await response.json()) as { readonly error?: { readonly code: string } };
  return { status: response.status, code: body.error?.code, body };
}

const may = (...actions: readonly string[]): readonly Role[] => [{ scope, actions, notActions: [] }];
const path = "/runCommand?api-version=2026-01-01";

test("it answers, in any letter case, beside those that there are", async () => {
  const answer = await call(path.replace("runCommand", "RUNCOMMAND"), [...operations, runCommand], may("*"));
  expect(answer).toMatchObject({ status: 200, body: { properties: { exitCode: 0 } } });
  expect(JSON.stringify(answer.body)).toContain("contoso-prod-aks: ");
});

test.each<[string, string, readonly Operation[], readonly Role[], number, string]>([
  ["an operation that isn't listed", path, operations, may("*"), 404, "InvalidResourceType"],
  [
    "another api-version",
    path.replace("2026-01", "2020-01"),
    [runCommand],
    may("*"),
    400,
    "NoRegisteredProviderFound",
  ],
  ["a call without the action", path, [runCommand], may("*/read"), 403, "AuthorizationFailed"],
])("%s is refused as ARM does", async (_, target, all, roles, status, code) => {
  const answer = await call(target, all, roles);
  expect([answer.status, answer.code]).toEqual([status, code]);
  expect(unknown.length).toBe(status === 404 ? 1 : 0);
});

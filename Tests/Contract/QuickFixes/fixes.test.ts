import { FixChangedError } from "../../../Client/QuickFixes/fixChanged";
import type { QuickFixName } from "../../../Client/QuickFixes/quickFixKeys";
import type { FixInputs } from "../../../Client/QuickFixes/quickFix";
import { quickFixes } from "../../../Client/QuickFixes/quickFixes";
import type { FixProgress, QuickFixService } from "../../../Client/QuickFixes/quickFixService";
import type { ScenarioName } from "../../../Extension/ArmEmulator/Scenarios/scenarioNames";
import type { Cluster, Json, World } from "../../../Extension/ArmEmulator/World/world";
import { failureOfCall, withOneClock, type SentCall } from "../../Support/withServices";

const quiet = () => undefined;
const ranges = { ranges: ["20.50.2.0/24"], callerIp: undefined };

function mainOf({ clusters: [main] }: World): Cluster {
  if (!main) {
    throw new Error("The world has no cluster.");
  }
  return main;
}

/** A cluster that none of the four recommendations is content with. */
function unprotect(world: World): void {
  Object.assign(mainOf(world).state, { sensor: false, policyAddOn: false });
}

/** Reads, plans and carries out, as a panel does. */
async function applyFix<N extends QuickFixName>(
  fixes: QuickFixService,
  fix: N,
  input: FixInputs[N],
  onProgress: (progress: FixProgress) => void = quiet,
): Promise<void> {
  await fixes.apply(fix, input, { seen: await fixes.readLive(fix), onProgress });
}

const inputsIn = ({ workspaces: [workspace] }: World): FixInputs => ({
  policyAddOn: {},
  defenderProfile: { workspace: { id: workspace?.id ?? "" } },
  authorizedIpRanges: ranges,
  diagnosticLogs: { workspaceId: workspace?.id ?? "", categories: ["kube-audit-admin", "guard"] },
});

const putsIn = (calls: readonly SentCall[]) =>
  calls.filter(({ method }) => method === "PUT").map(({ commandName }) => commandName);

const all = Object.keys(quickFixes) as readonly QuickFixName[];

describe.each(all)("%s", (fix) => {
  test("is carried out, and whatever else the cluster says stays", async () => {
    await withOneClock({}, async ({ services: { quickFixes: fixes }, emulator: { world } }) => {
      unprotect(world);
      const { state } = mainOf(world);
      const future = { future: { list: [1, { deep: null }], text: "it's \\ 🐳" } };
      const before = await fixes.readLive(fix);
      // As if an api-version that no one here knows had written it.
      state.written = {
        ...before.body,
        more: future,
        properties: { ...(before.body.properties as Json), ...future },
      };
      const progress: FixProgress[] = [];
      await applyFix(fixes, fix, inputsIn(world)[fix], (one) => progress.push(one));
      const after = await fixes.readLive(fix);
      expect(quickFixes[fix].isFixed(after)).toBe(true);
      expect(after.body).toMatchObject({ more: future, properties: future });
      if (fix !== "diagnosticLogs") {
        expect(after.etag).not.toBe(before.etag);
        expect(progress.at(-1)).toMatchObject({ resource: "cluster", status: "Succeeded", percent: 100 });
        expect(progress.length).toBeGreaterThan(3);
      }
    });
  });

  test("is refused to a reader before anything is sent, naming the action", async () => {
    await withOneClock(
      { scenario: "reader" },
      async ({ services: { quickFixes: fixes }, emulator: { world }, calls }) => {
        unprotect(world);
        const failure = await failureOfCall(applyFix(fixes, fix, inputsIn(world)[fix]));
        const action =
          fix === "diagnosticLogs"
            ? "Microsoft.Insights/diagnosticSettings/write"
            : "Microsoft.ContainerService/managedClusters/write";
        expect(failure).toMatchObject({ kind: "forbidden", missingAction: action });
        expect(putsIn(calls)).toEqual([]);
      },
    );
  });

  test("turns the assessment healthy, the delay after it was done and not before", async () => {
    await withOneClock({ evaluationDelaySeconds: 30 }, async ({ services, emulator: { world }, clock }) => {
      unprotect(world);
      const { id } = mainOf(world);
      const assessmentId = `${id}/providers/Microsoft.Security/assessments/${quickFixes[fix].recommendation}`;
      // The world was generated before it was left without protection.
      Object.assign(mainOf(world).state, {
        changes: [
          { at: new Date(clock.now() - 60_000), passes: { [quickFixes[fix].recommendation]: false } },
        ],
      });
      const isReported = async () =>
        (await services.misconfigurations.listPage(undefined)).items.some(
          (item) => item.id.toLowerCase() === assessmentId.toLowerCase(),
        );
      expect(await isReported()).toBe(true);
      await applyFix(services.quickFixes, fix, inputsIn(world)[fix]);
      expect(await isReported()).toBe(true);
      await clock.sleep(20_000, undefined);
      expect(await isReported()).toBe(true);
      await clock.sleep(12_000, undefined);
      expect(await isReported()).toBe(false);
    });
  });
});

test("busy: the two recommendations that a quick fix remediates are the two that the cluster really fails", async () => {
  await withOneClock({}, async ({ services }) => {
    const reported = (await services.misconfigurations.listPage(undefined)).items.map(({ key }) => key);
    for (const fix of all) {
      const live = await services.quickFixes.readLive(fix);
      expect([fix, quickFixes[fix].isFixed(live)]).toEqual([
        fix,
        !reported.includes(quickFixes[fix].recommendation),
      ]);
    }
    expect(reported).toHaveLength(15);
  });
});

test("compliance follows: an issue that rests on a remediated recommendation goes", async () => {
  await withOneClock({}, async ({ services, emulator: { world }, clock }) => {
    const { recommendation } = quickFixes.authorizedIpRanges;
    const issues = async () =>
      (await services.compliance.listPage(undefined)).items.filter(({ assessmentId }) =>
        assessmentId.endsWith(recommendation),
      ).length;
    expect(await issues()).toBeGreaterThan(0);
    await applyFix(services.quickFixes, "authorizedIpRanges", inputsIn(world).authorizedIpRanges);
    await clock.sleep(60_000, undefined);
    expect(await issues()).toBe(0);
  });
});

describe("the default workspace", () => {
  test("is made with its group where there is none, then the profile names it", async () => {
    await withOneClock({}, async ({ services: { quickFixes: fixes }, emulator: { world }, calls }) => {
      unprotect(world);
      const [old] = world.workspaces.splice(0);
      const progress: FixProgress[] = [];
      await applyFix(fixes, "defenderProfile", { workspace: "default" }, (one) => progress.push(one));
      const live = await fixes.readLive("defenderProfile");
      expect(live.workspaces).toEqual([
        { id: old?.id, name: old?.name, resourceGroup: old?.resourceGroup, location: "westeurope" },
      ]);
      expect(live.body.properties).toHaveProperty(
        "securityProfile.defender.logAnalyticsWorkspaceResourceId",
        old?.id,
      );
      expect(world.workspaces[0]?.sku).toBe("pernode");
      const steps = [...new Set(progress.map(({ resource }) => resource))];
      expect(steps).toEqual(["resourceGroup", "workspace", "cluster"]);
      expect(progress.filter(({ status }) => status === "Creating").length).toBeGreaterThan(0);
      expect(putsIn(calls)).toEqual([
        "Dashboard/FixResourceGroup",
        "Dashboard/FixWorkspace",
        "Dashboard/FixCluster",
      ]);
    });
  });

  test("a group that is there is not written again, which would take its tags", async () => {
    await withOneClock({}, async ({ services: { quickFixes: fixes }, emulator: { world }, calls }) => {
      unprotect(world);
      const [old] = world.workspaces.splice(0);
      if (!old) {
        throw new Error("The world has no workspace.");
      }
      world.workspaces.push({ ...old, id: old.id.replace(/[^/]+$/, "other"), name: "other" });
      await applyFix(fixes, "defenderProfile", { workspace: "default" });
      expect(putsIn(calls)).toEqual(["Dashboard/FixWorkspace", "Dashboard/FixCluster"]);
    });
  });

  test("a workspace that was made since is not written again", async () => {
    await withOneClock({}, async ({ services: { quickFixes: fixes }, emulator: { world }, calls }) => {
      unprotect(world);
      const seen = { ...(await fixes.readLive("defenderProfile")), workspaces: [] };
      const input = { workspace: "default" } as const;
      // Someone has made it meanwhile: the plan is another one.
      await expect(fixes.apply("defenderProfile", input, { seen, onProgress: quiet })).rejects.toBeInstanceOf(
        FixChangedError,
      );
      await applyFix(fixes, "defenderProfile", input);
      expect(putsIn(calls)).toEqual(["Dashboard/FixCluster"]);
    });
  });
});

describe("what changed meanwhile", () => {
  test("of what the fix changes: nothing is sent, and it is told", async () => {
    await withOneClock({}, async ({ services: { quickFixes: fixes }, emulator: { world }, calls }) => {
      const seen = await fixes.readLive("authorizedIpRanges");
      await applyFix(fixes, "authorizedIpRanges", { ...ranges, ranges: ["52.0.0.1"] });
      calls.length = 0;
      const error: unknown = await fixes
        .apply("authorizedIpRanges", inputsIn(world).authorizedIpRanges, { seen, onProgress: quiet })
        .catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(FixChangedError);
      const { changed, failure, live } = error as FixChangedError;
      expect(failure).toMatchObject({ kind: "conflict", code: "ClusterChanged" });
      expect(changed).toEqual([
        {
          path: "properties.apiServerAccessProfile",
          before: undefined,
          after: { authorizedIPRanges: ["52.0.0.1/32"] },
        },
      ]);
      expect(live.etag).not.toBe(seen.etag);
      expect(putsIn(calls)).toEqual([]);
    });
  });

  test("of anything else: the fix is carried out on what is there now", async () => {
    await withOneClock({}, async ({ services: { quickFixes: fixes }, emulator: { world } }) => {
      const seen = await fixes.readLive("authorizedIpRanges");
      Object.assign(mainOf(world).state, { etag: "another", tags: { by: "somebody" } });
      await fixes.apply("authorizedIpRanges", ranges, { seen, onProgress: quiet });
      expect((await fixes.readLive("authorizedIpRanges")).body.tags).toEqual({ by: "somebody" });
    });
  });

  test("a cluster of which ARM gave no eTag is not written, and why is said", async () => {
    await withOneClock({}, async ({ services: { quickFixes: fixes }, emulator: { world }, calls }) => {
      Object.defineProperty(mainOf(world).state, "etag", { get: () => undefined });
      const seen = await fixes.readLive("authorizedIpRanges");
      const failure = await failureOfCall(
        fixes.apply("authorizedIpRanges", ranges, { seen, onProgress: quiet }),
      );
      expect(failure).toMatchObject({ kind: "conflict", code: "NoETag" });
      expect(failure.message).toMatch(/didn't report which version of the cluster was read/);
      expect(putsIn(calls)).toEqual([]);
    });
  });

  test("between reading and writing: the service's 412 ends as the same conflict", async () => {
    await withOneClock({}, async ({ services: { quickFixes: fixes }, emulator: { world }, calls }) => {
      const { state } = mainOf(world);
      const seen = await fixes.readLive("authorizedIpRanges");
      // As long as the read says one thing and the write another, someone is always faster.
      const etags = ["first", "second"];
      Object.defineProperty(state, "etag", { get: () => etags.shift() ?? "third" });
      let reads = 0;
      Object.defineProperty(state, "tags", { get: () => ({ by: `colleague ${(reads += 1)}` }) });
      const error: unknown = await fixes
        .apply("authorizedIpRanges", ranges, { seen, onProgress: quiet })
        .catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(FixChangedError);
      expect((error as FixChangedError).changed.map(({ path }) => path)).toContain("tags.by");
      expect(putsIn(calls)).toHaveLength(1);
    });
  });
});

test("cluster-busy: another operation is a conflict with its code; after waiting the fix goes through", async () => {
  await withOneClock({ scenario: "cluster-busy" }, async ({ services: { quickFixes: fixes }, clock }) => {
    const seen = await fixes.readLive("authorizedIpRanges");
    const options = { seen, onProgress: quiet };
    expect(await failureOfCall(fixes.apply("authorizedIpRanges", ranges, options))).toMatchObject({
      kind: "conflict",
      code: "OperationNotAllowed",
    });
    const states: string[] = [];
    const began = clock.now();
    await fixes.waitUntilIdle({ onProgress: ({ status }) => states.push(status) });
    expect([...new Set(states)]).toEqual(["Updating", "Succeeded"]);
    expect(clock.now() - began).toBeGreaterThanOrEqual(20_000);
    await fixes.apply("authorizedIpRanges", ranges, options);
    expect(quickFixes.authorizedIpRanges.isFixed(await fixes.readLive("authorizedIpRanges"))).toBe(true);
  });
});

test("fix-fails: the operation's own error is what is told, nothing is changed, and waiting ends", async () => {
  await withOneClock({ scenario: "fix-fails" }, async ({ services: { quickFixes: fixes } }) => {
    const failure = await failureOfCall(applyFix(fixes, "authorizedIpRanges", ranges));
    expect(failure).toMatchObject({
      kind: "unexpected",
      code: "ReconcileVMSSAgentPoolFailed",
      message: expect.stringContaining("could not be reconciled") as string,
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
    const live = await fixes.readLive("authorizedIpRanges");
    expect(live.body.properties).toMatchObject({ provisioningState: "Failed" });
    expect(quickFixes.authorizedIpRanges.isFixed(live)).toBe(false);
    await fixes.waitUntilIdle({ onProgress: quiet });
  });
});

describe("following", () => {
  test("goes on after the panel was closed, by the link alone", async () => {
    await withOneClock({}, async ({ services: { quickFixes: fixes }, clock }) => {
      const closing = new AbortController();
      const seen = await fixes.readLive("authorizedIpRanges");
      let url = "";
      const call = fixes.apply("authorizedIpRanges", ranges, {
        seen,
        signal: closing.signal,
        onProgress: ({ operationUrl = "", percent }) => {
          url = operationUrl;
          if (percent !== undefined) {
            closing.abort();
          }
        },
      });
      await expect(call).rejects.toMatchObject({ name: "AbortError" });
      await clock.sleep(4_000, undefined);
      const progress: (readonly [string, number | undefined, number])[] = [];
      await fixes.follow(url, {
        onProgress: ({ status, percent, elapsedSeconds }) => progress.push([status, percent, elapsedSeconds]),
      });
      expect(progress[0]).toEqual(["InProgress", 50, 4]);
      expect(progress.at(-1)).toEqual(["Succeeded", 100, 8]);
      expect(quickFixes.authorizedIpRanges.isFixed(await fixes.readLive("authorizedIpRanges"))).toBe(true);
    });
  });

  test.each([
    "https://evil.example/subscriptions/11111111-1111-4111-8111-111111111111/operations/1",
    "https://management.azure.com.evil.example/",
    "https://management.azure.com@evil.example/",
  ])("never leaves ARM: %s", async (url) => {
    await withOneClock({}, async ({ services: { quickFixes: fixes }, calls }) => {
      expect(await failureOfCall(fixes.follow(url, { onProgress: quiet }))).toMatchObject({
        code: "ForeignLink",
      });
      expect(calls).toEqual([]);
    });
  });

  test.each([
    "",
    "x",
    "javascript:alert(1)",
    "http://management.azure.com/subscriptions/11111111-1111-4111-8111-111111111111",
  ])("a link that is none is a failure: %j", async (url) => {
    await withOneClock({}, async ({ services: { quickFixes: fixes }, calls }) => {
      expect(await failureOfCall(fixes.follow(url, { onProgress: quiet }))).toHaveProperty("kind");
      expect(calls).toEqual([]);
    });
  });

  test("an operation that ARM has forgotten is not found", async () => {
    await withOneClock({}, async ({ services: { quickFixes: fixes }, emulator: { world } }) => {
      const url = `https://management.azure.com/subscriptions/${world.subscriptionId}/providers/Microsoft.ContainerService/locations/westeurope/operations/0?api-version=2026-01-01`;
      expect(await failureOfCall(fixes.follow(url, { onProgress: quiet }))).toMatchObject({
        kind: "notFound",
      });
    });
  });
});

test("cluster-stopped: a fix of the cluster says so before anything is sent; the logs of Azure Monitor are none", async () => {
  await withOneClock(
    { scenario: "cluster-stopped" },
    async ({ services: { quickFixes: fixes }, emulator, calls }) => {
      expect(await failureOfCall(applyFix(fixes, "authorizedIpRanges", ranges))).toMatchObject({
        kind: "invalid",
        code: "clusterStopped",
      });
      expect(putsIn(calls)).toEqual([]);
      await applyFix(fixes, "diagnosticLogs", inputsIn(emulator.world).diagnosticLogs);
      expect(putsIn(calls)).toEqual(["Dashboard/FixDiagnosticSetting"]);
    },
  );
});

test("log groups that are off do not make Azure Monitor refuse single logs", async () => {
  await withOneClock({}, async ({ services: { quickFixes: fixes }, emulator: { world } }) => {
    const input = inputsIn(world).diagnosticLogs;
    const logs = ["allLogs", "audit"].map((categoryGroup) => ({ categoryGroup, enabled: false }));
    mainOf(world).state.writtenSettings = {
      "control-plane-logs": {
        name: "control-plane-logs",
        properties: { workspaceId: input.workspaceId, logs },
      },
    };
    await applyFix(fixes, "diagnosticLogs", input);
    expect(quickFixes.diagnosticLogs.isFixed(await fixes.readLive("diagnosticLogs"))).toBe(true);
  });
});

test("an input that is refused sends nothing", async () => {
  await withOneClock(
    { scenario: "basic-load-balancer" },
    async ({ services: { quickFixes: fixes }, calls }) => {
      expect(await failureOfCall(applyFix(fixes, "authorizedIpRanges", ranges))).toMatchObject({
        kind: "invalid",
        code: "basicLoadBalancer",
      });
      expect(putsIn(calls)).toEqual([]);
    },
  );
});

test("a workspace whose keys may not be used is refused by its own action, before anything is sent", async () => {
  await withOneClock({}, async ({ services: { quickFixes: fixes }, emulator: { world }, calls }) => {
    const input = inputsIn(world).diagnosticLogs;
    const elsewhere = input.workspaceId.replace(world.subscriptionId, "11111111-1111-1111-1111-111111111111");
    const failure = await failureOfCall(
      applyFix(fixes, "diagnosticLogs", { ...input, workspaceId: elsewhere }),
    );
    expect(failure).toMatchObject({
      kind: "forbidden",
      missingAction: "Microsoft.OperationalInsights/workspaces/sharedKeys/action",
    });
    expect(putsIn(calls)).toEqual([]);
  });
});

test.each<readonly [ScenarioName, QuickFixName, string]>([
  ["no-access", "policyAddOn", "Microsoft.ContainerService/managedClusters/read"],
  ["cluster-only", "diagnosticLogs", "Microsoft.Insights/diagnosticSettings/read"],
])("%s: what cannot be read is a failure, not an empty cluster (%s)", async (scenario, fix, action) => {
  await withOneClock({ scenario }, async ({ services: { quickFixes: fixes } }) => {
    expect(await failureOfCall(fixes.readLive(fix))).toMatchObject({
      kind: "forbidden",
      missingAction: action,
    });
  });
});

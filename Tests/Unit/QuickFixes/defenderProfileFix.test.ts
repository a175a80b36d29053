import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { defaultWorkspaceOf, defaultWorkspaceWrites } from "../../../Client/QuickFixes/defaultWorkspace";
import { defenderProfileFix } from "../../../Client/QuickFixes/defenderProfileFix";
import { aCluster } from "../../Support/aCluster";
import { aClusterBody, aLiveCluster } from "../../Support/aLiveCluster";
import {
  aWorkspace,
  bodyOf,
  linesOf,
  liveWith,
  ready,
  refusalOf,
  warningsOf,
  workspaceId,
} from "./planSupport";

const { subscriptionId, subscriptionScope, id: clusterId } = aCluster();
const existing = { workspace: { id: workspaceId } };
const group = `${subscriptionScope}/resourceGroups/DefaultResourceGroup-WEU`;
const made = `${group}/providers/Microsoft.OperationalInsights/workspaces/DefaultWorkspace-${subscriptionId}-WEU`;

test("with a workspace that is there: one write, which names it", () => {
  const live = aLiveCluster({ workspaces: [aWorkspace()] });
  const plan = ready(defenderProfileFix.plan(live, existing));
  expect(linesOf(plan)).toEqual([
    `properties.securityProfile: - -> {"defender":{"logAnalyticsWorkspaceResourceId":"${workspaceId}","securityMonitoring":{"enabled":true}}}`,
  ]);
  expect(plan.writes).toHaveLength(1);
  expect(warningsOf(plan)).toEqual([]);
  expect(plan.rights.map(({ action }) => action)).toEqual([
    "Microsoft.ContainerService/managedClusters/write",
  ]);
  expect(defenderProfileFix.isFixed(live)).toBe(false);
  expect(defenderProfileFix.isFixed({ ...live, body: bodyOf(plan) })).toBe(true);
});

test("what else is in the profile stays", () => {
  const securityProfile = {
    imageCleaner: { enabled: true },
    defender: { securityGating: { enabled: true }, securityMonitoring: { enabled: false, level: 2 } },
  };
  const plan = ready(defenderProfileFix.plan(liveWith({ securityProfile }), existing));
  expect(bodyOf(plan).properties).toMatchObject({
    securityProfile: {
      imageCleaner: { enabled: true },
      defender: {
        securityGating: { enabled: true },
        securityMonitoring: { enabled: true, level: 2 },
        logAnalyticsWorkspaceResourceId: workspaceId,
      },
    },
  });
});

test("a workspace elsewhere, one that is not listed and one that replaces another are worth a warning", () => {
  const profile = { defender: { logAnalyticsWorkspaceResourceId: "/old" } };
  const live = { ...liveWith({ securityProfile: profile }), workspaces: [aWorkspace("North Europe")] };
  expect(warningsOf(ready(defenderProfileFix.plan(live, existing)))).toEqual([
    "replacesWorkspace /old",
    "otherRegion North Europe westeurope",
  ]);
  expect(warningsOf(ready(defenderProfileFix.plan(aLiveCluster(), existing)))).toEqual(["unlistedWorkspace"]);
  const spelled = aLiveCluster({ workspaces: [aWorkspace("West Europe", workspaceId.toUpperCase())] });
  expect(warningsOf(ready(defenderProfileFix.plan(spelled, existing)))).toEqual([]);
});

test("the default workspace is made first, in its group, and never over one that is there", () => {
  const plan = ready(defenderProfileFix.plan(aLiveCluster(), { workspace: "default" }));
  expect(plan.writes.map(({ resource, path: at, onlyIfMissing }) => [resource, at, onlyIfMissing])).toEqual([
    ["resourceGroup", group, true],
    ["workspace", made, true],
    ["cluster", clusterId, false],
  ]);
  expect(plan.changes.map(({ resource }) => resource)).toEqual(["resourceGroup", "workspace", "cluster"]);
  expect(plan.rights).toEqual([
    { action: "Microsoft.Resources/subscriptions/resourceGroups/write", scope: subscriptionScope },
    { action: "Microsoft.OperationalInsights/workspaces/write", scope: subscriptionScope },
    { action: "Microsoft.ContainerService/managedClusters/write", scope: clusterId },
  ]);
  const listed = aLiveCluster({ workspaces: [aWorkspace("westeurope", made.toLowerCase())] });
  const lighter = ready(defenderProfileFix.plan(listed, { workspace: "default" }));
  expect([lighter.writes.length, lighter.rights.length]).toEqual([1, 1]);
});

test.each([
  ["alreadyFixed", { securityProfile: { defender: { securityMonitoring: { enabled: true } } } }, existing],
  ["notAWorkspace x", {}, { workspace: { id: "x" } }],
  [`notAWorkspace ${clusterId}`, {}, { workspace: { id: clusterId } }],
] as const)("refused: %s", (refusal, properties, input) => {
  expect(refusalOf(defenderProfileFix.plan(liveWith(properties), input))).toBe(refusal);
});

test("a region without a documented name has no default workspace", () => {
  for (const location of ["atlantis", "constructor", "__proto__"]) {
    const live = aLiveCluster({ body: { ...aClusterBody(), location } });
    expect(refusalOf(defenderProfileFix.plan(live, { workspace: "default" }))).toBe(
      `noDefaultWorkspace ${location}`,
    );
  }
});

/** Microsoft's policy, where it is at hand; it is not part of this repository. */
const policy = path.resolve(
  __dirname,
  "../../../../shared/data/azure-policy/ASC_Azure_Defender_AKS_SecurityProfile_DINE.json",
);

if (existsSync(policy)) {
  test("regions, names and properties are those of the policy that does the same", () => {
    const text = readFileSync(policy, "utf8");
    const map = /"locationLongNameToShortMap": (\{[^}]*\})/.exec(text)?.[1] ?? "";
    const codes = JSON.parse(map) as Readonly<Record<string, string>>;
    for (const [location, code] of Object.entries(codes)) {
      const found = defaultWorkspaceOf(aLiveCluster({ body: { ...aClusterBody(), location } }));
      expect(found?.resourceGroupId).toBe(`${subscriptionScope}/resourceGroups/DefaultResourceGroup-${code}`);
      expect(found?.id).toMatch(new RegExp(`/workspaces/DefaultWorkspace-${subscriptionId}-${code}$`));
    }
    expect(Object.keys(codes).length).toBeGreaterThan(50);
    const live = defaultWorkspaceOf(aLiveCluster());
    const [, workspace] = live ? defaultWorkspaceWrites(live) : [];
    const written =
      /"apiVersion": "2021-06-01",\s*"location": [^,]*,\s*"properties": (\{[\s\S]*?\}\s*\})/.exec(text);
    expect(workspace?.body.properties).toEqual(JSON.parse(written?.[1] ?? ""));
  });
} else {
  test("there is no policy here to compare with", () => {
    expect(existsSync(policy)).toBe(false);
  });
}

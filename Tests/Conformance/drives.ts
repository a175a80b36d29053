import { usualDays, type AssignmentChange } from "../../Client/Ownership/assignment";
import { daysAfter } from "../../Client/Core/day";
import type { PlanScope } from "../../Client/Core/defenderPlan";
import { pricingBodyOf } from "../../Client/DefenderPlan/pricingBody";
import { replacedBy } from "../../Client/Policy/policyAssignment";
import { firstDraft, newAssignment } from "../../Client/Policy/policyDraft";
import type { QuickFixName } from "../../Client/QuickFixes/quickFixKeys";
import type { FixInputs } from "../../Client/QuickFixes/quickFix";
import { quickFixNames } from "../../Client/QuickFixes/quickFixKeys";
import type { SuppressionRule } from "../../Client/Suppression/suppressionRule";
import { wantedOf, withPlan } from "../../Client/DefenderPlan/planDraft";
import type { ScenarioName } from "../../Extension/ArmEmulator/Scenarios/scenarioNames";
import { attempt, type Drive, type Setup } from "./traffic";

const planScopes: readonly PlanScope[] = ["cluster", "subscription"];
const statuses = ["Dismissed", "Resolved", "InProgress", "Active"] as const;

/** What is needed to read. */
export type Reading = Pick<Setup, "services" | "cluster">;

/**
 * What a page asks for when it opens, and every detail that can be opened on it. `breadth`: how many times as many rows are opened as usual.
 */
export async function readAll(setup: Reading, breadth = 1): Promise<void> {
  await readAlerts(setup, breadth);
  await readFindings(setup, breadth);
  await readProtection(setup);
}

export async function readAlerts(
  { services: { alerts, suppression, investigation: logs } }: Reading,
  breadth = 1,
): Promise<void> {
  const page = await attempt(() => alerts.listPage(undefined));
  const { next } = page ?? {};
  if (next) {
    await attempt(() => alerts.listPage(next));
  }
  for (const one of page?.items.slice(0, breadth) ?? []) {
    const details = await attempt(() => alerts.get(one.id));
    await attempt(() => suppression.reachable(one.alertType));
    if (details) {
      await attempt(() => alerts.related(details));
    }
  }
  await attempt(() => suppression.list());
  await attempt(() => logs.workspace());
}

async function readFindings({ services, cluster }: Reading, breadth: number): Promise<void> {
  const {
    compliance,
    coverage,
    ownership: governance,
    misconfigurations,
    permissions,
    policy,
    vulnerabilities,
  } = services;
  const listed = await attempt(() => misconfigurations.listPage(undefined));
  for (const { id } of listed?.items.slice(0, 3 * breadth) ?? []) {
    const details = await attempt(() => misconfigurations.get(id));
    const policyId = details?.policyId;
    if (policyId !== undefined) {
      await attempt(() => misconfigurations.affectedComponents(policyId));
      const definition = await attempt(() => policy.definition(policyId));
      if (definition) {
        await attempt(() => policy.assignments(definition));
      }
    }
    await attempt(() => governance.underlyingAssessments([{ kind: "assessment", id }]));
    await attempt(() => governance.get(id));
    await attempt(() => services.proof.check({ kind: "misconfiguration", id }));
  }
  await attempt(() => coverage.lastPolicyReport());
  const components =
    (await attempt(() => vulnerabilities.listPage(undefined)))?.items.slice(0, 2 * breadth) ?? [];
  for (const component of components) {
    await attempt(() => vulnerabilities.get(component));
  }
  await attempt(() => vulnerabilities.cvesOf(components));
  await attempt(() => vulnerabilities.contents());
  for (const issue of (await attempt(() => compliance.listPage(undefined)))?.items.slice(0, 2 * breadth) ??
    []) {
    await attempt(() => compliance.get(issue));
  }
  for (const scope of [cluster.id, cluster.resourceGroupId, cluster.subscriptionScope]) {
    await attempt(() => permissions.at(scope));
  }
}

export async function readProtection({ services }: Reading): Promise<void> {
  const { cluster, coverage, quickFixes: fixes, nodePools, plan, planSettings } = services;
  await attempt(() => cluster.profile());
  const { workspaceId } = (await attempt(() => coverage.clusterParts())) ?? {};
  if (workspaceId !== undefined) {
    await attempt(() => coverage.workspaceAccess(workspaceId));
  }
  await attempt(() => plan.get());
  await attempt(() => plan.hasCspm());
  await attempt(() => planSettings.coverage());
  await attempt(() => nodePools.list());
  for (const scope of planScopes) {
    await attempt(() => planSettings.read(scope));
  }
  for (const fix of quickFixNames) {
    await attempt(() => fixes.readLive(fix));
  }
}

/** Alerts through all of their states, at the resource group and at the subscription; the last of them is read again. */
async function changeAlerts({ services: { alerts }, emulator }: Setup): Promise<void> {
  const { items } = (await attempt(() => alerts.listPage(undefined))) ?? { items: [] };
  const [first] = items;
  const ids = first ? [first.id, first.id.replace(/\/resourceGroups\/[^/]+/i, ""), `${first.id}0`] : [];
  const inTrouble = emulator.scenario === "bulk-troubles" ? items.map(({ id }) => id) : [];
  for (const id of ids) {
    for (const status of statuses) {
      await attempt(() => alerts.changeStatus(id, status));
    }
  }
  for (const id of inTrouble) {
    await attempt(() => alerts.changeStatus(id, "Resolved"));
  }
  await attempt(() => alerts.listPage(undefined));
}

const rule: SuppressionRule = {
  name: "conformance-1",
  alertType: "K8S_NothingLikeThis",
  reason: "FalsePositive",
  comment: 'It\'s "known" \\ 🐳',
  state: "Enabled",
  expires: new Date("2099-12-24T12:00:00.000Z"),
  conditions: [
    { field: "entities.ip.address", operator: "in", values: ["203.0.113.7", "203.0.113.8"] },
    { field: "entities.process.commandline", operator: "contains", values: ["curl"] },
  ],
};

async function changeRules({ services: { suppression } }: Setup): Promise<void> {
  await attempt(() => suppression.create(rule));
  await attempt(() => suppression.create({ ...rule, name: "conformance-2", conditions: [], comment: "" }));
  await attempt(() => suppression.create({ ...rule, name: "x", expires: undefined }));
  const rules = (await attempt(() => suppression.list())) ?? [];
  for (const own of rules.filter(({ name }) => name.startsWith("conformance-"))) {
    await attempt(() => suppression.setState(own, "Disabled"));
    await attempt(() => suppression.remove(own));
    await attempt(() => suppression.remove(own));
  }
}

/** Owners given, changed and taken away; in trouble, given to packages of the worst containers as well. */
async function changeOwners({ services, now }: Setup): Promise<void> {
  const { ownership: governance, misconfigurations, vulnerabilities } = services;
  const change: AssignmentChange = {
    owner: "turing@contoso.com",
    due: { kind: "byLevel", days: usualDays },
    isGracePeriod: true,
    eta: { day: daysAfter(now(), 30), justification: "After the freeze." },
    notifiesOwner: true,
    notifiesManager: false,
    ticket: { number: 4711, link: "https://tracker.contoso.com/4711" },
  };
  const [row] = (await attempt(() => misconfigurations.listPage(undefined)))?.items ?? [];
  const components = (await attempt(() => vulnerabilities.listPage(undefined)))?.items.slice(0, 8) ?? [];
  const underlying = await attempt(() =>
    governance.underlyingAssessments([
      ...(row ? [{ kind: "assessment", id: row.id } as const] : []),
      ...components.map(({ id }) => ({ kind: "resource", id }) as const),
    ]),
  );
  for (const assessment of underlying?.assessments ?? []) {
    await attempt(() => governance.assign(assessment, change, now()));
  }
  const [first] = underlying?.assessments ?? [];
  if (first) {
    await attempt(() => governance.assign(first, { ...change, owner: "hopper@contoso.com" }, now()));
    await attempt(() => governance.get(first.id));
    await attempt(() => governance.pendingChanges());
    await attempt(() => governance.remove(first));
  }
}

/** Both scopes enabled, then off, then the cluster's own setting given up, twice. */
async function changePlans({ services: { planSettings } }: Setup): Promise<void> {
  for (const isOn of [true, false]) {
    for (const scope of planScopes) {
      const settings = await attempt(() => planSettings.read(scope));
      if (settings) {
        await attempt(() =>
          planSettings.save(scope, pricingBodyOf(settings, withPlan(wantedOf(settings), isOn))),
        );
      }
    }
  }
  await attempt(() => planSettings.remove());
  await attempt(() => planSettings.remove());
}

async function upgradePools({ services: { nodePools } }: Setup): Promise<void> {
  const { items } = (await attempt(() => nodePools.list())) ?? { items: [] };
  for (const pool of items) {
    await attempt(() => nodePools.upgradeImage(pool));
  }
  const [first] = items;
  if (first) {
    await attempt(() => nodePools.upgradeImage(first));
    await attempt(() => nodePools.upgradeImage({ ...first, name: "gone" }));
  }
}

async function assignPolicies({ services: { policy, misconfigurations }, cluster }: Setup): Promise<void> {
  const { items } = (await attempt(() => misconfigurations.listPage(undefined))) ?? { items: [] };
  for (const { id } of items) {
    const policyId = (await attempt(() => misconfigurations.get(id)))?.policyId;
    const definition = policyId === undefined ? undefined : await attempt(() => policy.definition(policyId));
    if (definition?.isAboutContainers) {
      const draft = firstDraft(definition);
      const entered = { ...draft.entered, allowedContainerImagesRegex: "^contoso\\.azurecr\\.io/.+$" };
      for (const target of ["cluster", "resourceGroup"] as const) {
        const assignment = newAssignment(cluster, definition, { ...draft, entered, target });
        await attempt(() => policy.assign(assignment, undefined));
        const known = await attempt(() => policy.assignments(definition));
        await attempt(() => policy.assign(assignment, known && replacedBy(known, assignment)));
      }
      await attempt(() => policy.assignments(definition));
    }
  }
  await attempt(() => policy.definition("00000000-0000-0000-0000-000000000000"));
}

/** The four quick fixes on a cluster that needs them all; the sensor once with the default workspace, which is made for it. */
async function applyFixes({ services: { quickFixes: fixes }, emulator: { world } }: Setup): Promise<void> {
  const [main] = world.clusters;
  if (!main) {
    return;
  }
  const quiet = { onProgress: () => undefined };
  const apply = async <N extends QuickFixName>(fix: N, input: FixInputs[N]): Promise<void> => {
    const seen = await attempt(() => fixes.readLive(fix));
    if (seen) {
      await attempt(() => fixes.apply(fix, input, { ...quiet, seen }));
    }
  };
  world.workspaces.splice(0);
  Object.assign(main.state, { sensor: false, policyAddOn: false });
  await apply("policyAddOn", {});
  await apply("defenderProfile", { workspace: "default" });
  Object.assign(main.state, { sensor: false });
  const id = world.workspaces[0]?.id ?? "";
  await apply("defenderProfile", { workspace: { id } });
  await apply("authorizedIpRanges", { ranges: ["20.50.2.0/24"], callerIp: undefined });
  await apply("diagnosticLogs", { workspaceId: id, categories: ["kube-audit-admin", "guard"] });
  await attempt(() => fixes.waitUntilIdle(quiet));
  const gone = `/subscriptions/${world.subscriptionId}/providers/Microsoft.ContainerService/locations/westeurope/operations/0`;
  await attempt(() => fixes.follow(`https://management.azure.com${gone}?api-version=2026-01-01`, quiet));
}

/** What the product never sends: a cluster that was changed since it was read, one that is none, a query that is none. */
async function sendWrong({ cluster, send }: Setup): Promise<void> {
  const uri = `https://management.azure.com${cluster.id}?api-version=2026-01-01`;
  const { body } = await send({ method: "GET", uri, headers: {}, body: undefined });
  await send({ method: "PUT", uri, headers: { "if-match": '"stale"' }, body });
  await send({ method: "PUT", uri, headers: {}, body: { properties: {} } });
  const graph =
    "https://management.azure.com/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01";
  await send({ method: "POST", uri: graph, headers: {}, body: { query: "resources | where" } });
}

const reading: readonly ScenarioName[] = [
  "busy",
  "healthy",
  "plan-off",
  "sensor-missing",
  "cspm-off",
  "cspm-free-off",
  "never-scanned",
  "new-cluster",
  "cluster-deleted",
  "no-access",
  "cluster-only",
  "group-only",
  "reader",
  "no-logs",
  "throttled",
  "second-page-fails",
  "malformed-rows",
];

/** They differ from the busy one in what protects the cluster: what is found in it is the same. */
const readingProtection: readonly ScenarioName[] = [
  "plan-on-subscription",
  "plan-on-cluster",
  "plan-partial",
  "plan-extended",
  "basic-load-balancer",
  "keys-refused",
];

const writing: readonly (readonly [ScenarioName, ...((setup: Setup) => Promise<void>)[]])[] = [
  ["busy", changeAlerts, changeRules, changeOwners, upgradePools, assignPolicies, applyFixes, sendWrong],
  ["reader", changeAlerts, changeRules, changeOwners, changePlans, upgradePools, assignPolicies],
  ["no-logs", applyFixes],
  ["cluster-busy", applyFixes],
  ["fix-fails", applyFixes],
  ["undrainable-pod", upgradePools],
  ["plan-off", changePlans],
  ["plan-on-subscription", changePlans],
  ["plan-on-cluster", changePlans],
  ["plan-locked", changePlans],
  ["plan-busy", changePlans],
  ["plan-extension-fails", changePlans],
  ["plan-cluster-owner", changePlans],
  ["bulk-troubles", changeAlerts],
  ["assignment-troubles", changeOwners],
  ["session-expired", changeOwners],
];

/** What the product is made to do, each drive in a world of its own. */
export const drives: readonly Drive[] = [
  ...reading.map((scenario) => ({ scenario, run: (setup: Setup) => readAll(setup) })),
  ...readingProtection.map((scenario) => ({ scenario, run: readProtection })),
  ...writing.map(([scenario, ...parts]) => ({
    scenario,
    run: async (setup: Setup) => {
      for (const part of parts) {
        await part(setup);
      }
    },
  })),
];

import type { Role } from "../Server/operation";
import type { ArmRequest } from "../Server/arm";
import { expiredToken, hasContext, insufficientClaims } from "../Server/accessToken";
import type { World } from "../World/world";
import {
  extendedPlan,
  fullPlan,
  noPlan,
  partialPlan,
  type ContainersPlan,
} from "../World/Security/Pricings/containersPlan";
import { assignmentTroubleFaults, isSavingAssignment } from "./assignmentTroubles";
import { bulkTroubleFaults } from "./bulkTroubles";
import { malformedAlertRows } from "./malformedAlertRows";
import { malformedVulnerabilityRows } from "./malformedVulnerabilityRows";
import { busyFaults, clusterOwner, extensionFailures, lockFaults } from "./planTroubles";
import type { Scenario } from "./scenario";
import type { ScenarioName } from "./scenarioNames";

const owner = (world: World): readonly Role[] => [
  { scope: `/subscriptions/${world.subscriptionId}`, actions: ["*"], notActions: [] },
];

const subscriptionReader = (world: World): readonly Role[] => [
  { scope: `/subscriptions/${world.subscriptionId}`, actions: ["*/read"], notActions: [] },
];

const clusterReader = ({ clusters: [main] }: World): readonly Role[] =>
  main
    ? [{ scope: main.id, actions: ["Microsoft.ContainerService/managedClusters/read"], notActions: [] }]
    : [];

const groupReader = ({ clusters: [main] }: World): readonly Role[] =>
  main ? [{ scope: main.id.split("/providers/")[0] ?? "", actions: ["*/read"], notActions: [] }] : [];

const isResourceGraph = ({ path }: ArmRequest) =>
  /\/providers\/microsoft\.resourcegraph\/resources$/i.test(path);

/** Entra's name of an authentication context: c1 to c99 are an organization's own. */
const writeContext = "c1";

function lacksContext({ method, path, headers }: ArmRequest): boolean {
  const isWrite = method !== "GET" && !/\/(?:resources|queryResults)$/i.test(path);
  return isWrite && !hasContext(headers.authorization, writeContext);
}

function isLaterPage(request: ArmRequest): boolean {
  const body = request.body as { readonly options?: { readonly $skipToken?: unknown } } | undefined;
  return isResourceGraph(request) && body?.options?.$skipToken !== undefined;
}

const busy: Scenario = {
  plan: {
    clusterScan: "fails",
    clusterState: {},
    plans: { containers: fullPlan, hasCspm: true },
    clusterAlerts: 42,
    otherAlerts: 60,
  },
  isClusterDeleted: false,
  roles: owner,
  faults: () => [],
  strayAlertRows: () => [],
};

/** The busy world, except for what is said. */
const busyBut = (plan: Partial<Scenario["plan"]>): Scenario => ({ ...busy, plan: { ...busy.plan, ...plan } });
const withPlan = (containers: Partial<ContainersPlan>): Scenario =>
  busyBut({ plans: { containers: { ...fullPlan, ...containers }, hasCspm: true } });

/** Neither plan: nothing watches the cluster, so there is nothing to see, which is the opposite of healthy. */
const planOff = busyBut({
  plans: { containers: noPlan, hasCspm: false },
  clusterScan: "passes",
  clusterState: { hasIpRanges: false, keepsLogs: false },
  clusterAlerts: 0,
  unseenAlerts: 42,
});

const throttledAnswer = {
  status: 429,
  headers: {
    "retry-after": "2",
    "x-ms-user-quota-remaining": "0",
    "x-ms-user-quota-resets-after": "00:00:02",
  },
  body: { error: { code: "RateLimiting", message: "Please provide fewer requests in a shorter time." } },
};

const brokenAnswer = {
  status: 500,
  body: {
    error: {
      code: "InternalServerError",
      message: "The query could not be completed. Contact support with the request id.",
      details: [{ code: "UnexpectedQueryExecutionError", message: "A page of the result is not available." }],
    },
  },
};

export const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
  busy,
  healthy: busyBut({ clusterScan: "passes", clusterAlerts: 0 }),
  "plan-off": planOff,
  /** On for the subscription, which forbids its clusters a setting of their own. */
  "plan-on-subscription": withPlan({ enforced: true }),
  "plan-on-cluster": withPlan({ scope: "cluster" }),
  "plan-partial": withPlan(partialPlan),
  "plan-extended": withPlan(extendedPlan),
  /** The plan is off, and enabling it is refused, is refused once, succeeds in part, or is allowed for the cluster alone. */
  "plan-locked": { ...planOff, faults: lockFaults },
  "plan-busy": { ...planOff, faults: busyFaults },
  "plan-extension-fails": { ...planOff, plan: { ...planOff.plan, extensionFailures } },
  "plan-cluster-owner": { ...planOff, roles: clusterOwner },
  /** The plan is complete, and the cluster itself has neither the sensor nor the Azure Policy add-on. */
  "sensor-missing": busyBut({ clusterState: { sensor: false, policyAddOn: false } }),
  /** Defender for Containers alone: no risks, no owners. */
  "cspm-off": busyBut({ plans: { containers: fullPlan, hasCspm: false } }),
  /** Defender CSPM alone: no alerts. */
  "cspm-only": busyBut({ plans: { containers: noPlan, hasCspm: true }, clusterAlerts: 0, unseenAlerts: 42 }),
  /** Not even foundational CSPM: recommendations never come, however long one waits. */
  "cspm-free-off": busyBut({
    plans: { containers: fullPlan, hasCspm: false, hasFoundationalCspm: false },
    clusterScan: "never",
  }),
  "never-scanned": busyBut({ clusterScan: "never", clusterAlerts: 0 }),
  /** Created a minute ago in a subscription whose plan has long been on. */
  "new-cluster": busyBut({ clusterScan: "never", clusterAlerts: 0, clusterAgeMinutes: 1 }),
  "cluster-deleted": { ...busy, isClusterDeleted: true },
  /** No role anywhere: Resource Graph refuses, and the list of rights is empty. */
  "no-access": { ...busy, roles: () => [] },
  /** May read the cluster and not its security: Resource Graph answers 200 without rows. */
  "cluster-only": { ...busy, roles: clusterReader },
  /** May read the cluster's resource group, and not that of its nodes: Resource Graph leaves the nodes out without a word. */
  "group-only": { ...busy, roles: groupReader },
  /** May read everything and change nothing. */
  reader: { ...busy, roles: subscriptionReader },
  /** The main cluster sends no logs to a workspace. */
  "no-logs": busyBut({ clusterState: { workspaceId: null } }),
  /** The workspace that the Defender sensor writes to forbids local authentication, without which its publisher can't sign in. */
  "keys-refused": busyBut({ workspaceRefusesKeys: true }),
  /** The first write of the cluster meets an operation that another client has just started. */
  "cluster-busy": busyBut({ clusterState: { trouble: "busy" } }),
  /** Every write of the cluster is accepted and fails in the end. */
  "fix-fails": busyBut({ clusterState: { trouble: "fails" } }),
  /** A kind of load balancer with which AKS has no authorized IP ranges. */
  "basic-load-balancer": busyBut({ clusterState: { loadBalancerSku: "basic" } }),
  /** Stopped: AKS refuses every write of it until it is started. */
  "cluster-stopped": busyBut({ clusterState: { isStopped: true } }),
  /** The pool `apps` has no scale set but machines of two sizes, so it has neither a number of nodes nor a size of its own. */
  "single-machines": busyBut({ hasSingleMachines: true }),
  /** Many alerts, a few of which cannot be changed, each for another reason. */
  "bulk-troubles": { ...busyBut({ clusterAlerts: 210 }), faults: bulkTroubleFaults },
  /** A disruption budget forbids what upgrades of node pools do: they fail in the end. */
  "undrainable-pod": busyBut({ hasUndrainablePod: true }),
  /** Five assessments of vulnerable containers cannot be given an owner, each for another reason. */
  "assignment-troubles": { ...busy, faults: assignmentTroubleFaults },
  /** The token has run out when the first owner is saved. */
  "session-expired": {
    ...busy,
    faults: () => [{ matches: isSavingAssignment, times: 1, response: expiredToken().toResponse() }],
  },
  /** A conditional access policy wants a second factor for every write. */
  "claims-challenge": {
    ...busy,
    faults: () => [{ matches: lacksContext, response: insufficientClaims(writeContext).toResponse() }],
  },
  throttled: { ...busy, faults: () => [{ matches: isResourceGraph, times: 2, response: throttledAnswer }] },
  "second-page-fails": {
    ...busyBut({ clusterAlerts: 1240 }),
    faults: () => [{ matches: isLaterPage, response: brokenAnswer }],
  },
  "malformed-rows": {
    ...busy,
    strayAlertRows: (world) => [...malformedAlertRows(world), ...malformedVulnerabilityRows(world)],
  },
  /** 50,000 findings in all, most of them alerts. */
  huge: busyBut({ clusterAlerts: 49_884 }),
  slow: { ...busy, faults: () => [{ matches: isResourceGraph, delay: 8000 }] },
};

import type { ArmRequest } from "../Server/arm";
import type { Role } from "../Server/rights";
import type { World } from "../World/world";
import { fullPlan, noPlan, partialPlan } from "../World/containersPlan";
import { malformedAlertRows } from "./malformedAlertRows";
import type { Scenario } from "./scenario";
import type { ScenarioName } from "./scenarioNames";

const owner = (world: World): readonly Role[] => [
  { scope: `/subscriptions/${world.subscriptionId}`, actions: ["*"], notActions: [] },
];

const clusterReader = ({ clusters: [main] }: World): readonly Role[] =>
  main
    ? [{ scope: main.id, actions: ["Microsoft.ContainerService/managedClusters/read"], notActions: [] }]
    : [];

const isResourceGraph = ({ path }: ArmRequest) =>
  /\/providers\/microsoft\.resourcegraph\/resources$/i.test(path);

function isLaterPage(request: ArmRequest): boolean {
  const body = request.body as { readonly options?: { readonly $skipToken?: unknown } } | undefined;
  return isResourceGraph(request) && body?.options?.$skipToken !== undefined;
}

const busy: Scenario = {
  clusterPasses: false,
  containersPlan: fullPlan,
  clusterAlerts: 42,
  otherAlerts: 60,
  roles: owner,
  faults: [],
  strayAlertRows: () => [],
};

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
  healthy: { ...busy, clusterPasses: true, clusterAlerts: 0 },
  /** Without the plan nothing watches the cluster, so there is nothing to see: the opposite of healthy. */
  "plan-off": { ...busy, clusterPasses: true, containersPlan: noPlan, clusterAlerts: 0 },
  "plan-partial": { ...busy, containersPlan: partialPlan },
  /** No role anywhere: Resource Graph refuses, and the list of rights is empty. */
  "no-access": { ...busy, roles: () => [] },
  /** May read the cluster and not its security: Resource Graph answers 200 without rows. */
  "cluster-only": { ...busy, roles: clusterReader },
  throttled: { ...busy, faults: [{ matches: isResourceGraph, times: 2, response: throttledAnswer }] },
  "second-page-fails": {
    ...busy,
    clusterAlerts: 1240,
    faults: [{ matches: isLaterPage, response: brokenAnswer }],
  },
  "malformed-rows": { ...busy, strayAlertRows: malformedAlertRows },
  slow: { ...busy, faults: [{ matches: isResourceGraph, delay: 8000 }] },
};

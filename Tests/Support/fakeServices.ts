import { isOpenAlert, type Alert } from "../../Client/Alerts/alert";
import { FailureError, type Failure } from "../../Client/Core/failure";
import { alertSeverities, countLevels, type Level } from "../../Client/Core/level";
import type { FindingsPage, PageCursor } from "../../Client/Core/listing";
import type { Misconfiguration } from "../../Client/Misconfigurations/misconfiguration";
import type { Permission } from "../../Client/Core/rbac";
import type { VulnerableComponent } from "../../Client/Vulnerabilities/vulnerability";
import { findingKinds, type FindingKind, type Services } from "../../Client/services";
import { aLiveCluster } from "./aLiveCluster";
import { alertDetails } from "./anAlert";
import { clusterParts } from "./coverage";
import { pageOf } from "./findings";
import { planSettingsWith } from "./planSettings";

type Over = { readonly [S in keyof Services]?: Partial<Services[S]> };

export const everything: readonly Permission[] = [{ actions: ["*"], notActions: [] }];

const nothing = <T extends { readonly level: Level }>() => Promise.resolve(pageOf<T>([]));
const gone = () => failing({ kind: "notFound", message: "Defender for Cloud no longer reports this." });

/** Every kind of finding has nothing to list. What a service has beyond a list and details stands below. */
function emptyFindings(over: Over): Pick<Services, FindingKind> {
  const entries = findingKinds.map((kind) => [kind, { listPage: () => nothing(), get: gone, ...over[kind] }]);
  return Object.fromEntries(entries) as Pick<Services, FindingKind>;
}

/** Services that answer from memory. Tests replace the methods they are about. */
export function fakeServices(over: Over = {}): Services {
  return {
    ...emptyFindings(over),
    alerts: {
      listPage: () => Promise.resolve(alertsPage([])),
      get: gone,
      related: () => Promise.resolve({ alerts: [], unreadable: 0 }),
      changeStatus: () => Promise.resolve(),
      ...over.alerts,
    },
    cluster: {
      profile: () =>
        Promise.resolve({
          hasSensor: true,
          hasPolicyAddOn: true,
          condition: { kind: "ready" },
          nodeResourceGroup: "MC_g_c_westeurope",
        }),
      ...over.cluster,
    },
    coverage: {
      clusterParts: () => Promise.resolve(clusterParts()),
      workspaceAccess: () => Promise.resolve({ refusesKeys: false, isPrivate: false, state: "Succeeded" }),
      lastPolicyReport: () => Promise.resolve(new Date("2026-11-24T11:00:00Z")),
      ...over.coverage,
    },
    ownership: {
      underlyingAssessments: () => Promise.resolve({ assessments: [], unreadable: 0 }),
      get: () => Promise.resolve(undefined),
      assign: () => Promise.resolve(),
      remove: () => Promise.resolve(),
      changes: () => [],
      pendingChanges: () => Promise.resolve([]),
      ...over.ownership,
    },
    quickFixes: {
      readLive: () => Promise.resolve(aLiveCluster()),
      apply: () => Promise.resolve(),
      follow: () => Promise.resolve(),
      waitUntilIdle: () => Promise.resolve(),
      ...over.quickFixes,
    },
    investigation: { workspace: () => Promise.resolve(undefined), ...over.investigation },
    misconfigurations: {
      listPage: () => nothing<Misconfiguration>(),
      get: gone,
      affectedComponents: () => Promise.resolve({ items: [], gaps: [], complete: true }),
      ...over.misconfigurations,
    },
    nodePools: {
      list: () =>
        Promise.resolve({
          items: [],
          gaps: [],
          controlPlane: { version: "1.33.4", latestVersion: "1.33.4", failure: undefined },
          condition: { kind: "ready" },
        }),
      upgradeImage: () => Promise.resolve(),
      ...over.nodePools,
    },
    plan: {
      get: () =>
        Promise.resolve({
          isOn: true,
          scope: "subscription",
          missing: [],
          enabledAt: new Date("2026-01-01T00:00:00Z"),
        }),
      hasCspm: () => Promise.resolve(true),
      hasFoundationalCspm: () => Promise.resolve(true),
      ...over.plan,
    },
    planSettings: {
      read: (scope) => Promise.resolve(planSettingsWith({ inherited: "True" }, scope)),
      coverage: () => Promise.resolve({ clusters: 4, registries: 2 }),
      save: (scope) => Promise.resolve(planSettingsWith({}, scope)),
      remove: () => Promise.resolve(),
      ...over.planSettings,
    },
    policy: {
      definition: () => failing({ kind: "notFound", message: "There is no such policy." }),
      assignments: () => Promise.resolve({ items: [], gaps: [] }),
      assign: () => Promise.resolve(),
      ...over.policy,
    },
    proof: {
      queryFor: ({ id }) => Promise.resolve(`securityresources | where id =~ '${id}'`),
      check: () => Promise.resolve({ state: "open", asOf: new Date("2026-11-24T12:00:00Z") }),
      ...over.proof,
    },
    permissions: { at: () => Promise.resolve(everything), ...over.permissions },
    suppression: {
      list: () => Promise.resolve([]),
      create: () => Promise.resolve(),
      setState: () => Promise.resolve(),
      remove: () => Promise.resolve(),
      reachable: () => Promise.resolve({ alerts: [], unreadable: 0 }),
      ...over.suppression,
    },
    vulnerabilities: {
      listPage: () => nothing<VulnerableComponent>(),
      get: gone,
      contents: () => Promise.resolve({ components: [], unreadable: 0 }),
      cvesOf: () => Promise.resolve({ byComponent: new Map(), unreadable: 0 }),
      ...over.vulnerabilities,
    },
  };
}

/** Alerts as their service gives them, details included. */
export function servicesWith(alerts: readonly Alert[]): Services {
  return fakeServices({
    alerts: {
      listPage: () => Promise.resolve(alertsPage(alerts)),
      get: (id) => {
        const found = alerts.find((alert) => alert.id === id);
        return found ? Promise.resolve(alertDetails(found)) : failing({ kind: "notFound", message: "Gone." });
      },
    },
  });
}

/** A page in the service's order: worst first. */
export function alertsPage(
  alerts: readonly Alert[],
  over: Partial<FindingsPage<Alert>> = {},
): FindingsPage<Alert> {
  const rank = (alert: Alert) => alertSeverities.indexOf(alert.severity);
  const open = alerts.filter(isOpenAlert);
  const total = over.total ?? alerts.length + (over.gaps?.length ?? 0);
  return {
    items: [...alerts].sort((left, right) => rank(left) - rank(right)),
    gaps: [],
    resolved: [],
    total,
    evaluated: undefined,
    counts: new Map([["workState", new Map([["open", total - alerts.length + open.length]])]]),
    levels: countLevels(open, (alert) => alert.severity),
    next: undefined,
    asOf: new Date("2026-11-24T12:00:00Z"),
    ...over,
  };
}

export const secondPage: PageCursor = { skipToken: "2", followed: [] };

export function failing(failure: Failure): Promise<never> {
  return Promise.reject(new FailureError(failure));
}

/** A promise that the test settles when it wants to. */
export function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<T>((onValue, onReason) => {
    resolve = onValue;
    reject = onReason;
  });
  return { promise, resolve, reject };
}

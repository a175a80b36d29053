import { useQueryClient } from "@tanstack/react-query";
import { capabilitiesOf } from "../../../Client/DefenderPlan/capabilities";
import type { FindingSource, Reading, SourceFacts } from "../../../Client/DefenderPlan/capability";
import { latest } from "../../../Client/Core/firstScan";
import type { Listing } from "../../../Client/Core/listing";
import { lastKnown, type Loadable } from "../../Kit/Model/loadable";
import { protectionQueries } from "../../Kit/Protection/protectionQueries";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { findingsKey, findingsSource } from "../../Kit/Session/findingsQuery";
import { useFindings, type Findings } from "../../Kit/Session/useFindings";
import { useLoadable } from "../../Kit/Session/useLoadable";
import { planSettingsQuery } from "./planSettingsQuery";

const coverageKey = "coverage";

interface Context {
  readonly signal?: AbortSignal;
}

/** Every part of the protection with whether it works. The lists of findings are the page's own: they aren't read again for this. */
export function useCoverage() {
  const { services } = useDashboard();
  const { coverage } = services;
  const queries = useQueryClient();
  const planQuery = planSettingsQuery(services, "cluster");
  const plan = useLoadable(planQuery);
  const cspmQuery = protectionQueries(services).cspm;
  const cspm = useLoadable(cspmQuery);
  const cluster = useLoadable({
    queryKey: [coverageKey, "cluster"],
    queryFn: ({ signal }: Context) => coverage.clusterParts(signal),
  });
  const workspaceId = lastKnown(cluster)?.workspaceId;
  const workspace = useLoadable({
    queryKey: [coverageKey, "workspace", workspaceId],
    queryFn: ({ signal }: Context) => coverage.workspaceAccess(workspaceId ?? "", signal),
    enabled: workspaceId !== undefined,
  });
  const policyReport = useLoadable({
    queryKey: [coverageKey, "policyReport"],
    // A query has to have an answer: none is one too.
    queryFn: async ({ signal }: Context) => ({ last: await coverage.lastPolicyReport(signal) }),
  });
  const alerts = useFindings(sources.alerts);
  const vulnerabilities = useFindings(sources.vulnerabilities);
  const misconfigurations = useFindings(sources.misconfigurations);
  const compliance = useFindings(sources.compliance);
  const capabilities = capabilitiesOf({
    plan: readingOf(plan),
    cspm: readingOf(cspm),
    cluster: readingOf(cluster),
    workspace: workspaceId === undefined ? undefined : readingOf(workspace),
    policyReport: mapReading(readingOf(policyReport), ({ last }) => last),
    sources: {
      alerts: mapReading(readingOf(alerts), alertFacts),
      vulnerabilities: mapReading(readingOf(vulnerabilities), verdictFacts),
      misconfigurations: mapReading(readingOf(misconfigurations), verdictFacts),
      compliance: mapReading(readingOf(compliance), verdictFacts),
    },
  });
  return {
    capabilities,
    isReading: [plan, cspm, cluster, workspace, policyReport].some(
      (load) => "refreshing" in load && load.refreshing,
    ),
    /** Reads everything again, the lists included. */
    checkAgain() {
      const keys = [
        [coverageKey],
        planQuery.queryKey,
        cspmQuery.queryKey,
        ...Object.keys(sources).map(findingsKey),
      ];
      keys.forEach((queryKey) => void queries.refetchQueries({ queryKey, type: "active" }));
    },
  };
}

const sources = {
  alerts: findingsSource("alerts"),
  vulnerabilities: findingsSource("vulnerabilities"),
  misconfigurations: findingsSource("misconfigurations"),
  compliance: findingsSource("compliance"),
} as const satisfies Readonly<Record<FindingSource, unknown>>;

/** What can't be read again says nothing about now. */
function readingOf<T>(load: Loadable<T>): Reading<T> {
  switch (load.status) {
    case "loading":
      return { status: "loading" };
    case "ready":
      return { status: "read", value: load.value };
    case "failed":
    case "outdated":
      return { status: "failed", failure: load.failure };
  }
}

function mapReading<T, R>(reading: Reading<T>, map: (value: T) => R): Reading<R> {
  return reading.status === "read" ? { status: "read", value: map(reading.value) } : reading;
}

/** Detections by the sensor begin so (learn.microsoft.com, alerts-containers); the others are made from the audit log. */
const ofSensor = /^K8S\.NODE_/i;

interface AlertTimes {
  readonly alertType: string;
  readonly startTime: Date | undefined;
  readonly updatedTime: Date | undefined;
}

function alertFacts({ listing }: Findings<AlertTimes>): SourceFacts {
  const lastOf = (items: readonly AlertTimes[]) =>
    latest(items.map(({ updatedTime, startTime }) => updatedTime ?? startTime));
  return {
    ...listFacts(listing),
    evaluated: undefined,
    last: lastOf(listing.items),
    lastOfSensor: lastOf(listing.items.filter(({ alertType }) => ofSensor.test(alertType))),
  };
}

function verdictFacts({ listing }: Findings<unknown>): SourceFacts {
  const { evaluated, lastJudged } = listing;
  return { ...listFacts(listing), evaluated, last: lastJudged, lastOfSensor: undefined };
}

function listFacts({ gaps, complete, asOf }: Listing<unknown>) {
  return { unreadable: gaps.length, isComplete: complete, asOf };
}

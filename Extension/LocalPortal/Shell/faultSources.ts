import { Faults } from "./Faults.resjson";

/** Something that the page reads or changes, and the calls that do it. */
export interface FaultSource {
  readonly label: string;
  /** As the calls name themselves in `x-ms-command-name`. */
  readonly commandNames: readonly string[];
}

const source = (label: string, ...calls: readonly string[]): FaultSource => ({
  label,
  commandNames: calls.map((call) => `Dashboard/${call}`),
});

/** Every source of the dashboard, in the order shown. The drill uses the same table. */
export const readSources = {
  alerts: source(Faults.sourceAlerts, "ListAlerts"),
  vulnerabilities: source(Faults.sourceVulnerabilities, "ListVulnerabilities"),
  misconfigurations: source(Faults.sourceMisconfigurations, "ListMisconfigurations"),
  compliance: source(Faults.sourceCompliance, "ListCompliance"),
  plan: source(Faults.sourcePlan, "GetPlan"),
  CSPM: source(Faults.sourceCspm, "GetCspm"),
  cluster: source(Faults.sourceCluster, "GetCluster"),
  coverage: source(Faults.sourceCoverage, "GetClusterParts", "GetSensorWorkspace", "GetPolicyReport"),
  permissions: source(Faults.sourcePermissions, "ListPermissions"),
  governance: source(Faults.sourceGovernance, "ListUnderlyingAssessments"),
  policy: source(Faults.sourcePolicy, "GetPolicyDefinition", "ListPolicyAssignments"),
  "node pools": source(Faults.sourceNodePools, "ListNodePools"),
  logs: source(Faults.sourceLogs, "GetClusterWorkspace", "ListDiagnosticSettings"),
  proof: source(Faults.sourceProof, "CheckFinding"),
  suppression: source(Faults.sourceSuppression, "ListSuppressionRules"),
  settings: source(Faults.sourcePlanSettings, "GetPlanSettings"),
} as const satisfies Readonly<Record<string, FaultSource>>;

/** Every kind of write. */
export const writeSources = {
  "alert status": source(Faults.sourceAlertStatus, "ChangeAlertStatus"),
  owner: source(Faults.sourceOwner, "SaveAssignment"),
  "removed owner": source(Faults.sourceRemovedOwner, "DeleteAssignment"),
  plan: source(Faults.sourceWrittenPlan, "SavePlanSettings"),
  "removed plan": source(Faults.sourceRemovedPlan, "RemovePlanSettings"),
  policy: source(Faults.sourceAssignedPolicy, "AssignPolicy"),
  rule: source(Faults.sourceRule, "SaveSuppressionRule"),
  "removed rule": source(Faults.sourceRemovedRule, "DeleteSuppressionRule"),
  "node image": source(Faults.sourceNodeImage, "UpgradeNodeImage"),
  cluster: source(Faults.sourceFix, "FixCluster"),
  logs: source(Faults.sourceFixedLogs, "FixDiagnosticSetting"),
} as const satisfies Readonly<Record<string, FaultSource>>;

/** Faults of pages and clocks, which mean nothing to a write. */
export const faultsOfReads: readonly string[] = ["lostPage", "repeatedPage", "clockSkew"];

const labels = {
  forbidden: Faults.forbidden,
  notFound: Faults.notFound,
  conflict: Faults.conflict,
  preconditionFailed: Faults.preconditionFailed,
  throttled: Faults.throttled,
  throttledFor2s: Faults.throttledFor2s,
  serverError: Faults.serverError,
  unavailable: Faults.unavailable,
  sessionExpired: Faults.sessionExpired,
  timeout: Faults.timeout,
  reset: Faults.reset,
  html: Faults.html,
  truncatedJson: Faults.truncatedJson,
  emptyBody: Faults.emptyBody,
  wrongShape: Faults.wrongShape,
  repeatedPage: Faults.repeatedPage,
  lostPage: Faults.lostPage,
  clockSkew: Faults.clockSkew,
};

/** A fault in words; one that this page doesn't know keeps its name. */
export function faultLabel(name: string): string {
  return Object.hasOwn(labels, name) ? labels[name as keyof typeof labels] : name;
}

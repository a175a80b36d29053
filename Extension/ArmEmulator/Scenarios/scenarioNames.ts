/** Worlds and troubles by name, shared by demo, tests and benchmarks. */
export const scenarioNames = [
  "busy",
  "healthy",
  "plan-off",
  "plan-on-subscription",
  "plan-on-cluster",
  "plan-partial",
  "plan-extended",
  "plan-locked",
  "plan-busy",
  "plan-extension-fails",
  "plan-cluster-owner",
  "sensor-missing",
  "cspm-off",
  "cspm-only",
  "cspm-free-off",
  "never-scanned",
  "cluster-deleted",
  "no-access",
  "cluster-only",
  "reader",
  "no-logs",
  "cluster-busy",
  "fix-fails",
  "basic-load-balancer",
  "cluster-stopped",
  "single-machines",
  "bulk-troubles",
  "undrainable-pod",
  "assignment-troubles",
  "session-expired",
  "throttled",
  "second-page-fails",
  "malformed-rows",
  "slow",
  "huge",
] as const;

export type ScenarioName = (typeof scenarioNames)[number];

export function isScenarioName(name: string): name is ScenarioName {
  return (scenarioNames as readonly string[]).includes(name);
}

/**
 * Where the right to change an alert is needed: its own resource group, or the subscription. Alerts on nodes lie in the node resource
 * group, where roles of the cluster's resource group do not hold (facts: real-data.md §3).
 */
export function alertScopeOf(alertId: string): string {
  return /^\/subscriptions\/[^/]+(?:\/resourceGroups\/[^/]+)?/i.exec(alertId)?.[0] ?? alertId;
}

/** Bodies as the product sends them, by the calls of the gate's list; `undefined` for calls without one. */
export function bodyFor(
  call: string,
  { cluster, subscriptionId }: { readonly cluster: string; readonly subscriptionId: string },
): unknown {
  const workspaceId = `/subscriptions/${subscriptionId}/resourceGroups/g/providers/Microsoft.OperationalInsights/workspaces/w`;
  const logs = [{ category: "guard", enabled: true }];
  const bodies: readonly (readonly [end: RegExp, body: unknown])[] = [
    [/^POST .*ResourceGraph\/resources$/, { query: "resources", subscriptions: [subscriptionId] }],
    [/^PUT \{cluster\}$/, { id: cluster, location: "westeurope", properties: {} }],
    [/^PUT .*\/diagnosticSettings\//, { properties: { workspaceId, logs } }],
    [/^PUT \{defaultGroup\}$/, { location: "westeurope" }],
    [
      /^PUT .*\/workspaces\//,
      {
        location: "westeurope",
        properties: { sku: { name: "pernode" }, retentionInDays: 30, features: { searchVersion: 1 } },
      },
    ],
    [
      /^PUT .*\/policyAssignments\//,
      {
        properties: {
          displayName: "x",
          policyDefinitionId: "/providers/Microsoft.Authorization/policyDefinitions/x",
          enforcementMode: "Default",
          parameters: { effect: { value: "Deny" } },
        },
      },
    ],
    [/^PUT .*\/pricings\//, { properties: { pricingTier: "Free" } }],
    [/^PUT .*\/governanceAssignments\//, { properties: { owner: "ada@contoso.com" } }],
    [/^PUT .*\/alertsSuppressionRules\//, { properties: { alertType: "x", reason: "x", state: "Enabled" } }],
  ];
  return bodies.find(([end]) => end.test(call))?.[1];
}

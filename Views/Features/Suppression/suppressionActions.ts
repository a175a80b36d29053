/** RBAC actions of suppression rules, needed at the subscription. */
export const suppressionActions = {
  write: "Microsoft.Security/alertsSuppressionRules/write",
  remove: "Microsoft.Security/alertsSuppressionRules/delete",
} as const;

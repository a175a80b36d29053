/**
 * The plan `CloudPosture` of a subscription (real-data.md §5, azure-api.md i): the tier Free is foundational CSPM. How the API
 * shows that even that was never enabled is unpublished; `postureFromWire` says what is assumed.
 */
export const freePosture = {
  name: "CloudPosture",
  type: "Microsoft.Security/pricings",
  properties: { pricingTier: "Free", freeTrialRemainingTime: "PT0S", extensions: [] },
} as const;

export const standardPosture = {
  ...freePosture,
  properties: { ...freePosture.properties, pricingTier: "Standard" },
} as const;

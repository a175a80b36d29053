/** A pricing that lists fewer extensions than the plan has (real-data.md §5; azure-api.md i): the others are not reported. */
export const shortPricing = {
  id: "/subscriptions/00000000-0000-4000-8000-000000000001/providers/Microsoft.Security/pricings/Containers",
  name: "Containers",
  type: "Microsoft.Security/pricings",
  properties: {
    pricingTier: "Standard",
    freeTrialRemainingTime: "PT0S",
    enforce: "False",
    extensions: [
      { name: "ContainerSensor", isEnabled: "True" },
      { name: "ContainerRegistriesVulnerabilityAssessments", isEnabled: "False" },
    ],
  },
} as const;

/** What the plan has and {@link shortPricing} doesn't list, in the order of the settings. */
export const notInShortPricing = [
  "AgentlessDiscoveryForKubernetes",
  "AgentlessVmScanning",
  "ContainerIntegrityContribution",
] as const;

import { planSettingsFromWire } from "../../Client/DefenderPlan/planSettingsFromWire";
import type { PlanScope } from "../../Client/Core/defenderPlan";
import type { PlanSettings } from "../../Client/DefenderPlan/planSettings";

const names = [
  "ContainerSensor",
  "AgentlessDiscoveryForKubernetes",
  "ContainerRegistriesVulnerabilityAssessments",
  "AgentlessVmScanning",
  "ContainerIntegrityContribution",
];

/** Settings as the service sends them: on with everything, unless the properties say otherwise. */
export function planSettingsWith(properties: object = {}, scope: PlanScope = "cluster"): PlanSettings {
  const settings = planSettingsFromWire(
    {
      properties: {
        pricingTier: "Standard",
        freeTrialRemainingTime: "PT0S",
        enablementTime: "2026-03-01T12:00:00Z",
        ...(scope === "cluster" ? { inherited: "False", inheritedFrom: null } : { enforce: "False" }),
        extensions: names.map((name) => ({ name, isEnabled: "True" })),
        ...properties,
      },
    },
    scope,
  );
  if (!settings) {
    throw new Error("These are no settings.");
  }
  return settings;
}

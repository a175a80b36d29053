import { ArmError, type Operation } from "../Server/arm";
import type { World } from "../World/world";

/** A Defender plan as it is in force for the subscription or for a resource. */
export const getPricing: Operation = {
  method: "GET",
  path: "/{scope}/providers/Microsoft.Security/pricings/{plan}",
  apiVersions: ["2024-01-01"],
  action: "Microsoft.Security/pricings/read",
  scope: ({ scope = "" }) => `/${scope}`,
  handle({ world, place, request }) {
    const { scope = "", plan = "" } = place;
    const found = pricings.get(plan.toLowerCase());
    if (!found) {
      throw new ArmError(404, "ResourceNotFound", `The plan '${plan}' is not one of the emulator.`);
    }
    const { name, properties } = found(world, `/${scope}`);
    const common = { freeTrialRemainingTime: "PT0S", ...properties };
    return {
      status: 200,
      body: { id: request.path, name, type: "Microsoft.Security/pricings", properties: common },
    };
  },
};

interface Pricing {
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

const pricings: ReadonlyMap<string, (world: World, scope: string) => Pricing> = new Map([
  ["containers", (world, scope) => ({ name: "Containers", properties: containersAt(world, scope) })],
  [
    "cloudposture",
    ({ plans }) => ({
      name: "CloudPosture",
      properties: {
        pricingTier: plans.hasCspm ? "Standard" : "Free",
        enforce: "False",
        extensions: plans.hasCspm ? cspmExtensions.map((name) => ({ name, isEnabled: "True" })) : [],
      },
    }),
  ],
]);

const cspmExtensions = [
  "AgentlessVmScanning",
  "AgentlessDiscoveryForKubernetes",
  "SensitiveDataDiscovery",
  "ContainerRegistriesVulnerabilityAssessments",
  "EntraPermissionsManagement",
];

/** The subscription's setting, or the one that the main cluster has instead. */
function containersAt({ plans, subscriptionId, mainClusterId }: World, scope: string): Pricing["properties"] {
  const { isOn, extensions, enforced, ...plan } = plans.containers;
  const isResource = /\/providers\//i.test(scope);
  const isOwn = plan.scope === "cluster" && scope.toLowerCase() === mainClusterId.toLowerCase();
  const isHere = isOn && (plan.scope === "subscription" || isOwn);
  return {
    pricingTier: isHere ? "Standard" : "Free",
    ...(isResource
      ? {
          inherited: isOwn ? "False" : "True",
          inheritedFrom: isOwn ? null : `/subscriptions/${subscriptionId}`,
        }
      : { enforce: enforced ? "True" : "False" }),
    extensions: isHere ? extensions : [],
  };
}

import type { ArmContext } from "../../Server/operation";
import { planInForce, trialLeft, type PlanSetting } from "../../World/Security/Pricings/planHistory";
import type { Json, World } from "../../World/world";

export type PlanName = "Containers" | "CloudPosture";

/** A plan as ARM shows it (Microsoft.Security/pricings 2024-01-01), whatever its scope: one without a setting inherits. */
export function pricingBody(context: Pick<ArmContext, "world" | "now">, scope: string, name: PlanName): Json {
  const { world, now } = context;
  const properties = name === "Containers" ? containersAt(world, scope, now) : cspm(world);
  return {
    id: `${scope}/providers/Microsoft.Security/pricings/${name}`,
    name,
    type: "Microsoft.Security/pricings",
    properties,
  };
}

const cspmExtensions = [
  "AgentlessVmScanning",
  "AgentlessDiscoveryForKubernetes",
  "SensitiveDataDiscovery",
  "ContainerRegistriesVulnerabilityAssessments",
  "EntraPermissionsManagement",
];

/** Defender CSPM is a plan of the whole subscription. */
function cspm({ plans: { hasCspm } }: World): Json {
  return {
    pricingTier: hasCspm ? "Standard" : "Free",
    freeTrialRemainingTime: "PT0S",
    enforce: "False",
    extensions: hasCspm ? cspmExtensions.map((name) => ({ name, isEnabled: "True" })) : [],
  };
}

function containersAt(world: World, scope: string, now: Date): Json {
  const isResource = /\/providers\//i.test(scope);
  const { setting, isInherited } = planInForce(world.planHistory, scope, now);
  return {
    pricingTier: tierOf(setting.isOn),
    ...(setting.subPlan === undefined ? {} : { subPlan: setting.subPlan }),
    freeTrialRemainingTime: durationOf(trialLeft(world.planHistory, now)),
    ...(setting.enabledAt ? { enablementTime: setting.enabledAt.toISOString() } : {}),
    ...(isResource ? inheritance(world, isInherited) : ofSubscription(world, setting, now)),
    extensions: setting.isOn ? setting.extensions : [],
  };
}

const tierOf = (isOn: boolean) => (isOn ? "Standard" : "Free");
const textOf = (value: boolean) => (value ? "True" : "False");

function inheritance({ subscriptionId }: World, isInherited: boolean): Json {
  return {
    inherited: textOf(isInherited),
    inheritedFrom: isInherited ? `/subscriptions/${subscriptionId}` : null,
  };
}

function ofSubscription({ clusters, planHistory }: World, { enforced }: PlanSetting, now: Date): Json {
  const covered = clusters.filter(({ id }) => planInForce(planHistory, id, now).setting.isOn).length;
  const status =
    covered === 0 ? "NotCovered" : covered === clusters.length ? "FullyCovered" : "PartiallyCovered";
  return { enforce: textOf(enforced), resourcesCoverageStatus: status };
}

const day = 86_400;

/** ISO 8601, to the second. */
function durationOf(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const days = Math.floor(seconds / day);
  const rest = seconds % day;
  const time = [
    [Math.floor(rest / 3600), "H"],
    [Math.floor((rest % 3600) / 60), "M"],
    [rest % 60, "S"],
  ].flatMap(([number, unit]) => (number === 0 ? [] : [`${number}${unit}`]));
  const date = days === 0 ? "" : `${days}D`;
  return date === "" && time.length === 0
    ? "PT0S"
    : `P${date}${time.length === 0 ? "" : `T${time.join("")}`}`;
}

import { agentlessMalware, alertTypes, type AlertType } from "./alertTypes";
import { clusterAlert } from "./clusterAlerts";
import { underRules } from "../Suppression/generateSuppressionRules";
import { isWorking } from "../Pricings/planEffects";
import { planInForce } from "../Pricings/planHistory";
import { createRandom } from "../../random";
import type { Cluster, World, WorldAlert } from "../../world";

type Source = AlertType["source"];

/** What watches the main cluster at a time. Audit logs are read as soon as the plan is on, whatever its extensions. */
export function alertSources({ planHistory, mainClusterId }: World, at: Date): ReadonlySet<Source> {
  const { setting } = planInForce(planHistory, mainClusterId, at);
  return new Set<Source>([
    ...(setting.isOn ? (["auditLog"] as const) : []),
    ...(isWorking(setting, "ContainerSensor") ? (["sensor"] as const) : []),
    ...(isWorking(setting, "AgentlessVmScanning") ? (["diskScan"] as const) : []),
  ]);
}

/**
 * The alerts of the world after a change of the plan: what is watched from now on raises those that were to come, within the
 * time of an evaluation; what is no longer watched raises no more. Those that have begun stay.
 */
export function alertsAfterChange(
  world: World,
  before: ReadonlySet<Source>,
  at: Date,
): readonly WorldAlert[] {
  const after = alertSources(world, at);
  const stay = world.alerts.filter((alert) => !isToCome(alert, at) || after.has(sourceOf(alert)));
  const begun = [...after].filter((source) => !before.has(source));
  return [...stay, ...alertsToCome(world, at).filter((alert) => begun.includes(sourceOf(alert)))];
}

function isToCome({ properties }: WorldAlert, at: Date): boolean {
  return String(properties.startTimeUtc) > at.toISOString();
}

const sources = new Map([...alertTypes, agentlessMalware].map(({ type, source }) => [type, source]));

/** Alerts of other plans than ours come as those of the audit log do. */
function sourceOf({ properties }: WorldAlert): Source {
  return sources.get(String(properties.alertType)) ?? "auditLog";
}

/** They begin one after the other, the first at once, and are all raised when the evaluation is over. */
function alertsToCome(world: World, at: Date): readonly WorldAlert[] {
  const { alerts, seed } = world.unseen;
  const [main, ...neighbors] = world.clusters;
  const rules = [...world.suppressionRules.values()];
  const random = createRandom(seed + world.alerts.length);
  const toAlert = (cluster: Cluster, index: number) => {
    const minutesAgo = (world.evaluationDelaySeconds / 60) * (1 - index / alerts);
    const now = new Date(at.getTime() + world.evaluationDelaySeconds * 1000);
    const over = { status: "Active", minutesAgo } as const;
    return clusterAlert(world, { main: cluster, neighbors, index, now }, random, over);
  };
  return main
    ? Array.from({ length: alerts }, (_, index) => underRules(rules, toAlert(main, index), at))
    : [];
}

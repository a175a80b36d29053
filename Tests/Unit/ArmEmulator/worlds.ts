import { fullPlan } from "../../../Extension/ArmEmulator/World/Security/Pricings/containersPlan";
import { generateWorld } from "../../../Extension/ArmEmulator/World/generateWorld";
import type { WorldPlan } from "../../../Extension/ArmEmulator/World/worldPlan";
import type { Cluster, World } from "../../../Extension/ArmEmulator/World/world";

export const now = new Date("2026-11-24T12:00:00Z");

/** A busy world, except for what is said. */
export const worldOf = (seed: number, plan: Partial<WorldPlan> = {}): World =>
  generateWorld({
    seed,
    now,
    clusterScan: "fails",
    clusterState: {},
    plans: { containers: fullPlan, hasCspm: true },
    clusterAlerts: 42,
    otherAlerts: 60,
    ...plan,
  });

/** Many worlds of one plan. What holds in all of them holds whatever the seed. */
export const worldsOf = (plan: Partial<WorldPlan> = {}, count = 25): readonly World[] =>
  Array.from({ length: count }, (_, index) => worldOf(index * 7919 + 1, plan));

export function mainOf({ clusters: [main] }: World): Cluster {
  if (!main) {
    throw new Error("The world has no cluster.");
  }
  return main;
}

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

const busy: Partial<WorldPlan> = {};
const made = new WeakMap<Partial<WorldPlan>, World[]>();

/** Many worlds of one plan, to be read only: the same plan has the same. What holds in all of them holds whatever the seed. */
export function worldsOf(plan = busy, count = 12): readonly World[] {
  const worlds = made.get(plan) ?? [];
  made.set(plan, worlds);
  while (worlds.length < count) {
    worlds.push(worldOf(worlds.length * 7919 + 1, plan));
  }
  return worlds.slice(0, count);
}

export function mainOf({ clusters: [main] }: World): Cluster {
  if (!main) {
    throw new Error("The world has no cluster.");
  }
  return main;
}

import type { Role } from "../Server/operation";
import type { Fault } from "../Server/faults";
import type { WorldPlan } from "../World/worldPlan";
import type { World } from "../World/world";

/** What makes one emulated Azure different from another. */
export interface Scenario {
  readonly plan: Omit<WorldPlan, "seed" | "now">;
  /** Whether the main cluster was deleted while what was found in it is still on record. */
  readonly isClusterDeleted: boolean;
  /** Rights of the signed-in engineer. */
  roles(world: World): readonly Role[];
  faults(world: World): readonly Fault[];
  /** Rows that Resource Graph returns although they break expectations. */
  strayAlertRows(world: World): readonly Readonly<Record<string, unknown>>[];
}

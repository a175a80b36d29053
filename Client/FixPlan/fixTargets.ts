import type { Vulnerability, VulnerableComponent } from "../Vulnerabilities/vulnerability";
import { grouped } from "./grouped";

/** Components that an update changes together: containers that run the same image, or one other component. */
export interface FixTarget {
  readonly key: string;
  /** In the order of the list, worst first. */
  readonly components: readonly VulnerableComponent[];
}

/** The CVEs of a target. `isWhole`: false where something of them couldn't be read, so that there may be more. */
export interface TargetCves {
  readonly cves: readonly Vulnerability[];
  readonly isWhole: boolean;
}

/**
 * Components by what is updated. ASSUMPTION, here alone: containers with one digest have the same CVEs, so that the first speaks for all.
 * A tag without a digest isn't an image: what it stands for may have changed between two containers.
 */
export function fixTargets(components: readonly VulnerableComponent[]): readonly FixTarget[] {
  return [...grouped(components, targetKey)].map(([key, alike]) => ({ key, components: alike }));
}

/** AKS's own copy of an image isn't rebuilt with the others. */
function targetKey({ id, kind, place, isManagedByAks }: VulnerableComponent): string {
  const digest = kind === "container" ? place?.image.digest?.toLowerCase() : undefined;
  return digest === undefined ? id.toLowerCase() : `${digest}${isManagedByAks ? " aks" : ""}`;
}

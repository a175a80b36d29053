import type { ClusterScope } from "../../../Client/Core/clusterScope";
import type { NeededRights } from "../../Kit/Operations/rights";
import type { OwnershipAct } from "./ownedRow";

/**
 * What it takes to do something about owners. The published list of actions names only read and write; to delete, ARM requires
 * `delete`.
 */
export function ownerRights(
  { act }: { readonly act: OwnershipAct },
  { resourceGroupId: scope }: ClusterScope,
): NeededRights {
  const verb = act === "remove" ? "delete" : "write";
  return [[{ action: `Microsoft.Security/assessments/governanceAssignments/${verb}`, scope }]];
}

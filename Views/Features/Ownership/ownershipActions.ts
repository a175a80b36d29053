import type { OwnershipAct } from "./ownedRow";

/**
 * RBAC action of each act, needed at the resource group. The published list of actions names only read and write; to delete, ARM
 * requires `delete`.
 */
export const ownershipActions: Readonly<Record<OwnershipAct, string>> = {
  assign: "Microsoft.Security/assessments/governanceAssignments/write",
  edit: "Microsoft.Security/assessments/governanceAssignments/write",
  remove: "Microsoft.Security/assessments/governanceAssignments/delete",
};

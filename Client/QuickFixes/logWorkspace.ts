import { parseArmId } from "../Core/armId";

/** A Log Analytics workspace that can be chosen. */
export interface LogWorkspaceChoice {
  readonly id: string;
  readonly name: string;
  readonly resourceGroup: string;
  readonly location: string;
}

/** A workspace that is there, by its ARM id, or the region's default one, made where it is missing. */
export type WorkspaceInput = { readonly id: string } | "default";

/** The id as a workspace's; `undefined` when it is none. */
export function workspaceIdOf(text: string): string | undefined {
  const id = text.trim().replace(/\/$/, "");
  const type = parseArmId(id)?.resourceType.toLowerCase();
  return type === "microsoft.operationalinsights/workspaces" ? id : undefined;
}

import { parseArmId, sameArmId } from "../armId";
import type { FixNote, FixWarningCode, LiveCluster } from "./quickFix";
import { regionOf } from "./regionOf";

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

/** What to say of a workspace that was chosen by its id. */
export function workspaceWarnings(live: LiveCluster, id: string): readonly FixNote<FixWarningCode>[] {
  const found = live.workspaces?.find((workspace) => sameArmId(workspace.id, id));
  if (!found) {
    return [{ code: "unlistedWorkspace", details: [] }];
  }
  const [here, there] = [regionOf(live), found.location];
  return here !== undefined && !sameRegion(here, there)
    ? [{ code: "otherRegion", details: [there, here] }]
    : [];
}

function sameRegion(left: string, right: string): boolean {
  const plain = (text: string) => text.toLowerCase().replaceAll(" ", "");
  return plain(left) === plain(right);
}

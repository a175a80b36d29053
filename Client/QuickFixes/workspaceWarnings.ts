import { sameArmId } from "../Core/armId";
import type { FixNote, FixWarningCode, LiveCluster } from "./quickFix";
import { textOf } from "../Core/json";

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

/** Azure region of the cluster; `undefined` when it does not say. */
export function regionOf({ body }: LiveCluster): string | undefined {
  return textOf(body.location);
}

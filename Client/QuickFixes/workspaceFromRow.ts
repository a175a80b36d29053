import { unreadableRow } from "../Azure/ResourceGraph/unreadableRow";
import { parseArmId } from "../Core/armId";
import { textOf, type JsonRecord } from "../Core/json";
import type { MapResult } from "../Core/mapResult";
import { workspaceIdOf, type LogWorkspaceChoice } from "./logWorkspace";

/** Reads a row of the workspaces query. A row without the id of a workspace is a gap. */
export function workspaceFromRow(row: JsonRecord): MapResult<LogWorkspaceChoice> {
  const id = workspaceIdOf(textOf(row.id) ?? "");
  const parsed = id === undefined ? undefined : parseArmId(id);
  if (id === undefined || !parsed) {
    return unreadableRow("Workspace", textOf(row.name) ?? "?", "id", row.id);
  }
  const { name, resourceGroup } = parsed;
  return { item: { id, name, resourceGroup, location: textOf(row.location) ?? "" } };
}

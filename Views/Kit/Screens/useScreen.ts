import { lastKnown, type Loadable } from "../Model/loadable";
import { useQueryClient } from "@tanstack/react-query";
import type { Finding, FindingsTab } from "../Model/findingsTab";
import { isEmpty, screenOf, type Screen } from "./screen";
import { useFindings } from "../Session/useFindings";
import { usePermissions } from "../Session/permissionsQuery";
import { useNodeSight, type NodeSight } from "../Protection/useNodeSight";
import { useProtection } from "../Protection/useProtection";

/** The screen of a tab, and whether it is being read again meanwhile. */
export function useScreen<T extends Finding>(
  tab: FindingsTab<T>,
): {
  readonly screen: Screen<T>;
  readonly refreshing: boolean;
  readonly nodes: NodeSight;
  readonly rights: Loadable<unknown>;
} {
  const queries = useQueryClient();
  const load = useFindings(tab);
  const known = lastKnown(load);
  // Rights matter only for a list that proves nothing by itself.
  const needsRights = known !== undefined && isEmpty(known) && (known.listing.evaluated ?? 0) === 0;
  const nodes = useNodeSight(tab.nodesReadAction);
  const rights = usePermissions(tab.readScope, needsRights);
  const screen = screenOf({
    load,
    rights,
    protection: useProtection(),
    readAction: tab.readAction,
    coverage: tab.coverage,
    nodes: nodes.status,
    refresh: () => void queries.refetchQueries({ type: "active" }),
  });
  return { screen, refreshing: "refreshing" in load && load.refreshing, nodes, rights };
}

import { format } from "../../../Client/Core/format";
import { allowsAction, type Permission } from "../../../Client/Core/rbac";
import { lastKnown, type Loadable } from "../Model/loadable";
import { Findings } from "../Screens/Findings.resjson";
import { useDashboard } from "../Session/dashboardContext";
import { permissionsQuery } from "../Session/permissionsQuery";
import { useLoadable } from "../Session/useLoadable";
import { protectionQueries } from "./protectionQueries";

/**
 * Whether what is filed in the cluster's node resource group can be read: that group has rights of its own, and Resource Graph leaves
 * out what may not be read without a word. `unknown`: that could not be found out.
 */
export type NodeSight =
  | { readonly status: "loading" | "seen" }
  | {
      readonly status: "hidden" | "unknown";
      /** `undefined`: not even its name is known. */
      readonly resourceGroup: string | undefined;
      /** What is needed in the group. */
      readonly action: string;
      /** Why it's unknown; absent: it is hidden, or the cluster could not be read. */
      readonly failed?: Failed;
    };

type Failed = Extract<Loadable<unknown>, { readonly failure: unknown }>;

/** `action`: what is needed to read the findings about nodes; `undefined`: there are none. */
export function useNodeSight(action: string | undefined): NodeSight {
  const { cluster, services } = useDashboard();
  const profile = useLoadable(protectionQueries(services).profile);
  const resourceGroup = lastKnown(profile)?.nodeResourceGroup;
  const scope = `${cluster.subscriptionScope}/resourceGroups/${resourceGroup ?? ""}`;
  const isAsked = action !== undefined && resourceGroup !== undefined;
  const rights = useLoadable({ ...permissionsQuery(services, scope), enabled: isAsked });
  if (action === undefined) {
    return { status: "seen" };
  }
  return resourceGroup === undefined
    ? sightWithoutGroup(profile, action)
    : sightOfGroup(rights, resourceGroup, action);
}

/** A cluster that is gone has no nodes, and AKS names the group of every other. */
function sightWithoutGroup(profile: Loadable<unknown>, action: string): NodeSight {
  if (profile.status === "failed" && profile.failure.kind !== "notFound") {
    return { status: "unknown", resourceGroup: undefined, action };
  }
  return { status: profile.status === "loading" ? "loading" : "seen" };
}

function sightOfGroup(
  rights: Loadable<readonly Permission[]>,
  resourceGroup: string,
  action: string,
): NodeSight {
  const known = lastKnown(rights);
  if (known === undefined) {
    return rights.status === "failed"
      ? { status: "unknown", resourceGroup, action, failed: rights }
      : { status: "loading" };
  }
  return allowsAction(known, action) ? { status: "seen" } : { status: "hidden", resourceGroup, action };
}

/** What to say of findings called `noun`; `undefined`: nothing is hidden, as far as is known. */
export function nodesText(sight: NodeSight, noun: string): string | undefined {
  switch (sight.status) {
    case "loading":
    case "seen":
      return undefined;
    case "hidden":
      return format(Findings.nodesHidden, noun, sight.action, sight.resourceGroup ?? "");
    case "unknown":
      return sight.resourceGroup === undefined
        ? format(Findings.nodesUnknown, noun)
        : format(Findings.nodesUnknownIn, noun, sight.resourceGroup);
  }
}

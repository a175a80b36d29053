/** The cluster that the local portal was started for, with where its nodes are. */
export interface BoundCluster extends ClusterPlace {
  /** Name of the resource group of its nodes, as ARM says it; `undefined`: not known, and so nothing in it may be written. */
  readonly nodeResourceGroup: string | undefined;
}

/** Source of a pattern for each name of a call that is bound to the cluster. */
type BoundNames = ReadonlyMap<string, string>;

const segment = "[^/]+";
const below = "(?:/[^/]+)*?";
const nothing = "(?!)";

/** What stands for what in the calls of `allowedOperations.ts`. */
export function boundNames({ clusterId, subscriptionId, nodeResourceGroup }: BoundCluster): BoundNames {
  const subscription = literal(`/subscriptions/${subscriptionId}`);
  const cluster = literal(decodeURIComponent(clusterId));
  const [, group = ""] = /^((?:\/[^/]+){4})/.exec(decodeURIComponent(clusterId)) ?? [];
  const nodes =
    nodeResourceGroup === undefined
      ? nothing
      : `${subscription}/resourceGroups/${literal(nodeResourceGroup)}`;
  const workspace = `DefaultWorkspace-${literal(subscriptionId)}-`;
  return new Map([
    ["subscription", subscription],
    ["cluster", cluster],
    ["planScope", either(cluster, subscription)],
    ["policyScope", either(cluster, literal(group), subscription)],
    // Alerts of nodes lie in the group of the nodes, some of the cluster at the subscription.
    ["alertScope", either(subscription, literal(group), nodes)],
    // What is assessed: the cluster, what runs in it, and the scale sets of its node pools.
    ["resource", either(`${cluster}${below}`, `${nodes}${below}`)],
    // Where Defender for Cloud keeps default workspaces: one group and one workspace per region.
    ["defaultGroup", `${subscription}/resourceGroups/DefaultResourceGroup-[A-Za-z0-9]{2,8}`],
    ["defaultWorkspace", `${workspace}[A-Za-z0-9]{2,8}`],
  ]);
}

const anySubscription = `/subscriptions/${segment}`;
const anyGroup = `${anySubscription}/resourceGroups/${segment}`;

/** What the names stand for where they are not bound: any of their kind. */
const unbound: BoundNames = new Map([
  ["subscription", anySubscription],
  ["cluster", `${anyGroup}/providers/Microsoft\\.ContainerService/managedClusters/${segment}`],
  ["defaultGroup", anyGroup],
  ...["scope", "planScope", "policyScope", "alertScope", "resource"].map(
    (name) => [name, `${anySubscription}${below}`] as const,
  ),
]);

/**
 * The pattern of an entry "METHOD path" of the list. ARM compares paths without regard to letter case. Not by path-to-regexp: since
 * its version 8 a parameter can't be bound to a pattern, and here most are bound to the cluster.
 */
export function compileCall(call: string, bound: BoundNames): RegExp {
  const source = call
    .split(/(\{\w+\})/)
    .map((part) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      return name === undefined ? literal(part) : (bound.get(name) ?? unbound.get(name) ?? segment);
    })
    .join("");
  return new RegExp(`^${source}$`, "i");
}

function either(...sources: readonly string[]): string {
  return `(?:${sources.join("|")})`;
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

export interface ClusterPlace {
  readonly clusterId: string;
  readonly subscriptionId: string;
}

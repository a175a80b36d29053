import type { WorstKind } from "../../../Client/Clusters/clusterWorst";
import { format } from "../../../Client/Core/format";
import { terminalLine } from "../../CommandLine/terminalText";
import { AzureMode } from "./AzureMode.resjson";
import type { ListedCluster } from "./listClusters";

const kindNames: Readonly<Record<WorstKind, string>> = {
  alerts: AzureMode.worstAlerts,
  vulnerabilities: AzureMode.worstVulnerabilities,
  misconfigurations: AzureMode.worstMisconfigurations,
};

const and = new Intl.ListFormat("en-US", { type: "conjunction" });

/** What is said of a cluster's findings. */
export function worstText({ worst }: Pick<ListedCluster, "worst">): string {
  switch (worst.state) {
    case "found":
      return format(AzureMode.worst, worst.level, and.format(worst.kinds.map((kind) => kindNames[kind])));
    case "nothingOpen":
      return AzureMode.worstNothingOpen;
    case "unknown":
      return AzureMode.worstUnknown;
    case "failed":
      return AzureMode.worstFailed;
  }
}

/** Characters of a column at most: what is longer pushes the rest of its line. */
const widest = 36;

/** A heading and one line per cluster, in columns; the tenant is named only if there are several. */
export function clusterLines(clusters: readonly ListedCluster[]): {
  readonly heading: string;
  readonly lines: readonly string[];
} {
  const hasTenants = new Set(clusters.map(({ tenant }) => tenant)).size > 1;
  const cells = (cluster: ListedCluster) => [
    cluster.name,
    cluster.resourceGroup,
    cluster.subscription,
    ...(hasTenants ? [cluster.tenant] : []),
    worstText(cluster),
  ];
  const heads = [
    AzureMode.columnName,
    AzureMode.columnResourceGroup,
    AzureMode.columnSubscription,
    ...(hasTenants ? [AzureMode.columnTenant] : []),
    AzureMode.columnWorst,
  ];
  const rows = [heads, ...clusters.map((cluster) => cells(cluster).map(terminalLine))];
  const widths = heads.map((_, at) => Math.min(widest, Math.max(...rows.map((row) => row[at]?.length ?? 0))));
  const [heading = "", ...lines] = rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return { heading, lines };
}

/** The clusters that have all the words somewhere in what is said of them, in any letter case. */
export function clustersWith(
  term: string | undefined,
  clusters: readonly ListedCluster[],
): readonly ListedCluster[] {
  const words = (term ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  return clusters.filter((cluster) => {
    const { name, resourceGroup, subscription, subscriptionId, tenant } = cluster;
    const text = [name, resourceGroup, subscription, subscriptionId, tenant, worstText(cluster)]
      .join(" ")
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
